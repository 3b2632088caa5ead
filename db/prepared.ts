// Statements of SQLite, prepared once: reading their words again would take longer than what most of them do.
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** `busy`: its rows are being read. */
type Statement = SqliteStatement & { readonly busy: boolean }
/** What we use of the driver, which only the connection imports. */
type Driver = { prepare(sql: string): Statement; close(): unknown }

/** How many stay prepared; the ones used longest ago are let go. */
const MOST = 300
/** Longer ones insert many rows at once and hardly come again. */
const LONGEST = 4000
const ORDINARY = /^(?:select|insert|update|delete|with|begin|commit|rollback)\b/i

/** A database as Kysely uses it, that prepares each statement once. */
export function preparedOnce(sqlite: Driver): SqliteDatabase {
  const known = new Map<string, Statement>()
  const prepare = (sql: string) => {
    // What changes tables may change what `*` means.
    if (!ORDINARY.test(sql)) known.clear()
    if (sql.length > LONGEST || !ORDINARY.test(sql)) return sqlite.prepare(sql)
    const before = known.get(sql)
    // A statement whose rows are still being read cannot start again.
    if (before?.busy) return sqlite.prepare(sql)
    const statement = before ?? sqlite.prepare(sql)
    known.delete(sql)
    known.set(sql, statement)
    const oldest = known.size > MOST ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    return statement
  }
  return { prepare, close: () => void sqlite.close() }
}
