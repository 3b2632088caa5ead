// The submitted cells of some replies as plain rows: for files, which hold more cells than everything else ever reads.
import type { Kysely } from 'kysely'
import type { CellRow } from '#surveys/analysis/rows.ts'
import type { Tables } from './tables.ts'

/** The rows of these submissions, in the order in which they were named. */
export type CellReader = (submissions: readonly string[]) => Promise<readonly (readonly CellRow[])[]>

/** What we use of SQLite's driver, which only the connection imports. */
type Driver = { prepare(sql: string): { raw(): { all(...values: unknown[]): unknown[] } } }

const COLUMNS = ['field', 'value', 'absence', 'comment', 'language'] as const

/** On either engine. All of them are asked for at once: each question costs as much as reading fifty cells. */
export function cellReader(db: Kysely<Tables>): CellReader {
  return async (submissions) => {
    const rows = await db
      .selectFrom('submission_cell')
      .select(['submission_id', ...COLUMNS])
      .where('submission_id', 'in', [...submissions])
      .execute()
    const found = new Map(submissions.map((id): [string, CellRow[]] => [id, []]))
    for (const { submission_id, field, value, absence, comment, language } of rows)
      found.get(submission_id)?.push([field, value, absence, comment, language])
    return [...found.values()]
  }
}

/** On SQLite: one statement, prepared once, whose rows come as they lie in the table and become no objects. */
export function rawCellReader(db: Kysely<Tables>, sqlite: Driver): CellReader {
  let statement: ReturnType<ReturnType<Driver['prepare']>['raw']> | undefined
  return async (submissions) => {
    // With the first question only: a reader may stand on a database that has no such table yet.
    statement ??= sqlite.prepare(queryOne(db)).raw()
    const cells = statement
    return submissions.map((id) => cells.all(id) as CellRow[])
  }
}

const queryOne = (db: Kysely<Tables>) =>
  db.selectFrom('submission_cell').select(COLUMNS).where('submission_id', '=', '').compile().sql
