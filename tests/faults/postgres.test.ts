// PostgreSQL falls over under load, or the line to it is cut at the commit: nobody's acknowledged answer is lost or doubled.

import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyOf } from '#db/cells.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { diceOf } from '../support/dice.ts'
import { aSave, createClient, sendSave } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { lineTo, type Postgres, startPostgres } from './postgres-server.ts'
import type { World } from './world.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

const FALLS = times(2, 20)
let [postgres, world, gone] = [] as unknown as [Postgres, World, () => Promise<void>]

beforeAll(async () => {
  const made = await aFolder('postgres')
  gone = made.gone
  postgres = await startPostgres(made.folder)
  world = await aWorldAt(postgres.url, 5)
})
afterAll(async () => {
  await postgres?.stop()
  await gone()
})

test(
  `PostgreSQL shut down at once ${FALLS} times under load: nothing acknowledged is lost, and the house goes on`,
  async () => {
    const server = await serverOn(postgres.url)
    const client = createClient(server)
    const writers = writersOf({ ...world, heads: world.heads.slice(0, 4) })
    const load = startLoad(client, writers, { giveUp: false })
    const dice = diceOf(Date.now())
    for (let fall = 1; fall <= FALLS; fall += 1) {
      await pause(dice.between(200, 900))
      await postgres.fallOver()
      const told = writers.map(({ acknowledged }) => acknowledged)
      await expect
        .poll(() => writers.every(({ acknowledged }, at) => acknowledged > (told[at] ?? 0)), { timeout: 20_000 })
        .toBe(true)
    }
    await load.stop()
    client.close()
    expect(await server.stop()).toBe(0)
    // Where the database was away, the house said so; it never fell over itself, and never said 500.
    expect([...load.refused.keys()].filter((status) => status !== 503)).toEqual([])
    expect(load.refused.get(503)).toBeGreaterThan(0)
    const { db, close } = await openDatabase(postgres.url)
    expect(await lossesOf(db, writers)).toEqual([])
    expect(await flawsOf(db)).toEqual([])
    await close()
  },
  times(120_000, 900_000),
)

test.each([
  ['before', 0],
  ['after', 1],
] as const)(
  'a line cut %s the commit arrives: told to try again, the same key keeps the answer once',
  async (cut, kept) => {
    const line = await lineTo(postgres.url)
    const server = await serverOn(line.url)
    const client = createClient(server)
    const { db, close } = await openDatabase(postgres.url)
    const head = world.heads[4]
    if (!head) throw new Error('nobody is there')
    const field = cut === 'before' ? 'n01' : 'n02'
    const save = aSave(field, 7, 0)
    // "Last seen" is noted once a minute, in a statement of its own; the cut is for the save.
    await client.get('/answer', head.cookie)
    line.cutAtCommit(cut)
    expect((await sendSave(client, head, save)).status).toBe(503)
    expect(line.cuts).toBe(1)
    expect(await historyOf(db, head.responseId, field)).toHaveLength(kept)
    const again = await sendSave(client, head, save)
    expect(again.said?.fields[field]?.revision).toBe(1)
    expect(await historyOf(db, head.responseId, field)).toHaveLength(1)
    client.close()
    await server.stop()
    line.close()
    await close()
  },
)
