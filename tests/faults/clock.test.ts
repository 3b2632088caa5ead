// A server whose clock is wrong: order is by sequence, deadlines are by its time and the decision is kept, nothing goes away.

import { writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { FAKETIME, TOOLS } from '#app/commands/faults.ts'
import { readConfig } from '#app/config.ts'
import { builtPages } from '#app/pages.ts'
import { serve } from '#app/starting.ts'
import { historyOf } from '#db/cells.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import type { Db } from '#db/tables.ts'
import { SECRET } from '../bench/people.ts'
import { freePort } from '../support/server.ts'
import { aSave, type Client, createClient, sendSave } from './client.ts'
import { aFolder, aWorldAt, IS_LONG, serverOn } from './house.ts'
import { type Head, ROUND, SECTION, type World } from './world.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

const HOUR = 3_600_000

type Shifted = {
  readonly db: Db
  readonly client: Client
  readonly world: World
  /** sets the server's clock; sessions are moved along unless they are to end */
  set(when: number, options?: { sessions?: 'move' | 'leave' }): Promise<void>
}

async function withShiftedClock(work: (house: Shifted) => Promise<void>): Promise<void> {
  const { folder, gone } = await aFolder('clock')
  const url = `file:${folder}/house.db`
  const world = await aWorldAt(url)
  let shift = 0
  const port = String(await freePort())
  const config = readConfig({ DATABASE_URL: url, PORT: port, SECRET, DEMONSTRATION: 'no', LEAST_FREE: '0' })
  const clock = () => new Date(Date.now() + shift)
  const { house, stop } = await serve({ config, clock, pages: await builtPages(), write: () => {} })
  const client = createClient(config)
  const set: Shifted['set'] = async (when, { sessions = 'move' } = {}) => {
    shift = when - Date.now()
    if (sessions === 'leave') return
    const at = (milliseconds: number) => new Date(when + milliseconds).toISOString()
    const open = { created_at: at(0), last_seen_at: at(0), expires_at: at(8 * HOUR) }
    await house.db.updateTable('session').set(open).execute()
  }
  await work({ db: house.db, client, world, set })
  expect(await flawsOf(house.db)).toEqual([])
  client.close()
  await stop()
  await gone()
}

const firstOf = ({ heads }: World): Head => heads[0] ?? expect.fail('nobody is there')

test('put back by an hour between two saves, the clock changes neither their order nor what is current', () =>
  withShiftedClock(async ({ db, client, world, set }) => {
    const head = firstOf(world)
    await sendSave(client, head, aSave('n01', 1, 0))
    await set(Date.now() - HOUR)
    expect((await sendSave(client, head, aSave('n01', 2, 1))).said?.fields.n01?.revision).toBe(2)
    await set(Date.now())
    expect((await sendSave(client, head, aSave('n01', 3, 2))).said?.fields.n01?.revision).toBe(3)
    const history = await historyOf(db, head.responseId, 'n01')
    expect(history.map(({ revision, value }) => [revision, value])).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ])
    const [third, second, first] = history.map(({ at }) => at)
    expect(second).toSatisfy((at: string) => at < String(first) && at < String(third))
    const trail = await db.selectFrom('audit').select(['seq', 'at']).orderBy('seq').execute()
    expect(trail.map(({ seq }) => seq)).toEqual(trail.map((_, index) => index + 1))
    expect((await client.get(`/answer/${ROUND}/${SECTION}`, head.cookie)).body).toMatch(/name="n01"[^>]*value="3"/)
  }))

test('a day ahead, what is submitted is late by the server’s time, and the trail keeps that decision', () =>
  withShiftedClock(async ({ db, client, world, set }) => {
    const [early, late] = world.heads
    if (!early || !late) throw new Error('nobody is there')
    expect(await submit(client, early)).toBe(303)
    await set(Date.now() + 25 * HOUR)
    expect(await submit(client, late)).toBe(303)
    await set(Date.now())
    const decided = db.selectFrom('submission').select(['response_id', 'is_late']).orderBy('submitted_at')
    expect(await decided.execute()).toEqual([
      { response_id: early.responseId, is_late: 0 },
      { response_id: late.responseId, is_late: 1 },
    ])
    const trail = db.selectFrom('audit').select('details').where('action', '=', 'response.submitted').orderBy('seq')
    expect((await trail.execute()).map(({ details }) => JSON.parse(details).isLate)).toEqual([false, true])
    // Put right again, the clock does not undo what was decided.
    expect((await client.get(`/answer/${ROUND}`, late.cookie)).status).toBe(200)
  }))

