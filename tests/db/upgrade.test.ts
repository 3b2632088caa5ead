// Upgrades: what every released version left behind is brought up to this one, and keeps every row or stays as it was.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { expect, inject } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { type Migration, migrate, readMigrations } from '#db/migrate.ts'
import { countRows, flawsOf } from '#db/standing.ts'
import type { Tables } from '#db/tables.ts'
import { emptyDatabase, engine, test } from '../support/database.ts'

const FOLDER = 'tests/fixtures'
const fixtures = readdirSync(FOLDER).filter((name) => name.endsWith(`.${engine}.sql`))

test('every released version has left a fixture on each engine', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining([`${version}.postgres.sql`, `${version}.sqlite.sql`]))
})

test.for(fixtures)(
  '%s is upgraded: every count is kept, everything is proved, the schema is that of a new one',
  async (name, { folder, db: fresh }) => {
    const { db, drop } = await emptyDatabase(folder)
    await load(db, join(FOLDER, name), folder)
    const { migration: _, ...before } = await countRows(db)
    expect(before).toMatchObject({ response: 2, cell: 4, cell_history: 8, audit_checkpoint: 1 })
    await migrate(db)
    expect(await countRows(db)).toMatchObject(before)
    expect(await flawsOf(db)).toEqual([])
    expect(await schemaOf(db)).toEqual(await schemaOf(fresh))
    await drop()
  },
)

test('a migration that loses a row or a table is stopped, and leaves the database as it was', async ({ db }) => {
  await db.insertInto('setting').values({ name: 'motto', value: 'kept' }).execute()
  const before = await schemaOf(db)
  const known = readMigrations()
  const losing = (name: string, up: Migration['up']) => migrate(db, [...known, { name, checksum: name, up }])
  await expect(losing('9998-forget', (ddl) => ddl.run('delete from setting'))).rejects.toThrow(
    'setting had 1 rows and would have 0',
  )
  await expect(losing('9999-drop', (ddl) => ddl.run('drop table setting'))).rejects.toThrow('would have none')
  expect(await schemaOf(db)).toEqual(before)
  expect(await db.selectFrom('setting').select('value').execute()).toEqual([{ value: 'kept' }])
})

// What a killed process leaves is what lies in its files at that moment: on PostgreSQL the server rolls back.
test.runIf(engine === 'sqlite')(
  'killed after any statement, migrations leave the old schema or the new',
  async ({ folder }) => {
    const file = join(folder, 'house.db')
    const moments = new Map<string, string>()
    let statements = 0
    const note = () => {
      statements += 1
      const parts = ['', '-wal'].filter((part) => existsSync(file + part))
      const left = createHash('sha256')
      for (const part of parts) left.update(readFileSync(file + part)).update('end of file')
      // The same bytes are the same moment: most statements write nothing before the transaction ends.
      const key = left.digest('hex')
      if (moments.has(key)) return
      const copy = join(folder, `moment-${moments.size}`)
      mkdirSync(copy)
      for (const part of parts) copyFileSync(file + part, join(copy, `house.db${part}`))
      moments.set(key, copy)
    }
    const { db, close } = await openDatabase(`file:${file}`, { meter: { note, slowest: () => [] } })
    const whole = new Map<string, unknown>([['', []]])
    for (let count = 1; count <= readMigrations().length; count += 1) {
      await migrate(db, readMigrations().slice(0, count))
      whole.set((await ranIn(db)).join(), await schemaOf(db))
    }
    const latest = await schemaOf(db)
    await close()
    expect(statements).toBeGreaterThan(100)
    const seen = new Set<string>()
    for (const copy of moments.values()) {
      const left = await openDatabase(`file:${join(copy, 'house.db')}`)
      const ran = (await ranIn(left.db)).join()
      seen.add(ran)
      const { rows } = await sql<{ name: string }>`select name from sqlite_schema where name = 'migration'`.execute(
        left.db,
      )
      // Before the first one has ended, there is not even the table that lists them.
      expect(rows.length === 0 ? [] : await schemaOf(left.db), copy).toEqual(whole.get(ran))
      await migrate(left.db)
      expect(await schemaOf(left.db)).toEqual(latest)
      await left.close()
    }
    expect([...seen].sort()).toEqual([...whole.keys()].sort())
  },
  120_000,
)

test.runIf(engine === 'sqlite')(
  'a process that is really killed in the middle leaves what the next one can go on from',
  async ({ folder }) => {
    for (const statement of [3, 30, 60, 90]) {
      const url = `file:${join(folder, `killed-${statement}.db`)}`
      const script = `
      const { openDatabase } = await import('#db/connection.ts')
      const { migrate } = await import('#db/migrate.ts')
      let count = 0
      const note = () => { count += 1; if (count === ${statement}) process.kill(process.pid, 'SIGKILL') }
      await migrate((await openDatabase('${url}', { meter: { note, slowest: () => [] } })).db)`
      expect(spawnSync(process.execPath, ['--input-type=module', '--eval', script]).signal).toBe('SIGKILL')
      const { db, close } = await openDatabase(url)
      await migrate(db)
      expect(await ranIn(db)).toHaveLength(readMigrations().length)
      await close()
    }
  },
)

/** The migrations that have run in a database, in order. */
async function ranIn(db: Kysely<Tables>): Promise<string[]> {
  if (!(await db.introspection.getTables()).some(({ name }) => name === 'migration')) return []
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Every table, column, index and trigger, in the engine's own words. */
async function schemaOf(db: Kysely<Tables>): Promise<unknown> {
  const words =
    engine === 'sqlite'
      ? sql`select type, name, sql from sqlite_schema where sql is not null order by type, name`
      : sql`select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
          where table_schema = 'public'
          union all select tablename, indexname, indexdef, '', '' from pg_indexes where schemaname = 'public'
          union all select c.relname, t.tgname, pg_get_triggerdef(t.oid), '', '' from pg_trigger t
            join pg_class c on c.oid = t.tgrelid where not t.tgisinternal
          union all select conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '' from pg_constraint
            where connamespace = 'public'::regnamespace
          order by 1, 2, 3`
  return (await words.execute(db)).rows
}

async function load(db: Kysely<Tables>, file: string, folder: string): Promise<void> {
  const text = readFileSync(file, 'utf8')
  if (engine === 'sqlite') {
    const sqlite = new Sqlite(join(folder, 'empty.db'))
    sqlite.exec(text)
    sqlite.close()
    return
  }
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const client = new pg.Client({ connectionString: `${inject('postgres')}/${rows[0]?.name}` })
  await client.connect()
  await client.query(text)
  await client.end()
}
