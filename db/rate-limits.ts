// How often somebody failed, kept so that a restart forgets nothing: each key has a window, and pauses that double.
import { locked } from './engine.ts'
import type { Db } from './tables.ts'
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
    const rows = new Map<string, { failures: number; since: string; blocked_until: string | null }>()
    for (const { key } of sorted) {
      // What is not there cannot be locked: two first tries at once would each be the first.
      await trx
        .insertInto('rate_limit')
        .values({ key, failures: 0, since: at, blocked_until: null })
        .onConflict((oc) => oc.column('key').doNothing())
        .execute()
      const query = trx.selectFrom('rate_limit').selectAll().where('key', '=', key)
      const row = await locked(trx, query, 'rate_limit').executeTakeFirst()
      if (row) rows.set(key, row)
    }
    const blocked = [...rows.values()].flatMap(({ blocked_until }) =>
      blocked_until && blocked_until > at ? [blocked_until] : [],
    )
    if (blocked.length > 0) return blocked.sort().at(-1) ?? null
    for (const limit of sorted) {
      const row = rows.get(limit.key)
      const isFresh = !row || after(row.blocked_until ?? row.since, limit.window) <= at
      const failures = isFresh ? 1 : row.failures + 1
      const over = failures - limit.free
      const pause = Math.min(limit.longest, limit.pause * 2 ** over)
      const values = { failures, since: isFresh ? at : row.since, blocked_until: over >= 0 ? after(at, pause) : null }
      await trx.updateTable('rate_limit').set(values).where('key', '=', limit.key).execute()
    }
    return null
  })
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
