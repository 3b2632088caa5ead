// Opens the database, SQLite or PostgreSQL, and refuses to work on one that would not keep its promises.
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type Logger,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely'
import pg from 'pg'
import { type CellReader, cellReader, rawCellReader } from './cell-rows.ts'
import type { EngineKind } from './engine.ts'
import { preparedOnce } from './prepared.ts'
import type { QueryMeter } from './slow-queries.ts'
import type { Tables } from './tables.ts'
import { OutsideGuard } from './transaction.ts'

export type Database = { readonly db: Kysely<Tables>; readonly kind: EngineKind; close(): Promise<void> }

/** A connection that can only read; `cells` is its quickest way to the submitted cells of many replies. */
type Reader = Database & { readonly cells: CellReader }

type Options = { readonly forServer?: boolean; readonly meter?: QueryMeter }

type Place = { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'sqlite'; readonly file: string }

/** What each SQLite connection must answer; `synchronous` 2 is FULL: an acknowledged answer survives a power cut. */
const WANTED: Readonly<Record<string, string>> = {
  journal_mode: 'wal',
  synchronous: '2',
  foreign_keys: '1',
  trusted_schema: '0',
  recursive_triggers: '1',
  busy_timeout: '5000',
  cell_size_check: '1',
  secure_delete: '1',
  mmap_size: '0',
}

/**
 * Opens a database for reading and writing; it is not migrated yet (`migrate`).
 * @param url `file:./data/tour-de-table.db`, `file::memory:` or `postgres://user:password@host/name`
 * @param options `forServer`: holds a lock for as long as this process lives, so that a second server on the same SQLite
 *   file is refused; command-line programs may work beside the server. `meter`: hears how long each sentence took
 * @throws when the address has another shape, a pragma did not take, or a second server starts
 */
export async function openDatabase(url: string, options: Options = {}): Promise<Database> {
  const place = placeOf(url)
  if (place.kind === 'postgres') return openPostgres(place.url, options)
  if (!isMemory(place.file)) makeFile(place.file)
  const unlock = options.forServer && !isMemory(place.file) ? lockForServer(place.file) : () => {}
  try {
    return openSqlite(place.file, unlock, options.meter)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * A second connection that can only read, for exports and heavy pages. On SQLite it reads beside the writer.
 * @throws for a database in memory, which only one connection can see
 */
export async function openReader(url: string): Promise<Reader> {
  const place = placeOf(url)
  if (place.kind === 'postgres') {
    const reader = await openPostgres(place.url, { settings: '-c default_transaction_read_only=on' })
    return { ...reader, cells: cellReader(reader.db) }
  }
  const sqlite = new Sqlite(place.file, { readonly: true, fileMustExist: true, timeout: 5000 })
  for (const pragma of ['trusted_schema = off', 'cell_size_check = on', 'query_only = on']) sqlite.pragma(pragma)
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(sqlite), plugins: [new OutsideGuard()] })
  return { ...wrap('sqlite', db), cells: rawCellReader(db, sqlite) }
}

function placeOf(url: string): Place {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres', url }
  const file = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
  if (!file)
    throw new Error(`DATABASE_URL is "file:<path>" or "postgres://…", not "${url.replace(/:\/\/.*@/, '://…@')}"`)
  return { kind: 'sqlite', file: isMemory(file) ? file : resolve(file) }
}

/** Only its owner may read the file; SQLite gives its journal the same rights. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

const isMemory = (file: string) => file === ':memory:'

/** Whether only the connection that opened it sees the database. */
export function isInMemory(url: string): boolean {
  const place = placeOf(url)
  return place.kind === 'sqlite' && isMemory(place.file)
}

function openSqlite(file: string, unlock: () => void, meter?: QueryMeter): Database {
  const sqlite = new Sqlite(file, { timeout: 5000 })
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'trusted_schema = off',
    'recursive_triggers = on',
    'cell_size_check = on',
    'secure_delete = on',
    'mmap_size = 0',
  ])
    sqlite.pragma(pragma)
  assertPragmas(sqlite, isMemory(file))
  const dialect = new ImmediateDialect(sqlite)
  const db = new Kysely<Tables>({ dialect, plugins: [new OutsideGuard()], log: listenerOf(meter) })
  return wrap('sqlite', db, () => {
    if (!isMemory(file)) sqlite.pragma('wal_checkpoint(truncate)')
    return db.destroy().finally(unlock)
  })
}

/**
 * Asks SQLite what it really does, because it accepts settings it then ignores.
 * @throws naming the first pragma that differs, and what it should be
 */
export function assertPragmas(sqlite: Pick<Sqlite.Database, 'pragma'>, inMemory = false): void {
  for (const [name, wanted] of Object.entries(WANTED)) {
    // A database in memory has neither a journal on disk nor a file to map.
    if (inMemory && (name === 'journal_mode' || name === 'mmap_size')) continue
    const found = String(sqlite.pragma(name, { simple: true }))
    if (found !== wanted)
      throw new Error(`SQLite has ${name} = ${found}; it must be ${wanted}. Is the file on a local disk?`)
  }
}

/**
 * Keeps servers away from a SQLite file, for programs that put another one in its place.
 * @returns what lets them in again
 * @throws when a server runs on it
 */
export function holdFile(file: string): () => void {
  return lockForServer(file)
}

/** The lock is a transaction on a file beside the database: the system releases it even after kill -9. */
function lockForServer(file: string): () => void {
  const lock = new Sqlite(`${file}-server`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new Error(`Another server is running on ${file}. Stop it first, or give this one another DATABASE_URL.`)
  }
  return () => lock.close()
}

class ImmediateDriver extends SqliteDriver {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database: preparedOnce(database) })
    this.#database = database
  }

  // Kysely says `begin`: a transaction that reads before it writes could then fail without ever waiting.
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  // On a full or broken disk SQLite has rolled back by itself; a second time would hide what went wrong.
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver() {
    return new ImmediateDriver(this.#database)
  }
}

type Served = { readonly settings?: string; readonly meter?: QueryMeter }

async function openPostgres(url: string, { settings, meter }: Served = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options: settings,
    application_name: 'tour-de-table',
    idle_in_transaction_session_timeout: 30_000,
    // Counts and sequence numbers come as bigint, which pg gives as text; ours stay far below 2^53.
    types: {
      getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  // A connection that breaks is replaced by the pool, and whoever used it is told. Without listeners, for idle ones and
  // for those in use, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Tables>({ dialect, plugins: [new OutsideGuard()], log: listenerOf(meter) })
  try {
    await assertPostgres(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return wrap('postgres', db)
}

async function assertPostgres(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ commit: string; encoding: string }>`
    select current_setting('synchronous_commit') as commit, current_setting('server_encoding') as encoding`.execute(db)
  if (rows[0]?.commit === 'off') throw new Error('PostgreSQL has synchronous_commit = off; saved answers could be lost')
  if (rows[0]?.encoding !== 'UTF8') throw new Error(`PostgreSQL keeps text in ${rows[0]?.encoding}; it must be UTF8`)
}

/** Hears the words of each sentence and its time; its values stay where they are. */
function listenerOf(meter: QueryMeter | undefined): Logger | undefined {
  return meter && (({ query, queryDurationMillis }) => meter.note(query.sql, queryDurationMillis))
}

function wrap(kind: EngineKind, db: Kysely<Tables>, close = () => db.destroy()): Database {
  return { db, kind, close }
}
