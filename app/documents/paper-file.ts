// A paper as a Word file: headings, answers and tables in the reading direction of its language, the mark on every page.
import type { Paragraph, Table } from 'docx'
import type { Line, Paper, PaperAnswer, PaperBlock, PaperTable } from '#surveys/tables/paper.ts'

type Docx = typeof import('docx')
type Making = { readonly docx: Docx; readonly paper: Paper; readonly isRtl: boolean }

/** Fonts that every office program has, the second for Arabic letters. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' }
const QUIET = '555555'
/** Half points, as Word counts. */
const SIZE = 21

/** @returns the bytes of a DOCX file */
export async function paperFile(paper: Paper): Promise<Uint8Array> {
  const docx = await import('docx')
  const { TextWatermark } = await import('docx/watermarks')
  const making: Making = { docx, paper, isRtl: paper.language === 'ar' }
  const { Document, Footer, Header, Packer, PageNumber, TextRun } = docx
  const marks = paper.mark === null ? [] : [new TextWatermark({ text: paper.mark, opacity: 0.4, layout: 'diagonal' })]
  const head = [
    ...marks,
    new TextRun({ text: paper.mark ?? paper.title, bold: paper.mark !== null, rightToLeft: making.isRtl }),
  ]
  const foot = [
    run(making, { words: `${paper.foot} · `, language: null }, { color: QUIET }),
    new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
  ]
  const language = { value: paper.language, bidirectional: making.isRtl ? 'ar' : undefined }
  const document = new Document({
    title: paper.title,
    creator: 'Tour de Table',
    styles: { default: { document: { run: { font: FONT, size: SIZE, sizeComplexScript: SIZE, language } } } },
    sections: [
      {
        headers: { default: new Header({ children: [new docx.Paragraph({ children: head, ...flow(making) })] }) },
        footers: { default: new Footer({ children: [new docx.Paragraph({ children: foot, ...flow(making) })] }) },
        children: [
          ...front(making),
          ...paper.sections.flatMap((section) => [
            title(making, section.title, 'HEADING_1'),
            ...section.blocks.flatMap((block) => blockOf(making, block)),
          ]),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const flow = ({ isRtl }: Making) => ({ bidirectional: isRtl })

type Style = { readonly bold?: boolean; readonly color?: string }

/** Words of another language keep their own direction inside the line. */
function run({ docx, paper, isRtl }: Making, { words, language }: Line, style: Style = {}) {
  const isOwn = language === null || language === paper.language
  const rightToLeft = isOwn ? isRtl : language === 'ar'
  const spoken = language ?? paper.language
  return new docx.TextRun({
    ...style,
    boldComplexScript: style.bold,
    text: words,
    rightToLeft,
    language: { value: spoken, bidirectional: rightToLeft ? spoken : undefined },
  })
}

function title(making: Making, words: string, level: 'TITLE' | 'HEADING_1' | 'HEADING_2') {
  const { Paragraph, HeadingLevel } = making.docx
  return new Paragraph({
    heading: HeadingLevel[level],
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [run(making, { words, language: null }, { bold: true })],
    ...flow(making),
  })
}

function paragraph(making: Making, lines: readonly Line[], style: Style = {}) {
  const { Paragraph, TextRun } = making.docx
  const children = lines.flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    run(making, line, style),
  ])
  return new Paragraph({ children, spacing: { after: 80 }, ...flow(making) })
}

const plain = (words: string): Line => ({ words, language: null })

function front(making: Making) {
  const { paper } = making
  return [
    title(making, paper.title, 'TITLE'),
    paragraph(making, [plain(paper.subtitle)]),
    ...paper.facts.map(([name, value]) => paragraph(making, [plain(`${name}: ${value}`)], { color: QUIET })),
    ...paper.notes.map((note) => paragraph(making, [plain(note)], { bold: true })),
  ]
}

function blockOf(making: Making, block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [title(making, block.words, 'HEADING_2')]
    case 'paragraph':
      return [paragraph(making, [plain(block.words)], { color: QUIET })]
    case 'answer':
      return answer(making, block)
    case 'table':
      return [table(making, block)]
  }
}

function answer(making: Making, { number, question, lines, comment, state }: PaperAnswer) {
  const quiet = state === 'blank' || state === 'aside' ? { color: QUIET } : {}
  return [
    paragraph(making, [plain(`${number} ${question}`)], { bold: true }),
    paragraph(making, lines, quiet),
    ...(comment === null ? [] : [paragraph(making, [comment], { color: QUIET })]),
  ]
}

function table(making: Making, { head, rows }: PaperTable): Table {
  const { Table, TableRow, TableCell, WidthType } = making.docx
  const cell = (lines: readonly Line[], style: Style = {}) =>
    new TableCell({ children: [paragraph(making, lines.length > 0 ? lines : [plain('')], style)] })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: making.isRtl,
    rows: [
      new TableRow({ tableHeader: true, children: head.map((words) => cell([plain(words)], { bold: true })) }),
      ...rows.map(
        ({ name, cells }) =>
          new TableRow({
            cantSplit: true,
            children: [cell([plain(name)], { bold: true }), ...cells.map((lines) => cell(lines))],
          }),
      ),
    ],
  })
}
