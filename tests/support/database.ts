// A fresh, migrated database for each test, on the engine of the project that runs it (SQLite where none is named).
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { test as base, inject } from 'vitest'
import { type Database, openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import type { Tables } from '#db/tables.ts'

export const engine = inject('engine') ?? 'sqlite'

/** An empty folder, gone after the test; and a database: `db` alone, or `url` where a test opens it a second time. */
export const test = base.extend<{ folder: string; url: string; db: Kysely<Tables> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures it needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-test-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  // On a disk, so that several connections can open it. `db` alone stays in memory, which is faster.
  url: async ({ folder }, use) => {
    if (engine === 'postgres') return withClone(use)
    const url = `file:${join(folder, 'house.db')}`
    await withMigrated(url, async () => {})
    await use(url)
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  db: async ({}, use) => {
    if (engine === 'sqlite') return withMigrated('file::memory:', ({ db }) => use(db))
    await withClone(async (url) => {
      const database = await openDatabase(url)
      await use(database.db)
      await database.close()
    })
  },
})

/** A new, empty database of the engine under test: for tests of migrations. */
export async function emptyDatabase(folder: string): Promise<Database & { drop(): Promise<void> }> {
  if (engine === 'sqlite') {
    const database = await openDatabase(`file:${join(folder, 'empty.db')}`)
    return { ...database, drop: database.close }
  }
  const name = await createDatabase('template1')
  const database = await openDatabase(`${inject('postgres')}/${name}`)
  return { ...database, drop: () => database.close().then(() => dropDatabase(name)) }
}

async function withMigrated(url: string, use: (database: Database) => Promise<void>) {
  const database = await openDatabase(url)
  await migrate(database.db)
  await use(database)
  await database.close()
}

async function withClone(use: (url: string) => Promise<void>) {
  const name = await createDatabase('house')
  await use(`${inject('postgres')}/${name}`)
  await dropDatabase(name)
}

async function createDatabase(template: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await ask(`create database ${name} template ${template} strategy file_copy`)
  return name
}

const dropDatabase = (name: string) => ask(`drop database ${name} with (force)`)

async function ask(statement: string) {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
