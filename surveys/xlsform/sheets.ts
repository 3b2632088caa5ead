// Between rows by the names of their columns, and the cells of a sheet.
import { languageName, type Row, type Sheet } from './model.ts'

/** Columns without a single word are left out, but for the first two. */
export function toSheet(name: string, columns: readonly string[], rows: readonly Row[]): Sheet {
  const used = columns.filter((column, place) => place < 2 || rows.some((row) => row[column]))
  return { name, rows: [used, ...rows.map((row) => used.map((column) => row[column] ?? ''))] }
}

/** Cells of a text, one column for each language that has it. */
export function textCells(column: string, text: Readonly<Record<string, string>> | undefined): Row {
  const cells = Object.entries(text ?? {}).map(([code, words]) => [`${column}::${languageName(code)}`, words])
  return Object.fromEntries(cells)
}

/** A row of a sheet, and where it stands: the header is row 1. */
export type Numbered = { readonly number: number; readonly row: Row }

/** The rows that hold something; headers without spaces around, a column that is there twice counts once. */
export function fromSheet(sheet: Sheet | undefined): { columns: readonly string[]; rows: readonly Numbered[] } {
  const [header = [], ...rest] = sheet?.rows ?? []
  const columns = header.map((name) => name.trim())
  const rows = rest.map((cells, index) => {
    const row: Record<string, string> = {}
    for (const [place, column] of columns.entries()) {
      const cell = cells[place] ?? ''
      if (column !== '' && cell !== '' && !(column in row)) row[column] = cell
    }
    return { number: index + 2, row }
  })
  return { columns, rows: rows.filter(({ row }) => Object.values(row).some((cell) => cell.trim() !== '')) }
}
