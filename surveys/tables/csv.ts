// CSV that every spreadsheet opens by a double click, and in which nothing that somebody typed is run as a formula.

/** null is an empty cell. */
export type CsvValue = string | number | null
export type CsvRow = readonly CsvValue[]

/** Column names that stay the same in every language, and rows that may be made one by one. */
export type Table = { readonly header: readonly string[]; readonly rows: Iterable<CsvRow> }

/** The mark by which Excel knows UTF-8. */
export const BOM = '\uFEFF'

const NOT_ASCII = /[^\0-\x7f]/

/**
 * The bytes of a text in UTF-8, one character for each. Pieces of large files are kept like this: strings of small characters
 * are put together and written several times faster than those that hold a letter of Arabic.
 */
export function octets(text: string): string {
  return NOT_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text
}

/** Pieces in one string that lies in one place: to follow thousands of parts of parts would cost more than to write them. */
export const flat = (...pieces: readonly string[]): string => pieces.join('')

/** Most texts: a letter or digit first, and nothing in them that must be written in another way. */
const PLAIN = /^[0-9A-Za-z\u00c0-\u024f\u0620-\u064a][^"\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*$/

/** Most texts as JSON: plain, of ASCII, and nothing in them that JSON writes in another way. */
const PLAIN_JSON = /^"[0-9A-Za-z][ !#-[\]-~]*"$/

/** What a spreadsheet would take for the start of a formula, past anything invisible before it. */
const FORMULA = /^[\s\u00a0\u200b\u200e\u200f\u061c\ufeff]*[=+\-@\t\r\n|%\0\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Marks of direction: invisible, they make equal words unequal. The JSON export keeps them. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * One line by RFC 4180 with its CRLF: texts quoted, numbers bare with a decimal point, null empty.
 * A text that a spreadsheet could run is made inert by an apostrophe, headers and names of countries too; one that already
 * has apostrophes before a formula gets one more, so that the way back is certain.
 */
export function csvLine(values: Iterable<CsvValue>): string {
  return `${[...values].map(csvCell).join(',')}\r\n`
}

/** One cell of a line, for those who put lines together from cells that come again and again. */
export function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  if (PLAIN.test(value)) return `"${value}"`
  const text = value.replace(DIRECTION_MARKS, '')
  return `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** The same cell as octets. */
export const octetCell = (value: CsvValue): string => octets(csvCell(value))

/** The same for a text or number as JSON writes it: most are a cell already. */
export function octetCellOfJson(json: string): string {
  if (PLAIN_JSON.test(json)) return json
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' || typeof value === 'number' ? octetCell(value) : ''
}

/** Whether a spreadsheet might run a text, apostrophes before it set aside. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text.replace(/^'+/u, ''))
}

/** The lines of a table, made as they are asked for; the first carries the mark of UTF-8 and the header. */
export function* csvLines(table: Table): Generator<string> {
  yield BOM + csvLine(table.header)
  for (const row of table.rows) yield csvLine(row)
}
