// What a migration may say: tables, indexes and seat belts, in the words of whichever engine it runs on.
import { type Kysely, sql } from 'kysely'
import { type EngineKind, kindOf } from './engine.ts'

/** Given to every migration, so that migrations import nothing of ours. Its meaning never changes; it may only grow. */
export type Ddl = {
  readonly kind: EngineKind
  /** text compared byte by byte, so that both engines sort alike */
  readonly text: string
  readonly integer: string
  readonly bytes: string
  /** a column type with a check: ISO 8601 UTC with milliseconds, so that order by text is order by time */
  time(column: string): string
  /** `strict`; `clustered`: rows lie in the order of the primary key, for tables that are read by its first part */
  table(name: string, body: string, options?: { clustered?: boolean }): Promise<void>
  /** an index named after its table and columns */
  index(table: string, columns: string, options?: { unique?: boolean; where?: string; name?: string }): Promise<void>
  /** the database refuses to change or delete rows; `columns`: only a change of these is refused */
  appendOnly(table: string, columns?: string): Promise<void>
  /** the database refuses to delete rows */
  undeletable(table: string): Promise<void>
  /** a statement as it is, on both engines or on one */
  run(statement: string, only?: EngineKind): Promise<void>
}

/** The words of the engine behind `trx`. */
// biome-ignore lint/suspicious/noExplicitAny: migrations know no table types
export function ddlFor(trx: Kysely<any>): Ddl {
  const kind = kindOf(trx)
  const isSqlite = kind === 'sqlite'
  const text = isSqlite ? 'text' : 'text collate "C"'
  const run: Ddl['run'] = async (statement, only) => {
    if (!only || only === kind) await sql.raw(statement).execute(trx)
  }
  const refuse = async (table: string, when: string, name: string) => {
    if (isSqlite) {
      await run(
        `create trigger ${table}_${name} before ${when} on ${table} begin select raise(abort, '${table} is append-only'); end`,
      )
      return
    }
    await run(
      `create trigger ${table}_${name} before ${when} on ${table} for each row execute function refuse_change()`,
    )
  }
  return {
    kind,
    text,
    integer: isSqlite ? 'integer' : 'bigint',
    bytes: isSqlite ? 'blob' : 'bytea',
    time: (column) => `${text} check (${column} like '____-__-__T__:__:__.___Z')`,
    table: (name, body, options) =>
      run(`create table ${name} (${body})${isSqlite ? ` strict${options?.clustered ? ', without rowid' : ''}` : ''}`),
    index: (table, columns, options = {}) => {
      const name = options.name ?? `${table}_${columns.replaceAll(/\W+/g, '_')}`
      const where = options.where ? ` where ${options.where}` : ''
      return run(`create ${options.unique ? 'unique ' : ''}index ${name} on ${table} (${columns})${where}`)
    },
    appendOnly: async (table, columns) => {
      await refuse(table, columns ? `update of ${columns}` : 'update', 'no_update')
      await refuse(table, 'delete', 'no_delete')
    },
    undeletable: (table) => refuse(table, 'delete', 'no_delete'),
    run,
  }
}