const submit = async (client: Client, { cookie }: Head) => {
  const signed = { level: 'named', signed_name: 'A', signed_function: 'B', attest: 'yes', act: 'submit', seen: '' }
  const intent = crypto.randomUUID()
  return (await client.post(`/answer/${ROUND}/check`, { ...signed, intent }, { cookie })).status
}

test('a day ahead, sessions have ended and keep nothing; put right, they go on, and nothing typed was taken for saved', () =>
  withShiftedClock(async ({ db, client, world, set }) => {
    const head = firstOf(world)
    await sendSave(client, head, aSave('n01', 1, 0))
    await set(Date.now() + 25 * HOUR, { sessions: 'leave' })
    expect((await sendSave(client, head, aSave('n01', 2, 1))).status).toBe(401)
    await set(Date.now(), { sessions: 'leave' })
    expect((await sendSave(client, head, aSave('n01', 2, 1))).said?.fields.n01?.revision).toBe(2)
    expect(await historyOf(db, head.responseId, 'n01')).toHaveLength(2)
  }))

test('in a new year everything is still there, and is answered on', () =>
  withShiftedClock(async ({ client, world, set }) => {
    const head = firstOf(world)
    await set(Date.parse('2031-12-31T22:59:59.500Z'))
    expect((await sendSave(client, head, aSave('n01', 1, 0))).said?.fields.n01?.revision).toBe(1)
    await set(Date.parse('2031-12-31T23:00:01.000Z'))
    const home = await client.get('/answer', head.cookie)
    expect(home.body).toContain(`/answer/${ROUND}`)
    expect((await client.get(`/answer/${ROUND}/${SECTION}`, head.cookie)).body).toMatch(/name="n01"[^>]*value="1"/)
    expect((await sendSave(client, head, aSave('n01', 2, 1))).said?.fields.n01?.revision).toBe(2)
    expect((await client.get(`/team/rounds/${ROUND}`, world.manager.cookie)).body).toContain('C000')
  }))

describe.runIf(IS_LONG && TOOLS.faketime.isThere())('the real server under faketime', () => {
  test('its clock jumps a day ahead, an hour back, into a new year, while eight people write', async () => {
    const { folder, gone } = await aFolder('faketime')
    const url = `file:${folder}/house.db`
    const writers = writersOf(await aWorldAt(url))
    await stayForYears(url)
    const file = `${folder}/now`
    await writeFile(file, '+0')
    const server = await serverOn(url, {
      LD_PRELOAD: FAKETIME,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    })
    const client = createClient(server)
    const load = startLoad(client, writers, { giveUp: false })
    for (const shift of ['+0', '+2h', '+1h', '-1h', '+7d', '+370d', '+0']) {
      await writeFile(file, shift)
      await pause(6000)
    }
    await load.stop()
    client.close()
    expect(await server.stop()).toBe(0)
    const { db, close } = await openDatabase(url)
    expect(await lossesOf(db, writers)).toEqual([])
    expect(await flawsOf(db)).toEqual([])
    expect(server.log.some((line) => line.includes('"event":"clock jumped"'))).toBe(true)
    const years = await db.selectFrom('cell_history').select('at').execute()
    expect(new Set(years.map(({ at }) => at.slice(0, 4))).size).toBe(2)
    await close()
    await gone()
  }, 120_000)
})

/** Sessions that no jump ends: here it is the answers that are looked at. */
async function stayForYears(url: string): Promise<void> {
  const { db, close } = await openDatabase(url)
  const far = new Date(Date.now() + 10 * 365 * 24 * HOUR).toISOString()
  await db.updateTable('session').set({ created_at: far, last_seen_at: far, expires_at: far }).execute()
  await close()
}
