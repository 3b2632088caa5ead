// The connection: what it insists on, what it refuses, and what it protects from misuse.
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { describe, expect } from 'vitest'
import { assertPragmas, openDatabase, openReader } from '#db/connection.ts'
import { findSetting, saveSetting } from '#db/settings.ts'
import type { Tables } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { engine, test } from '../support/database.ts'
import { BY_SYSTEM } from '../support/world.ts'

describe.runIf(engine === 'sqlite')('SQLite', () => {
  test('a file is opened with every setting that a saved answer depends on', async ({ url }) => {
    const { db, close } = await openDatabase(url)
    const asked = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'recursive_triggers',
      'trusted_schema',
      'secure_delete',
    ]
    const found: Record<string, unknown> = {}
    for (const name of asked) {
      const { rows } = await sql<Record<string, unknown>>`${sql.raw(`pragma ${name}`)}`.execute(db)
      found[name] = Object.values(rows[0] ?? {})[0]
    }
    expect(found).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      recursive_triggers: 1,
      trusted_schema: 0,
      secure_delete: 1,
    })
    await close()
  })

  test('a setting that did not take stops the start, by name', () => {
    const sqlite = new Sqlite(':memory:', { timeout: 5000 })
    expect(() => assertPragmas(sqlite)).toThrow(/journal_mode = memory; it must be wal/)
    sqlite.close()
  })

  test('a new database can be read by its owner only', async ({ folder }) => {
    const file = join(folder, 'deep', 'down', 'new.db')
    const { db, close } = await openDatabase(`file:${file}`)
    await sql`create table t (id text) strict`.execute(db)
    const modes = [file, `${file}-wal`].map((path) => statSync(path).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600])
    await close()
  })

  test('a second server on the same file is told so, a command-line program is not', async ({ url }) => {
    const first = await openDatabase(url, { forServer: true })
    await expect(openDatabase(url, { forServer: true })).rejects.toThrow(/Another server is running/)
    await (await openDatabase(url)).close()
    await first.close()
    await (await openDatabase(url, { forServer: true })).close()
  })
})

test('an address of another shape is refused without its password', async () => {
  await expect(openDatabase('mysql://root:secret@host/db')).rejects.toThrow(
    /DATABASE_URL is "file:<path>" or "postgres:/,
  )
  await expect(openDatabase('mysql://root:secret@host/db')).rejects.not.toThrow(/secret/)
})

test('a reader sees what is committed and cannot write', async ({ url }) => {
  const { db, close } = await openDatabase(url)
  const reader = await openReader(url)
  await saveSetting(db, { ...BY_SYSTEM, name: 'colour', value: 'blue' })
  expect(await findSetting(reader.db, 'colour')).toBe('blue')
  await expect(reader.db.insertInto('setting').values({ name: 'a', value: 'b' }).execute()).rejects.toThrow(
    /read-?only/i,
  )
  await reader.close()
  await close()
})

test('the outer database inside a transaction is refused at once, instead of waiting for ever', async ({ db }) => {
  const misuse = inTransaction(db, async (trx) => {
    await trx.insertInto('setting').values({ name: 'inner', value: '1' }).execute()
    await findSetting(db, 'inner')
  })
  await expect(misuse).rejects.toThrow(/use the trx it was given/)
  expect(await findSetting(db, 'inner')).toBeUndefined()
})

test('two processes that read before they write wait for each other', async ({ url }) => {
  const { db, close } = await openDatabase(url)
  const other = promisify(execFile)(process.execPath, ['--input-type=module', '-e', COUNTING, url])
  for (let i = 0; i < 40; i += 1) {
    await countOne(db)
    await pause(2)
  }
  await other
  expect(await findSetting(db, 'count')).toBe('80')
  await close()
})

async function countOne(db: Kysely<Tables>) {
  await inTransaction(db, async (trx) => {
    await saveSetting(trx, { ...BY_SYSTEM, name: 'lock', value: randomUUID() })
    const before = Number((await findSetting(trx, 'count')) ?? 0)
    await saveSetting(trx, { ...BY_SYSTEM, name: 'count', value: String(before + 1) })
  })
}

const COUNTING = `
  import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
  import { openDatabase } from '#db/connection.ts'
  import { findSetting, saveSetting } from '#db/settings.ts'
  import { inTransaction } from '#db/transaction.ts'
  const { db, close } = await openDatabase(process.argv[1])
  const act = { actor: 'system', at: '2027-01-11T09:00:00.000Z' }
  for (let i = 0; i < 40; i += 1) {
    await inTransaction(db, async (trx) => {
      await saveSetting(trx, { ...act, name: 'lock', value: randomUUID() })
      const before = Number((await findSetting(trx, 'count')) ?? 0)
      await saveSetting(trx, { ...act, name: 'count', value: String(before + 1) })
    })
  }
  await close()`

test('sentences combine: a transaction inside a transaction is the same one', async ({ db }) => {
  const broken = inTransaction(db, async (trx) => {
    await saveSetting(trx, { ...BY_SYSTEM, name: 'a', value: '1' })
    throw new Error('changed my mind')
  })
  await expect(broken).rejects.toThrow('changed my mind')
  expect(await findSetting(db, 'a')).toBeUndefined()
  expect(await db.selectFrom('audit').selectAll().execute()).toEqual([])
})
