// The workbook as a file: sheets in the reading direction of their language, drop-downs, and a hidden stamp.
import type { Cell, Feature, Row } from 'write-excel-file/node'
import type { Entry, Workbook, WorkbookRow, WorkbookSheet } from '#surveys/tables/workbook.ts'
import { WORKBOOK_FORMAT } from '#surveys/tables/workbook.ts'

/** What people read before they begin: a title, facts by name, and lines that say how it works. */
export type Cover = {
  readonly name: string
  readonly title: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly lines: readonly string[]
}
/** The heads of the columns, from the number of the question to its help. */
export type Heads = {
  readonly number: string
  readonly question: string
  readonly answer: string
  readonly absence: string
  readonly comment: string
  readonly help: string
}

/** Sheets that carry what the house needs to take the workbook back. */
const STAMP_SHEET = 'stamp'
const LISTS_SHEET = 'lists'
const HIDDEN = [LISTS_SHEET, STAMP_SHEET]

const COLUMNS = [{ width: 6 }, { width: 8 }, { width: 52 }, { width: 44 }, { width: 20 }, { width: 36 }, { width: 48 }]
const ANSWER_COLUMN = 'D'
const ABSENCE_COLUMN = 'E'

/** Every cell is text, a number or a date: nothing in it can be a formula, and text stays text while it is edited. */
const TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const
const OPEN = { backgroundColor: '#fff8e1', borderStyle: 'thin', borderColor: '#9a9a9a' } as const
const HEAD = { fontWeight: 'bold', backgroundColor: '#e8ecf1' } as const
const DAY = 'yyyy-mm-dd'

/** @returns the bytes of an XLSX file */
export async function workbookFile(workbook: Workbook, cover: Cover, heads: Heads): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node')
  const rightToLeft = workbook.stamp.language === 'ar'
  const sections = workbook.sheets.map((sheet) => ({
    ...{ sheet: nameOf(sheet), data: [headRow(heads), ...sheet.rows.map(rowOf)], columns: COLUMNS },
    ...{ rightToLeft, stickyRowsCount: 1 },
  }))
  const hidden = [
    { sheet: LISTS_SHEET, data: listRows(workbook.lists) },
    { sheet: STAMP_SHEET, data: stampRows(workbook) },
  ]
  const first = {
    sheet: cover.name.slice(0, 31),
    data: coverRows(cover),
    columns: [{ width: 30 }, { width: 90 }],
    rightToLeft,
  }
  const sheets = [first, ...sections, ...hidden]
  const features = [dropDowns(workbook), hiding(workbook.sheets.length + 1)]
  // The library's own name for what a file is made of is not exported; nothing here depends on it.
  return write(sheets as never, { features } as never).toBuffer()
}

/** Sheet names have 31 characters at most and none of `[]:*?/\`; the letter makes each the only one. */
const nameOf = ({ letter, title }: WorkbookSheet) =>
  `${letter} ${title}`
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim()

function coverRows({ title, facts, lines }: Cover): Row[] {
  return [
    [{ ...TEXT, value: title, fontWeight: 'bold', fontSize: 16, columnSpan: 2 }],
    ...facts.map(
      ([name, value]): Row => [
        { ...TEXT, value: name, fontWeight: 'bold' },
        { ...TEXT, value },
      ],
    ),
    [],
    ...lines.map((line): Row => [{ ...TEXT, value: line, columnSpan: 2, height: 32 }]),
  ]
}

function headRow({ number, question, answer, absence, comment, help }: Heads): Row {
  return ['', number, question, answer, absence, comment, help].map((value) => ({ ...TEXT, ...HEAD, value }))
}

function rowOf({ kind, key, number, words, answer, absence, comment, help }: WorkbookRow): Row {
  const weight = kind === 'heading' ? ({ fontWeight: 'bold', fontSize: 13 } as const) : {}
  const indent = kind === 'option' ? { indent: 2 } : {}
  return [
    said(key),
    said(number),
    { ...said(words), ...weight, ...indent } as Cell,
    cellOf(answer),
    cellOf(absence),
    cellOf(comment),
    { ...said(help), textColor: '#555555' } as Cell,
  ]
}

