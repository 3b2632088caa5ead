// Brings a database up to the code: forward only, one transaction each, and never past what the code knows.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { type Ddl, ddlFor } from './ddl.ts'
import { kindOf } from './engine.ts'
import { type Counts, countRows } from './standing.ts'
import type { Tables } from './tables.ts'

/** A file of db/migrations: `0007-add-closing-date.ts`, known by the hash of its text once it has run. */
export type Migration = {
  readonly name: string
  readonly checksum: string
  up(ddl: Ddl, trx: Kysely<Tables>): Promise<void>
}

/** Of the project's folder, where the program is started: built, this file lies elsewhere, and migrations stay as they are. */
const FOLDER = pathToFileURL('db/migrations/')

/** The migrations of a folder in the order of their numbers. */
export function readMigrations(folder = FOLDER): Migration[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file))
  return files.sort().map((file) => readMigration(new URL(file, folder)))
}

function readMigration(url: URL): Migration {
  const text = readFileSync(url, 'utf8').replaceAll('\r\n', '\n')
  const name = url.pathname.replace(/^.*\/|\.ts$/g, '')
  return {
    name,
    checksum: createHash('sha256').update(text).digest('hex'),
    // Loaded only when it has to run: on most starts none does.
    async up(ddl, trx) {
      const migration = (await import(/* @vite-ignore */ url.href)) as Pick<Migration, 'up'>
      await migration.up(ddl, trx)
    },
  }
}

/**
 * Runs what is missing, each migration in a transaction of its own: one that fails leaves nothing behind.
 * @returns the names of those that ran now
 * @throws when the database is newer than the code, a migration was edited after it had run here, or one does not keep
 *   every row that was there: it then leaves the database as it was
 */
export async function migrate(db: Kysely<Tables>, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? readMigrations()
  const ran: string[] = []
  for (const migration of known) {
    // Asked again under the lock each time: a second process may have been faster.
    const isNew = await db.transaction().execute(async (trx) => {
      const applied = await lockMigrations(trx)
      refuseStrangers(known, applied)
      if (applied.has(migration.name)) return false
      const before = await countRows(trx)
      await migration.up(ddlFor(trx), trx.withoutPlugins())
      refuseLosses(migration.name, before, await countRows(trx))
      const row = [migration.name, migration.checksum, new Date().toISOString()]
      await sql`insert into migration (name, checksum, at) values (${row[0]}, ${row[1]}, ${row[2]})`.execute(trx)
      return true
    })
    if (isNew) ran.push(migration.name)
  }
  return ran
}

/** The migrations that ran, by name; nobody else migrates until the transaction ends. */
async function lockMigrations(trx: Kysely<Tables>): Promise<Map<string, string>> {
  if (kindOf(trx) === 'postgres') await sql`select pg_advisory_xact_lock(7046029254386353131)`.execute(trx)
  await sql`create table if not exists migration (name text primary key not null, checksum text not null, at text not null)`.execute(
    trx,
  )
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from migration`.execute(trx)
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

/** An upgrade adds tables and columns; what people have put into those that were there is all there afterwards. */
function refuseLosses(name: string, before: Counts, after: Counts): void {
  const changed = Object.keys(before).filter((table) => before[table] !== after[table])
  const lines = changed.map((table) => `${table} had ${before[table]} rows and would have ${after[table] ?? 'none'}`)
  if (lines.length > 0)
    throw new Error(`Migration "${name}" was stopped, and nothing was changed: ${lines.join('; ')}.`)
}

function refuseStrangers(known: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const checksums = new Map(known.map((migration) => [migration.name, migration.checksum]))
  for (const [name, checksum] of applied) {
    const expected = checksums.get(name)
    if (!expected)
      throw new Error(`This database is newer than the program: it has "${name}". Start the newer program.`)
    if (expected !== checksum) {
      throw new Error(
        `Migration "${name}" was edited after it had run on this database. Restore the file; changes go into a new one.`,
      )
    }
  }
  const last = [...applied.keys()].sort().at(-1) ?? ''
  const skipped = known.find((migration) => migration.name < last && !applied.has(migration.name))
  if (skipped)
    throw new Error(`Migration "${skipped.name}" comes before "${last}", which already ran on this database.`)
}
