// How better-auth reaches our database: on both engines with 0/1 and ISO text, and with sessions kept by hash only.
import { getAdapter } from 'better-auth/db/adapter'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth/types'
import type { Kysely } from 'kysely'
import { sha256 } from '#db/digest.ts'
import type { Tables } from '#db/tables.ts'

/**
 * better-auth's own adapter for Kysely. It is told `sqlite` for PostgreSQL too: our tables hold 0/1 and ISO text on both,
 * and the statements are the same. It runs no transactions; what has to happen together is a sentence of ours in db/.
 */
export function houseAdapter(db: Kysely<Tables>): (options: BetterAuthOptions) => DBAdapter {
  return (options) => {
    const database = { db, type: 'sqlite', transaction: false } as const
    return keepingHashes(getAdapter({ ...options, database }))
  }
}

type Row = Record<string, unknown>

/** better-auth looks sessions up by the token of the cookie; the table knows only its SHA-256. */
function keepingHashes(coming: Promise<DBAdapter>): DBAdapter {
  // Who imports this file must not hear of a failure before somebody asks.
  coming.catch(() => {})
  const adapter: DBAdapter = {
    id: 'kysely',
    async create<T extends Row, R = T>(asked: { model: string; data: Omit<T, 'id'>; forceAllowId?: boolean }) {
      const inner = await coming
      if (asked.model !== 'session') return inner.create<T, R>(asked)
      const token = String((asked.data as Row).token)
      const kept = await inner.create<Row, Row>({ ...asked, data: { ...asked.data, token: sha256(token) } })
      return { ...kept, token } as R
    },
    async findOne<T>(asked: Parameters<DBAdapter['findOne']>[0]) {
      return shown(asked, await (await coming).findOne<T>(hidden(asked)))
    },
    async findMany<T>(asked: Parameters<DBAdapter['findMany']>[0]) {
      return (await (await coming).findMany<T>(hidden(asked))).map((row) => shown(asked, row))
    },
    async update<T>(asked: Parameters<DBAdapter['update']>[0]) {
      return shown(asked, await (await coming).update<T>(hidden(asked)))
    },
    async consumeOne<T>(asked: Parameters<DBAdapter['consumeOne']>[0]) {
      return shown(asked, await (await coming).consumeOne<T>(hidden(asked)))
    },
    async incrementOne<T>(asked: Parameters<DBAdapter['incrementOne']>[0]) {
      return shown(asked, await (await coming).incrementOne<T>(hidden(asked)))
    },
    updateMany: async (asked) => (await coming).updateMany(hidden(asked)),
    delete: async (asked) => (await coming).delete(hidden(asked)),
    deleteMany: async (asked) => (await coming).deleteMany(hidden(asked)),
    count: async (asked) => (await coming).count(hidden(asked)),
    transaction: (work) => work(adapter),
  }
  return adapter
}

type Asked = { readonly model: string; readonly where?: Where[] | undefined }

function hidden<A extends Asked>(asked: A): A {
  if (asked.model !== 'session' || !asked.where) return asked
  return { ...asked, where: asked.where.map(hideToken) }
}

function hideToken(condition: Where): Where {
  if (condition.field !== 'token') return condition
  const { value } = condition
  return { ...condition, value: Array.isArray(value) ? value.map((one) => sha256(String(one))) : sha256(String(value)) }
}

/** A session comes back under the token it was asked by: better-auth then speaks of it by that token. */
function shown<T>({ model, where = [] }: Asked, row: T): T {
  if (model !== 'session' || !row) return row
  const asked = where.filter(({ field }) => field === 'token').flatMap(({ value }) => value)
  const token = asked.map(String).find((one) => sha256(one) === (row as Row).token)
  return token ? { ...row, token } : row
}
