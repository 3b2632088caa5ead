// Answers as the database keeps them: a file of a hundred thousand replies has few different ones, so most are never read.
import type { Cell } from '#surveys/answering/model.ts'
import type { Absence } from '#surveys/definition/model.ts'
import type { Reply } from './model.ts'

/** A cell; its value is the JSON that was written at submission. */
export type CellRow = readonly [
  field: string,
  value: string | null,
  absence: string | null,
  comment: string | null,
  language: string | null,
]

/** A reply whose cells are rows, in any order. */
export type RowReply = Omit<Reply, 'cells'> & { readonly rows: readonly CellRow[] }

export function rowOf({ field, value, absence, comment, language }: Cell): CellRow {
  return [field, value === null ? null : JSON.stringify(value), absence, comment, language]
}

function cellOf([field, value, absence, comment, language]: CellRow): Cell {
  return {
    field,
    value: value === null ? null : JSON.parse(value),
    absence: absence as Absence | null,
    comment,
    typed: null,
    language,
  }
}

/** The same reply with its cells read. */
export function withCells(reply: Reply | RowReply): Reply {
  if ('cells' in reply) return reply
  const { rows, ...signed } = reply
  return { ...signed, cells: new Map(rows.map((row) => [row[0], cellOf(row)])) }
}
