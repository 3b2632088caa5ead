// One transaction: immediate, short, retried when the engine says "not now", and refused when misused.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, Transaction } from 'kysely'
import type { Db, Tables } from './tables.ts'

/** Longer than this, a transaction is given up: every other writer waits for it. Milliseconds. */
const LONGEST = 10_000
const TRIES = 3

/**
 * Refuses the outer database inside a transaction. On SQLite such a query would wait for the transaction, which waits
 * for the query: for ever. On PostgreSQL it would read the past. The connection puts one on every database it opens.
 */
export class OutsideGuard implements KyselyPlugin {
  readonly inside = new AsyncLocalStorage<true>()

  transformQuery({ node }: PluginTransformQueryArgs) {
    if (this.inside.getStore()) throw new Error('The database was used inside a transaction: use the trx it was given')
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

/**
 * Runs `work` in one transaction; a handle that is a transaction already is used as it is, so sentences can be combined.
 * `work` may run again when the engine asks for it (busy, deadlock, serialization): it must change nothing but rows.
 * @returns what `work` returns; what it throws rolls everything back
 */
export async function inTransaction<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Tables>)
  const guard = db.getExecutor().plugins.find(isGuard)
  const guarded = (trx: Transaction<Tables>) => {
    // Without its plugins: the guard watches the outer database only.
    const free = trx.withoutPlugins() as Transaction<Tables>
    return withinTime(guard ? guard.inside.run(true, () => work(free)) : work(free))
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(guarded)
    } catch (error) {
      if (attempt === TRIES || !canBeTriedAgain(error)) throw error
      await pause(attempt * 20 + Math.random() * 50)
    }
  }
}

/** By its shape, not its class: the bundled routes and the plain server each load this file. */
function isGuard(plugin: KyselyPlugin): plugin is OutsideGuard {
  return 'inside' in plugin && plugin.inside instanceof AsyncLocalStorage
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A transaction took longer than ${LONGEST / 1000} s`)), LONGEST)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Busy (SQLite), serialization failure and deadlock (PostgreSQL): nothing was written, the same again may succeed. */
function canBeTriedAgain(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_BUSY') || code === '40001' || code === '40P01'
}