/**
 * `_x000D_` is how the format itself writes a character: a text that says so is told apart from it. The library keeps its
 * texts in an object, so that one which is called like a part of every object (`valueOf`) has to look otherwise. What
 * is no character in Unicode is none in XML.
 */
function written(value: string): string {
  if (value in {}) return `_x${value.charCodeAt(0).toString(16).padStart(4, '0')}_${value.slice(1)}`
  return value.replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd').replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}

const said = (value: string) => (value === '' ? null : { ...TEXT, value: written(value) })

function cellOf(entry: Entry | null): Cell {
  if (entry === null) return null
  const { kind, value } = entry
  const shape = { ...OPEN, wrap: true, alignVertical: 'top' } as const
  if (kind === 'date')
    return { ...shape, type: Date, format: DAY, value: value === null ? undefined : new Date(String(value)) }
  if (kind === 'number') return { ...shape, type: Number, value: value === null ? undefined : Number(value) }
  return { ...TEXT, ...OPEN, value: value === null ? undefined : written(String(value)) }
}

function listRows(lists: Workbook['lists']): Row[] {
  const columns = [...lists.values()]
  const longest = Math.max(0, ...columns.map((entries) => entries.length))
  return Array.from({ length: longest }, (_, index) =>
    columns.map((entries) => (entries[index] === undefined ? null : { ...TEXT, value: entries[index] })),
  )
}

function stampRows({ stamp, bases }: Workbook): Row[] {
  const text = (value: string) => ({ ...TEXT, value })
  return [
    [text(WORKBOOK_FORMAT)],
    ...Object.entries(stamp).map(([name, value]): Row => [text(name), text(String(value))]),
    ...[...bases].map(([field, revision]): Row => [text('base'), text(field), { type: Number, value: revision }]),
  ]
}

/** Lists below the cells that are chosen from; the library leaves room for them in its sheets. */
function dropDowns({ sheets, lists }: Workbook): Feature<unknown> {
  const names = [...lists.keys()]
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const rules = rulesOf(sheets[sheetIndex - 1]?.rows ?? [], names, lists)
            if (rules.length === 0) return xml
            const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
            // After the rows and what is merged, before margins and the like: the order is the format's.
            const at =
              /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/.exec(
                xml,
              )
            return at ? xml.slice(0, at.index) + all + xml.slice(at.index) : xml
          },
        },
      },
    },
  }
}

function rulesOf(rows: readonly WorkbookRow[], names: readonly string[], lists: Workbook['lists']): string[] {
  const cells = new Map<string, string[]>()
  rows.forEach((row, index) => {
    const places = [
      [row.answer?.list, ANSWER_COLUMN],
      [row.absence?.list, ABSENCE_COLUMN],
    ] as const
    for (const [list, column] of places) {
      // The head of the columns is the first row, and rows count from 1.
      if (list !== undefined) cells.set(list, [...(cells.get(list) ?? []), `${column}${index + 2}`])
    }
  })
  return [...cells].map(([list, places]) => {
    const column = columnName(names.indexOf(list))
    const range = `${LISTS_SHEET}!$${column}$1:$${column}$${lists.get(list)?.length ?? 1}`
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${places.join(' ')}"><formula1>${range}</formula1></dataValidation>`
  })
}

/** A, B … Z, AA … */
const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** The sheets of the house, and the column of keys, are out of sight; nothing depends on that. */
function hiding(firstHidden: number): Feature<unknown> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'sheet' && HIDDEN.includes(String(attributes.name))
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, _index, _options, { sheetIndex }) =>
            tag === 'col' && attributes.min === 1 && sheetIndex > 0 && sheetIndex < firstHidden
              ? { ...attributes, hidden: 1 }
              : attributes,
        },
      },
    },
  }
}
