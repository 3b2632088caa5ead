// Migrations: forward, whole or not at all, and never on a database they do not know.
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import type { Ddl } from '#db/ddl.ts'
import { type Migration, migrate, readMigrations } from '#db/migrate.ts'
import { emptyDatabase, engine, test } from '../support/database.ts'

const migration = (name: string, up: (ddl: Ddl) => Promise<void>, checksum = name): Migration => ({
  name,
  checksum,
  up,
})
const first = migration('0001-first', (ddl) => ddl.table('one', `id ${ddl.text} primary key not null`))
const second = migration('0002-second', (ddl) => ddl.table('two', `id ${ddl.text} primary key not null`))
const failing = migration('0002-second', async (ddl) => {
  await ddl.table('two', `id ${ddl.text} primary key not null`)
  await ddl.run('insert into nowhere values (1)')
})

const hasTable = async (db: Awaited<ReturnType<typeof emptyDatabase>>['db'], name: string) =>
  (await db.introspection.getTables()).some((table) => table.name === name)

test('what is missing runs in order, once', async ({ folder }) => {
  const { db, drop } = await emptyDatabase(folder)
  expect(await migrate(db, [first])).toEqual(['0001-first'])
  expect(await migrate(db, [first, second])).toEqual(['0002-second'])
  expect(await migrate(db, [first, second])).toEqual([])
  await drop()
})

test('a migration that fails leaves nothing behind', async ({ folder }) => {
  const { db, drop } = await emptyDatabase(folder)
  await migrate(db, [first])
  await expect(migrate(db, [first, failing])).rejects.toThrow()
  expect(await hasTable(db, 'two')).toBe(false)
  expect(await migrate(db, [first, second])).toEqual(['0002-second'])
  await drop()
})

test('a database that is newer than the program is refused', async ({ folder }) => {
  const { db, drop } = await emptyDatabase(folder)
  await migrate(db, [first, second])
  await expect(migrate(db, [first])).rejects.toThrow(/newer than the program: it has "0002-second"/)
  await drop()
})

test('a migration that was edited after it ran is refused', async ({ folder }) => {
  const { db, drop } = await emptyDatabase(folder)
  await migrate(db, [first])
  await expect(migrate(db, [{ ...first, checksum: 'other' }])).rejects.toThrow(/"0001-first" was edited/)
  await drop()
})

test('a migration that was slipped in before one that ran is refused', async ({ folder }) => {
  const { db, drop } = await emptyDatabase(folder)
  await migrate(db, [second])
  await expect(migrate(db, [first, second])).rejects.toThrow(/"0001-first" comes before/)
  await drop()
})

// One process can try this on PostgreSQL only: SQLite waits without letting the other connection go on.
test.runIf(engine === 'postgres')('two programs that start together migrate once', async ({ url }) => {
  const [one, two] = [await openDatabase(url), await openDatabase(url)]
  const added = migration('9999-added', (ddl) => ddl.table('added', `id ${ddl.text} primary key not null`))
  const all = [...readMigrations(), added]
  const ran = await Promise.all([migrate(one.db, all), migrate(two.db, all)])
  expect(ran.flat()).toEqual(['9999-added'])
  await one.close()
  await two.close()
})

describe('the schema', () => {
  test('every foreign key has an index that begins with its column', async ({ db }) => {
    const keys = engine === 'sqlite' ? await sqliteKeys(db) : await postgresKeys(db)
    expect(keys.length).toBeGreaterThan(20)
    expect(keys.filter((key) => !key.isIndexed).map((key) => `${key.table}.${key.column}`)).toEqual([])
  })

  test.runIf(engine === 'sqlite')('every table is strict', async ({ db }) => {
    const { rows } = await sql<{ name: string; strict: number }>`pragma table_list`.execute(db)
    const loose = rows.filter(({ name, strict }) => !strict && !name.startsWith('sqlite_') && name !== 'migration')
    expect(loose).toEqual([])
  })
})

type Key = { table: string; column: string; isIndexed: boolean }

async function sqliteKeys(db: Parameters<typeof migrate>[0]): Promise<Key[]> {
  const { rows } = await sql<{ table: string; column: string; indexed: number }>`
    select t.name as "table", k."from" as "column", exists (
      select 1 from pragma_index_list(t.name) i, pragma_index_info(i.name) c where c.seqno = 0 and c.name = k."from"
    ) as indexed
    from sqlite_schema t, pragma_foreign_key_list(t.name) k where t.type = 'table'`.execute(db)
  return rows.map(({ table, column, indexed }) => ({ table, column, isIndexed: indexed === 1 }))
}

async function postgresKeys(db: Parameters<typeof migrate>[0]): Promise<Key[]> {
  const { rows } = await sql<{ table: string; column: string; indexed: boolean }>`
    select k.conrelid::regclass::text as "table", a.attname as "column", exists (
      select 1 from pg_index i where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1]
    ) as indexed
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f'`.execute(db)
  return rows.map(({ table, column, indexed }) => ({ table, column, isIndexed: indexed }))
}
