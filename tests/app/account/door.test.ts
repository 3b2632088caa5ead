// The door as a stranger finds it: it says nothing about who has an account, and remembers who failed, even over a restart.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disableAccount } from '#db/accounts.ts'
import { anHolder, enterDoor, type Holder, tryDoor, withDatabase } from '../../support/account-holders.ts'
import { stranger } from '../../support/people.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { PASSWORD } from '../../support/signing.ts'

/** How many of each kind ask, in turns. */
const MANY = 12
/** Behind a proxy, so that tests can come from different networks. */
const BEHIND = { PROXIES: '1' }

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: BEHIND })
})
afterAll(() => server?.stop())

type Asking = { readonly email: string; readonly password?: string; readonly from: string }

/** What the door (or the page of a lost passphrase) answers, without what is different in every answer. */
async function answerTo(path: string, { email, password = 'not the right passphrase', from }: Asking) {
  const fields = { email, password, code: '', returnTo: '/account' }
  const began = performance.now()
  const answer = await server.post(path, fields, { 'x-forwarded-for': from, 'accept-language': 'en' })
  const html = (await answer.text()).replaceAll(email, 'ADDRESS').replace(/nonce="[^"]*"|nonce-[\w+/=-]+/g, '')
  const took = performance.now() - began
  const changing = new Set(['x-request-id', 'content-security-policy', 'date', 'content-length', 'etag'])
  const headers = [...answer.headers].filter(([name]) => !changing.has(name))
  const requestId = answer.headers.get('x-request-id') ?? ''
  return { took, seen: { status: answer.status, headers, html: html.replaceAll(requestId, 'REQUEST') } }
}

/** The middle one: a single slow answer on a busy machine says nothing. */
const median = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0

/** Asks for known and unknown addresses in turns. @returns the answers, and the milliseconds that each kind took */
async function compare(path: string, net: number) {
  const known: Holder[] = []
  for (let turn = 0; turn < MANY; turn += 1) known.push(await anHolder(server, `Amal Haddad ${turn}`))
  await answerTo(path, { email: 'warm@justice.example', from: `10.${net}.0.1` })
  const answers = { known: new Set<string>(), unknown: new Set<string>() }
  const times = { known: [] as number[], unknown: [] as number[] }
  for (const [turn, { email }] of known.entries()) {
    for (const [kind, address] of [
      ['known', email],
      ['unknown', email.replace('@', '.x@')],
    ] as const) {
      const { seen, took } = await answerTo(path, { email: address, from: `10.${net}.${turn}.1` })
      answers[kind].add(JSON.stringify(seen))
      times[kind].push(took)
    }
  }
  return { answers, known: median(times.known), unknown: median(times.unknown) }
}

test('a wrong passphrase and an address that nobody has get the same answer after the same work', async () => {
  const { answers, known, unknown } = await compare('/sign-in', 1)
  expect(answers.known.size).toBe(1)
  expect(answers.unknown).toEqual(answers.known)
  expect([...answers.known][0]).toContain('"status":400')
  // A passphrase is hashed for both: without it, an unknown address would be answered in a fraction of the time.
  expect(known / unknown).toBeGreaterThan(0.6)
  expect(known / unknown).toBeLessThan(1.7)
})

test('a lost passphrase is asked for with the same answer after the same time, whoever has the address', async () => {
  const { answers, known, unknown } = await compare('/sign-in/lost', 2)
  expect(answers.known.size).toBe(1)
  expect(answers.unknown).toEqual(answers.known)
  expect([...answers.known][0]).toContain('"status":303')
  expect(Math.min(known, unknown)).toBeGreaterThan(149)
  expect(Math.abs(known - unknown)).toBeLessThan(40)
})

test('a disabled account is told what a wrong passphrase is told, even with the right one', async () => {
  const [open, shut] = [await anHolder(server, 'Amal Haddad'), await anHolder(server, 'Amal Haddad')]
  await withDatabase(server, (db) => disableAccount(db, { actor: 'system', at: new Date().toISOString(), id: shut.id }))
  const wrong = await answerTo('/sign-in', { email: open.email, from: '10.3.0.1' })
  const disabled = await answerTo('/sign-in', { email: shut.email, password: PASSWORD, from: '10.3.1.1' })
  expect(disabled.seen).toEqual(wrong.seen)
})

test('an account that is disabled is out with its next request, in every form of it', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  expect((await laptop.get('/account')).status).toBe(200)
  await withDatabase(server, (db) => disableAccount(db, { actor: 'system', at: new Date().toISOString(), id: amal.id }))
  expect((await laptop.get('/account')).headers.get('location')).toBe('/sign-in?returnTo=%2Faccount')
  expect((await laptop.get('/account.data')).status).toBe(401)
  expect((await laptop.post('/account', { act: 'save', name: 'Somebody' })).status).toBe(307)
})

test('a restart forgets no failure, and failures of a stranger stop nobody at a browser they know', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-door-'))
  const env = { ...BEHIND, DATABASE_URL: `file:${join(folder, 'house.db')}` }
  const before = await startServer({ env })
  const amal = await anHolder(before, 'Amal Haddad')
  const laptop = await enterDoor(before, amal)
  await laptop.post('/sign-out', {})
  const guess = (house: TestServer, from: string, password: string) =>
    house.post('/sign-in', { email: amal.email, password, code: '' }, { 'x-forwarded-for': from })
  const statuses: number[] = []
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await guess(before, '10.4.0.1', 'a guess at it')).status)
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
  await before.stop()
  const after = await startServer({ env })
  const limited = await guess(after, '10.4.0.77', PASSWORD)
  expect(limited.status).toBe(429)
  expect(await limited.text()).toMatch(/id="email-wrong"/)
  // Elsewhere, and in a browser that Amal has signed in with before: the door opens.
  expect((await guess(after, '10.5.0.1', PASSWORD)).status).toBe(303)
  const back = stranger(after)
  const mark = [...laptop.cookies].map((pair) => pair.join('=')).join('; ')
  const fields = { email: amal.email, password: PASSWORD, code: '' }
  const known = await after.post('/sign-in', fields, { cookie: mark, 'x-forwarded-for': '10.4.0.1' })
  expect(known.status).toBe(303)
  expect((await tryDoor(back, amal)).status).toBe(303)
  await after.stop()
  await rm(folder, { recursive: true, force: true })
})
