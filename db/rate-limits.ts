// How often somebody failed, kept so that a restart forgets nothing: each key has a window, and pauses that double.
import type { Selectable } from 'kysely'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Limit = {
  /** whom it counts for, as a digest: no address of a person or a machine stands in the table */
  readonly key: string
  /** so many tries are free */
  readonly free: number
  /** milliseconds after which failures are forgotten */
  readonly window: number
  /** milliseconds of the first pause; each further failure doubles it */
  readonly pause: number
  /** milliseconds of the longest pause */
  readonly longest: number
}

type Row = Selectable<Tables['rate_limit']>

const after = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString()

/**
 * Counts a try before it is made, for all its keys: whoever tries a hundred times at once is counted a hundred times.
 * @returns null when it may be made; otherwise the time until which none may, and nothing is counted
 */
export async function countTry(
  db: Db,
  { limits, at }: { limits: readonly Limit[]; at: string },
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    // Always in the same order: two requests with the same keys must not wait for each other.
    const sorted = [...limits].sort((one, other) => (one.key < other.key ? -1 : 1))
    const keys = sorted.map(({ key }) => key)
    // Whoever has to wait writes nothing: the table does not grow with every address they think of.
    const until = waitOf(await trx.selectFrom('rate_limit').selectAll().where('key', 'in', keys).execute(), at)
    if (until) return until
    const counted: { row: Row; limit: Limit }[] = []
    for (const limit of sorted) counted.push({ limit, row: await lockedRow(trx, { key: limit.key, at }) })
    const untilNow = waitOf(
      counted.map(({ row }) => row),
      at,
    )
    if (untilNow) return untilNow
    for (const { row, limit } of counted) {
      const values = withOneMore(row, limit, at)
      await trx.updateTable('rate_limit').set(values).where('key', '=', limit.key).execute()
    }
    return null
  })
}

/** The latest time until which one of these keys has to wait; null when none has. */
function waitOf(rows: readonly Row[], at: string): string | null {
  const waits = rows.flatMap(({ blocked_until }) => (blocked_until && blocked_until > at ? [blocked_until] : []))
  return waits.sort().at(-1) ?? null
}

function withOneMore(row: Row, limit: Limit, at: string): Omit<Row, 'key'> {
  const isFresh = after(row.blocked_until ?? row.since, limit.window) <= at
  const failures = isFresh ? 1 : row.failures + 1
  const over = failures - limit.free
  const pause = Math.min(limit.longest, limit.pause * 2 ** over)
  return { failures, since: isFresh ? at : row.since, blocked_until: over >= 0 ? after(at, pause) : null }
}

/** The row of a key, locked in one statement with its making: what is not there cannot be locked, and may be gone again. */
function lockedRow(trx: Db, { key, at }: { key: string; at: string }): Promise<Row> {
  return trx
    .insertInto('rate_limit')
    .values({ key, failures: 0, since: at, blocked_until: null })
    .onConflict((oc) => oc.column('key').doUpdateSet((eb) => ({ failures: eb.ref('rate_limit.failures') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The try succeeded: `own` keys are forgotten, on `shared` ones (a network's) this one try no longer counts. */
export async function forgiveTry(
  db: Db,
  { own, shared }: { own: readonly string[]; shared: readonly string[] },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const key of [...own].sort()) await trx.deleteFrom('rate_limit').where('key', '=', key).execute()
    for (const key of [...shared].sort()) {
      await trx
        .updateTable('rate_limit')
        .set((eb) => ({ failures: eb('failures', '-', 1), blocked_until: null }))
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute()
    }
  })
}

/** Forgets what nobody counts any more. @param before ISO time; a day ago is early enough @returns how many keys */
export async function forgetLimits(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rate_limit')
    .where('since', '<', before)
    .where((eb) => eb.or([eb('blocked_until', 'is', null), eb('blocked_until', '<', before)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
