// Cells: the answers of one response as they are now, and everything they ever were.
import type { Transaction } from 'kysely'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import type { Absence } from '#surveys/definition/model.ts'
import { inPortions } from './engine.ts'
import type { Db, Tables } from './tables.ts'

type Row = Omit<Tables['cell'], 'response_id' | 'by_account'> & { by: string }

const COLUMNS = ['field', 'value', 'absence', 'comment', 'typed', 'language', 'revision', 'at'] as const

/**
 * All cells of a response, by field name, with the names of their last authors. An answer to an earlier version that waits
 * for its confirmation reads as nothing yet, at its revision: it counts nowhere until the delegation has said that it holds.
 */
export async function cellsOf(db: Db, responseId: string): Promise<Map<string, KeptCell>> {
  const rows = await db
    .selectFrom('cell')
    .innerJoin('account', 'account.id', 'cell.by_account')
    .leftJoin('carried', (join) =>
      join
        .onRef('carried.response_id', '=', 'cell.response_id')
        .onRef('carried.field', '=', 'cell.field')
        .on('carried.origin', '=', 'version')
        // Gone without a reason left in the cell: what stands there is still the answer of before.
        .on((eb) =>
          eb.or([
            eb('carried.state', '=', 'open'),
            eb.and([eb('carried.state', '=', 'gone'), eb('cell.at', '<', eb.ref('carried.decided_at'))]),
          ]),
        ),
    )
    .select(COLUMNS.map((column) => `cell.${column}` as const))
    .select(['account.name as by', 'carried.state'])
    .where('cell.response_id', '=', responseId)
    .orderBy('cell.field')
    .execute()
  return new Map(rows.map((row) => [row.field, row.state === null ? readKeptCell(row) : waiting(row)]))
}

const waiting = ({ field, revision, at, by }: Row): KeptCell => ({ ...emptyCell(field), revision, at, by })

/**
 * Every revision of one field, or of all; the newest first. The newest of each is what `cellsOf` gives: of one field the
 * revisions tell the order, also where the clock was put back between two of them.
 */
export async function historyOf(db: Db, responseId: string, field?: string): Promise<KeptCell[]> {
  const rows = await db
    .selectFrom('cell_history')
    .innerJoin('account', 'account.id', 'cell_history.by_account')
    .select(COLUMNS.map((column) => `cell_history.${column}` as const))
    .select('account.name as by')
    .where('cell_history.response_id', '=', responseId)
    .$if(field !== undefined, (query) => query.where('cell_history.field', '=', field as string))
    .orderBy('cell_history.at', 'desc')
    .orderBy('cell_history.field')
    .orderBy('cell_history.revision', 'desc')
    .execute()
  return byRevision(rows).map(readKeptCell)
}

/** Rows in the order of their times; each field's places taken by its revisions in turn. */
function byRevision<R extends { field: string; revision: number }>(rows: readonly R[]): R[] {
  const ascending = Map.groupBy(rows, ({ field }) => field)
  for (const revisions of ascending.values()) revisions.sort((one, other) => one.revision - other.revision)
  return rows.map((row) => ascending.get(row.field)?.pop() ?? row)
}

/** What the given fields said at the given revisions; a field at revision 0, or one that never was, is left out. */
export async function cellsAt(
  db: Db,
  responseId: string,
  places: readonly { readonly field: string; readonly base: number }[],
): Promise<Map<string, Cell>> {
  const wanted = new Map(places.map(({ field, base }) => [field, base]))
  const rows = []
  for (const fields of inPortions([...wanted.keys()])) {
    const query = db.selectFrom('cell_history').select(COLUMNS).where('response_id', '=', responseId)
    rows.push(...(await query.where('field', 'in', fields).execute()))
  }
  return new Map(rows.filter((row) => row.revision === wanted.get(row.field)).map((row) => [row.field, readCell(row)]))
}

/** What a cell says, from the columns that every table of cells has. */
export function readCell(
  row: Pick<Row, 'field' | 'value' | 'absence' | 'comment' | 'language'> & { typed?: string | null },
): Cell {
  return {
    field: row.field,
    value: row.value === null ? null : JSON.parse(row.value),
    absence: row.absence as Absence | null,
    comment: row.comment,
    typed: row.typed ?? null,
    language: row.language,
  }
}

function readKeptCell(row: Row): KeptCell {
  return { ...readCell(row), revision: row.revision, at: row.at, by: row.by }
}

export type Written = Cell & { readonly revision: number }

/** Writes new revisions: the cell as it is now, and a line of its history that nobody can change. */
export async function writeCells(
  trx: Transaction<Tables>,
  cells: readonly Written[],
  { responseId, at, account }: { responseId: string; at: string; account: string },
): Promise<void> {
  const rows = cells.map((cell) => ({
    response_id: responseId,
    field: cell.field,
    value: cell.value === null ? null : JSON.stringify(cell.value),
    absence: cell.absence,
    comment: cell.comment,
    typed: cell.typed,
    language: cell.language,
    revision: cell.revision,
    at,
    by_account: account,
  }))
  for (const portion of inPortions(rows)) {
    await trx.insertInto('cell_history').values(portion).execute()
    await trx
      .insertInto('cell')
      .values(portion)
      .onConflict((oc) =>
        oc.columns(['response_id', 'field']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          absence: eb.ref('excluded.absence'),
          comment: eb.ref('excluded.comment'),
          typed: eb.ref('excluded.typed'),
          language: eb.ref('excluded.language'),
          revision: eb.ref('excluded.revision'),
          at: eb.ref('excluded.at'),
          by_account: eb.ref('excluded.by_account'),
        })),
      )
      .execute()
  }
}

/** What the trail keeps a digest of: what each field says, without who and when. */
export function contentsOf(cells: readonly (Cell | undefined)[]): Record<string, unknown> {
  const said = cells.flatMap((cell) => (cell ? [[cell.field, contentOf(cell)] as const] : []))
  return Object.fromEntries(said)
}

function contentOf({ value, absence, comment, typed, language }: Cell): unknown {
  return { value, absence, comment, typed, language }
}
