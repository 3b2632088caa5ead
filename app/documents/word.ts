// A document as a Word file, in its language and direction. The library is loaded when the first one is asked for.
import type * as Docx from 'docx'
import { directionOf } from '../languages.ts'
import type { Block, Paper, Span } from './model.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Words in Arabic letters run from right to left, whatever the document does. */
const ARABIC = /[\u0600-\u06ff]/
/** Dark enough on paper for captions and sources. */
const QUIET = '4a5560'
const FONT = 'Arial'
/** Half points. */
const SIZE = 21
const SMALL = 17

type Writing = { readonly docx: typeof Docx; readonly paper: Paper; readonly isRtl: boolean }

/** Writes the document. @returns the file, ready to be sent */
export async function wordOf(paper: Paper): Promise<Buffer> {
  const docx = await import('docx')
  const writing = { docx, paper, isRtl: directionOf(paper.language) === 'rtl' }
  const { Document, Packer } = docx
  const document = new Document({
    title: paper.title,
    creator: 'Tour de Table',
    description: paper.source,
    styles: { default: { document: { run: { font: FONT, size: SIZE } }, ...headings() } },
    sections: [{ properties: {}, footers: { default: footer(writing) }, children: childrenOf(writing) }],
  })
  return Packer.toBuffer(document)
}

function headings() {
  const run = { font: FONT, bold: true, color: '15202b' }
  return {
    title: { run: { ...run, size: 40 }, paragraph: { spacing: { after: 120 } } },
    heading1: { run: { ...run, size: 30 }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
    heading2: { run: { ...run, size: 25 }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
  }
}

function childrenOf(writing: Writing): (Docx.Paragraph | Docx.Table)[] {
  const { docx, paper } = writing
  const own = (words: string, more: Docx.IParagraphOptions = {}, run: Docx.IRunOptions = {}) =>
    line(writing, [{ words, language: null }], more, run)
  return [
    own(paper.over, {}, { color: QUIET, size: SMALL }),
    own(paper.title, { heading: docx.HeadingLevel.TITLE }),
    ...(paper.lead ? [own(paper.lead, { spacing: { after: 200 } })] : []),
    ...paper.blocks.flatMap((block) => partOf(writing, block)),
    own(paper.source, { spacing: { before: 320 } }, { color: QUIET, size: SMALL }),
  ]
}

function partOf(writing: Writing, block: Block): (Docx.Paragraph | Docx.Table)[] {
  const { HeadingLevel } = writing.docx
  switch (block.kind) {
    case 'heading':
      return [
        line(writing, [block.words], { heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
      ]
    case 'paragraph':
      return [
        line(
          writing,
          block.spans,
          { spacing: { after: 120 } },
          block.style === 'fine' ? { color: QUIET, size: SMALL } : {},
        ),
      ]
    case 'list':
      return block.items.map((item) => line(writing, [item], { bullet: { level: 0 } }))
    case 'facts':
      return [
        tableOf(
          writing,
          [],
          block.rows.map(({ label, said }) => [[label], said]),
          [30, 70],
        ),
      ]
    case 'table':
      return [
        line(writing, [{ words: block.caption, language: null }], { keepNext: true }, { color: QUIET, size: SMALL }),
        tableOf(
          writing,
          block.head,
          block.rows.map((row) => row.map((span) => [span])),
          block.head.map((_, place) => (place === 0 ? 40 : 60 / Math.max(1, block.head.length - 1))),
        ),
      ]
  }
}

/** Each line of what somebody wrote is a line in Word. */
function line(
  { docx, isRtl }: Writing,
  spans: readonly Span[],
  options: Docx.IParagraphOptions = {},
  run: Docx.IRunOptions = {},
): Docx.Paragraph {
  const runs = spans.flatMap(({ words }, place) =>
    `${place > 0 ? ' ' : ''}${words}`
      .split('\n')
      .map(
        (text, row) => new docx.TextRun({ ...run, text, rightToLeft: ARABIC.test(text), ...(row > 0 && { break: 1 }) }),
      ),
  )
  return new docx.Paragraph({ ...options, bidirectional: isRtl, children: runs })
}

function tableOf(
  writing: Writing,
  head: readonly string[],
  rows: readonly (readonly (readonly Span[])[])[],
  widths: readonly number[],
): Docx.Table {
  const { docx, isRtl } = writing
  const { Table, TableCell, TableRow, WidthType } = docx
  const cell = (spans: readonly Span[], place: number, isBold: boolean) =>
    new TableCell({
      width: { size: widths[place] ?? 10, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: spans.map((span) => line(writing, [span], {}, { bold: isBold })),
    })
  const header = new TableRow({
    tableHeader: true,
    children: head.map((words, place) => cell([{ words, language: null }], place, true)),
  })
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((spans, place) => cell(spans, place, place === 0)) }),
  )
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: isRtl,
    rows: head.length > 0 ? [header, ...body] : body,
  })
}

function footer({ docx, isRtl, paper }: Writing): Docx.Footer {
  const { Footer, PageNumber, Paragraph, TextRun } = docx
  const words = new TextRun({
    text: `${paper.title} · `,
    rightToLeft: ARABIC.test(paper.title),
    color: QUIET,
    size: SMALL,
  })
  const page = new TextRun({ children: [PageNumber.CURRENT], color: QUIET, size: SMALL })
  return new Footer({ children: [new Paragraph({ bidirectional: isRtl, children: [words, page] })] })
}
