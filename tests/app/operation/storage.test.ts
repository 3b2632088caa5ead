// Whether answers can be kept: the disk is watched, the database's refusals are understood, and the house opens again.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { test as base, expect } from 'vitest'
import { createLog } from '#app/log.ts'
import { leastFree } from '#app/operation/free-space.ts'
import { openStorage } from '#app/operation/storage.ts'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import type { Tables } from '#db/tables.ts'
import { orLeaveIt, troubleOf } from '#db/trouble.ts'

const MEGABYTE = 1_000_000
const GIGABYTE = 1000 * MEGABYTE

const test = base.extend<{ db: Kysely<Tables> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures it needs from this pattern
  db: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-storage-'))
    const { db, close } = await openDatabase(`file:${join(folder, 'house.db')}`)
    await migrate(db)
    await use(db)
    await close()
    await rm(folder, { recursive: true })
  },
})

/** A storage on a disk whose free bytes the test decides. */
function storageOn(db: Kysely<Tables>, disk: { free: number }) {
  const lines: string[] = []
  const clock = () => new Date('2027-01-11T09:00:00.000Z')
  const storage = openStorage({
    db,
    config: { dataFolder: '.', leastFree: null },
    clock,
    log: createLog(clock, (line) => lines.push(line)),
    spaceOf: async () => ({ free: disk.free, whole: 100 * GIGABYTE }),
  })
  return { storage, lines }
}

/** The database may not grow by a single page. */
async function fill(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`${sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`)}`.execute(db)
}
const empty = (db: Kysely<Tables>) => sql`pragma max_page_count = 1000000`.execute(db)

test('500 MB stay free, on a small disk 5 %, or what the installation says', () => {
  expect(leastFree({ free: 0, whole: 100 * GIGABYTE }, null)).toBe(500 * MEGABYTE)
  expect(leastFree({ free: 0, whole: 2 * GIGABYTE }, null)).toBe(100 * MEGABYTE)
  expect(leastFree({ free: 0, whole: 2 * GIGABYTE }, 7)).toBe(7 * MEGABYTE)
})

test('a disk that is nearly full closes the house, and one with a tenth more room opens it', async ({ db }) => {
  const disk = { free: 501 * MEGABYTE }
  const { storage, lines } = storageOn(db, disk)
  await storage.look()
  expect(storage.closed).toBeNull()
  disk.free = 499 * MEGABYTE
  await storage.look()
  expect(storage.closed?.why).toBe('space')
  disk.free = 520 * MEGABYTE
  await storage.look()
  expect(storage.closed?.why).toBe('space')
  disk.free = 560 * MEGABYTE
  await storage.look()
  expect(storage.closed).toBeNull()
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['read-only', 'writable again'])
})

test('a database that cannot grow closes the house; it opens once a write has gone through', async ({ db }) => {
  const { storage } = storageOn(db, { free: GIGABYTE })
  await fill(db)
  const refused = await db
    .insertInto('setting')
    .values({ name: 'long', value: 'x'.repeat(100_000) })
    .execute()
    .catch((error) => error)
  expect(storage.hear(refused)).toBe('unwritable')
  expect(storage.closed?.why).toBe('failure')
  await storage.look()
  expect(storage.closed?.why).toBe('failure')
  await empty(db)
  await storage.look()
  expect(storage.closed).toBeNull()
  expect(await db.selectFrom('setting').selectAll().execute()).toEqual([])
})

test('a transaction on a full disk says why it failed, and the next one begins', async ({ db }) => {
  await fill(db)
  const work = db.transaction().execute(async (trx) => {
    for (let row = 0; row < 100; row += 1) {
      await trx
        .insertInto('setting')
        .values({ name: `${row}`, value: 'x'.repeat(10_000) })
        .execute()
    }
  })
  await expect(work).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  await empty(db)
  await db.transaction().execute((trx) => trx.insertInto('setting').values({ name: 'after', value: '1' }).execute())
  expect(await db.selectFrom('setting').select('name').execute()).toEqual([{ name: 'after' }])
})

test.each([
  [{ code: 'SQLITE_BUSY_SNAPSHOT' }, 'busy'],
  [{ code: 'SQLITE_IOERR_FSYNC' }, 'unwritable'],
  [{ code: 'SQLITE_CORRUPT_INDEX' }, 'damaged'],
  [{ code: '40001' }, 'busy'],
  [{ code: '53100' }, 'unwritable'],
  [{ code: '57P01' }, 'away'],
  [{ message: 'Connection terminated unexpectedly' }, 'away'],
  [{ cause: Object.assign(new Error('deep'), { code: 'ECONNREFUSED' }) }, 'away'],
  [{ code: 'SQLITE_CONSTRAINT_UNIQUE' }, null],
  [{ code: 'ERR_INVALID_ARG_TYPE' }, null],
])('%o means %s', (facts, meaning) => {
  expect(troubleOf(Object.assign(new Error('said'), facts))).toBe(meaning)
})

test('only a failure closes the house: others who write, and a lost connection, pass', async ({ db }) => {
  const { storage } = storageOn(db, { free: GIGABYTE })
  for (const code of ['SQLITE_BUSY', '57P01', 'SQLITE_CONSTRAINT']) storage.hear(Object.assign(new Error(), { code }))
  expect(storage.closed).toBeNull()
})

test('a note that nobody was promised may be left, a fault of the program may not', async () => {
  await orLeaveIt(Promise.reject(Object.assign(new Error(), { code: 'SQLITE_FULL' })))
  await expect(orLeaveIt(Promise.reject(new TypeError('wrong')))).rejects.toThrow('wrong')
})
