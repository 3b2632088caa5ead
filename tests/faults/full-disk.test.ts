// A disk that is full, or nearly: reading goes on, writing is refused by a page that says so, and it ends by itself.

import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { builtPages } from '#app/pages.ts'
import { serve } from '#app/starting.ts'
import { flawsOf } from '#db/standing.ts'
import type { Tables } from '#db/tables.ts'
import { SECRET } from '../bench/people.ts'
import { freePort } from '../support/server.ts'
import { aSave, createClient, formOf, sendSave } from './client.ts'
import { aFolder, aWorldAt, serverOn } from './house.ts'
import { expectReadOnly, untilWritable } from './read-only.ts'
import { ROUND, SECTION } from './world.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

/** SQLite answers FULL as soon as it would have to grow, as it does on a disk without room. */
async function fill(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`${sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`)}`.execute(db)
}
const empty = (db: Kysely<Tables>) => sql`pragma max_page_count = 1000000`.execute(db)

test('a database that is full under load loses nothing it has acknowledged, says so, and goes on by itself', async () => {
  const { folder, gone } = await aFolder('full-disk')
  const url = `file:${folder}/house.db`
  const world = await aWorldAt(url)
  const port = String(await freePort())
  const config = readConfig({ DATABASE_URL: url, PORT: port, SECRET, DEMONSTRATION: 'no', LEAST_FREE: '0' })
  const log: string[] = []
  const { house, stop } = await serve({ config, pages: await builtPages(), write: (line) => log.push(line) })
  const client = createClient(config)
  const writers = writersOf(world)
  const load = startLoad(client, writers, { giveUp: false })
  await pause(300)
  await fill(house.db)
  await expect.poll(() => house.storage.closed?.why, { timeout: 20_000 }).toBe('failure')
  await expectReadOnly(client, world, 'failure')
  const told = writers.map(({ acknowledged }) => acknowledged)
  await empty(house.db)
  await untilWritable(client)
  await expect
    .poll(() => writers.every(({ acknowledged }, at) => acknowledged > (told[at] ?? 0)), {
      timeout: 20_000,
    })
    .toBe(true)
  await load.stop()
  expect([...load.refused.keys()]).toEqual([503])
  expect(await lossesOf(house.db, writers)).toEqual([])
  expect(await flawsOf(house.db)).toEqual([])
  const events = log.map((line) => JSON.parse(line).event)
  expect(events.filter((event) => event === 'read-only' || event === 'writable again').slice(0, 2)).toEqual([
    'read-only',
    'writable again',
  ])
  expect(events).not.toContain('request failed')
  client.close()
  await stop()
  await gone()
}, 90_000)

test('before the disk is full the house turns read-only; who only wants to read still comes in', async () => {
  const { folder, gone } = await aFolder('gate')
  const url = `file:${folder}/house.db`
  const world = await aWorldAt(url)
  const server = await serverOn(url, { LEAST_FREE: '9999999' })
  const client = createClient(server)
  await expectReadOnly(client, world, 'space')
  const [head] = world.heads
  if (!head) throw new Error('nobody is there')
  const switched = await client.post('/language', { language: 'fr', returnTo: '/help' }, { cookie: head.cookie })
  expect(switched.status).toBe(303)
  expect((await client.post('/sign-out', {}, { cookie: head.cookie })).status).toBe(303)
  client.close()
  expect(await server.stop()).toBe(0)
  await gone()
})

test('another program that holds the database for long makes saves wait or fail with 503, never with a loss', async () => {
  const { folder, gone } = await aFolder('busy')
  const url = `file:${folder}/house.db`
  const world = await aWorldAt(url)
  const port = String(await freePort())
  const config = readConfig({ DATABASE_URL: url, PORT: port, SECRET, DEMONSTRATION: 'no', LEAST_FREE: '0' })
  const { house, stop } = await serve({ config, pages: await builtPages(), write: () => {} })
  await sql`pragma busy_timeout = 50`.execute(house.db)
  const [head] = world.heads
  if (!head) throw new Error('nobody is there')
  const client = createClient(config)
  const { default: Sqlite } = await import('better-sqlite3')
  const other = new Sqlite(`${folder}/house.db`)
  other.exec('begin immediate')
  const save = aSave('n01', 1, 0)
  expect((await sendSave(client, head, save)).status).toBe(503)
  const page = await client.post(`/answer/${ROUND}/${SECTION}`, formOf(save), { cookie: head.cookie })
  expect(page.status).toBe(503)
  expect(page.body).toContain('We cannot answer at this moment')
  expect(house.storage.closed).toBeNull()
  expect((await client.get(`/answer/${ROUND}/${SECTION}`, head.cookie)).status).toBe(200)
  other.exec('rollback')
  other.close()
  expect((await sendSave(client, head, save)).said?.fields.n01?.revision).toBe(1)
  client.close()
  await stop()
  await gone()
}, 60_000)
