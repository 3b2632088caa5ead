// Reads a CSV file back by RFC 4180: what a spreadsheet would see, and what was meant.
import type { Part } from '#app/exports/file.ts'
import { isFormula } from '#surveys/tables/csv.ts'

export type ReadCell = { readonly text: string; readonly isQuoted: boolean }

/** The lines of a file; the mark of UTF-8 must be there, every line must end with CRLF. */
export function readCsv(file: string): ReadCell[][] {
  if (!file.startsWith('\uFEFF')) throw new Error('The file does not begin with the mark of UTF-8.')
  if (!file.endsWith('\r\n')) throw new Error('The file does not end with a line.')
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const lines: ReadCell[][] = [[]]
  cell.lastIndex = 1
  while (cell.lastIndex < file.length) {
    const found = cell.exec(file)
    if (!found) throw new Error(`This is no CSV: ${file.slice(0, 40)}`)
    const [, quoted, bare, end] = found
    lines.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? bare ?? '', isQuoted: quoted !== undefined })
    if (end === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

/** What was meant: an empty cell is null, a bare one a number, the apostrophe before a formula is taken away. */
export function meaning({ text, isQuoted }: ReadCell): string | number | null {
  if (!isQuoted) return text === '' ? null : Number(text)
  return text.startsWith("'") && isFormula(text) ? text.slice(1) : text
}

/** Lines as objects by column name. */
export function readRows(file: string): Record<string, string | number | null>[] {
  const [header = [], ...lines] = readCsv(file).map((line) => line.map(meaning))
  return lines.map((line) => {
    if (line.length !== header.length) throw new Error(`${line.length} cells under ${header.length} columns`)
    return Object.fromEntries(header.map((name, place) => [String(name), line[place] ?? null]))
  })
}

/** All parts of a streamed file. */
export async function whole(parts: Iterable<Part> | AsyncIterable<Part>): Promise<string> {
  let text = ''
  for await (const part of parts)
    text += typeof part === 'string' ? part : new TextDecoder('utf-8', { ignoreBOM: true }).decode(part.bytes)
  return text
}
