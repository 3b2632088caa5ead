// What is sent several times at once is done once: saves and submissions under the key of an intent.

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyOf } from '#db/cells.ts'
import { type Database, openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { diceOf } from '../support/dice.ts'
import type { TestServer } from '../support/server.ts'
import { aSave, type Client, createClient, formOf, sendSave } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { type Head, ROUND, SECTION, type World } from './world.ts'

const SUBMISSIONS = times(40, 1000)
let [house, server, client, world, gone] = [] as unknown as [Database, TestServer, Client, World, () => Promise<void>]

beforeAll(async () => {
  const made = await aFolder('intents')
  const url = `file:${made.folder}/house.db`
  gone = made.gone
  world = await aWorldAt(url, SUBMISSIONS + 2)
  server = await serverOn(url)
  client = createClient(server)
  house = await openDatabase(url)
})
afterAll(async () => {
  client.close()
  await house.close()
  await server.stop()
  await gone()
})

const signed = { level: 'named', signed_name: 'A. Haddad', signed_function: 'Judge', attest: 'yes', act: 'submit' }

/** Sends the sign-off; without answers `seen` is empty. */
const submit = ({ cookie }: Head, intent: string, more = {}) =>
  client.post(`/answer/${ROUND}/check`, { ...signed, seen: '', intent, ...more }, { cookie })

test(
  `${SUBMISSIONS} submissions, each sent one to five times at once, have ${SUBMISSIONS} effects`,
  async () => {
    const dice = diceOf(11)
    const heads = world.heads.slice(0, SUBMISSIONS)
    let sent = 0
    for (let first = 0; first < heads.length; first += 8) {
      const batch = heads.slice(first, first + 8).map(async (head) => {
        const intent = randomUUID()
        const copies = Array.from({ length: dice.between(1, 5) }, () => submit(head, intent))
        sent += copies.length
        return (await Promise.all(copies)).map(({ status }) => status)
      })
      expect(new Set((await Promise.all(batch)).flat())).toEqual(new Set([303]))
    }
    const effects = await house.db.selectFrom('submission').select(['response_id', 'revision']).execute()
    expect(effects).toHaveLength(SUBMISSIONS)
    expect(new Set(effects.map(({ response_id }) => response_id)).size).toBe(SUBMISSIONS)
    const entries = house.db.selectFrom('audit').select('seq').where('action', '=', 'response.submitted')
    expect(await entries.execute()).toHaveLength(SUBMISSIONS)
    expect(sent).toBeGreaterThan(SUBMISSIONS * 1.5)
    expect(await flawsOf(house.db)).toEqual([])
  },
  times(120_000, 900_000),
)

test('the key of a submission does nothing for another one', async () => {
  const head = world.heads.at(-1) as Head
  const intent = randomUUID()
  expect((await submit(head, intent)).status).toBe(303)
  expect((await submit(head, intent, { signed_name: 'Somebody else' })).status).toBe(400)
  const kept = house.db.selectFrom('submission').select('signed_name').where('response_id', '=', head.responseId)
  expect(await kept.execute()).toEqual([{ signed_name: 'A. Haddad' }])
})

test('a save sent five times at once is one revision, and five times the same answer', async () => {
  const head = world.heads.at(-2) as Head
  const save = aSave('n01', 7, 0)
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendSave(client, head, save)))
  expect(answers.map(({ said }) => said?.fields.n01?.revision)).toEqual([1, 1, 1, 1, 1])
  expect(await historyOf(house.db, head.responseId, 'n01')).toHaveLength(1)
})

test('the key of a save is refused for another value, and nothing changes', async () => {
  const head = world.heads.at(-2) as Head
  const save = aSave('n02', 7, 0)
  await sendSave(client, head, save)
  expect((await sendSave(client, head, { ...save, value: 8 })).status).toBe(400)
  expect(await historyOf(house.db, head.responseId, 'n02')).toMatchObject([{ value: 7, revision: 1 }])
})

test('a save whose answer got lost is told it was kept, though a colleague has changed it since; neither is lost', async () => {
  const head = world.heads.at(-2) as Head
  const lost = aSave('n03', 1, 0)
  await sendSave(client, head, lost)
  await sendSave(client, head, aSave('n03', 2, 1))
  const again = (await sendSave(client, head, lost)).said
  expect(again).toMatchObject({ isKept: true, hasClashes: false })
  // The page still shows 1, so its next change is based on the revision that said so, and meets the colleague's.
  expect(again?.fields.n03?.revision).toBe(1)
  const next = (await sendSave(client, head, aSave('n03', 3, 1))).said
  expect(next?.hasClashes).toBe(true)
  expect(await historyOf(house.db, head.responseId, 'n03')).toHaveLength(2)
})

test('a form without scripts carries a key too, but "back" may send another version under it', async () => {
  const head = world.heads.at(-2) as Head
  const save = aSave('n04', 1, 0)
  const path = `/answer/${ROUND}/${SECTION}`
  expect((await client.post(path, formOf(save), { cookie: head.cookie })).status).toBe(303)
  const changed = formOf({ ...save, value: 2, base: 1 })
  expect((await client.post(path, changed, { cookie: head.cookie })).status).toBe(303)
  expect(await historyOf(house.db, head.responseId, 'n04')).toMatchObject([{ value: 2 }, { value: 1 }])
})
