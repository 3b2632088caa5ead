// Sessions on the running server: what keeps one open, what ends it, and who has to show more than a passphrase.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#app/auth/password-hash.ts'
import { changePassword } from '#db/credentials.ts'
import { anHolder, enterDoor, withDatabase } from '../../support/account-holders.ts'
import { startDemonstration } from '../../support/demonstration.ts'
import { formWith } from '../../support/forms.ts'
import { signIn, type Visitor } from '../../support/people.ts'
import type { TestServer } from '../../support/server.ts'
import { PASSWORD } from '../../support/signing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SECTION = '/answer/demo-regional-needs/delegation'
const PRESENCE = '/answer/demo-regional-needs/presence?section=delegation'

let server: TestServer
beforeAll(async () => {
  server = await startDemonstration()
})
afterAll(() => server?.stop())

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString()
type Times = { readonly last_seen_at?: string; readonly created_at?: string }

/** As if the sessions of somebody had begun, or were last used, at another time. */
const setTimes = ({ name }: Visitor, times: Times) =>
  withDatabase(server, (db) =>
    db
      .updateTable('session')
      .set(times)
      .where('account_id', 'in', db.selectFrom('account').select('id').where('name', '=', name))
      .execute(),
  )
const lastSeen = async ({ name }: Visitor) =>
  withDatabase(server, (db) =>
    db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .where('name', '=', name)
      .select('last_seen_at')
      .executeTakeFirstOrThrow(),
  )

test('pages and saves are signs of a person; what an open page asks by itself is none', async () => {
  const head = await signIn(server, 'head.xh')
  const before = ago(10 * MINUTE)
  await setTimes(head, { last_seen_at: before })
  for (const path of [PRESENCE, PRESENCE, PRESENCE.replace('?', '.data?')]) await head.get(path)
  expect((await head.get(PRESENCE)).status).toBe(200)
  expect(await lastSeen(head)).toEqual({ last_seen_at: before })
  const { html } = await head.open(SECTION)
  expect((await lastSeen(head)).last_seen_at > before).toBe(true)
  await setTimes(head, { last_seen_at: before })
  const saved = await head.post(`${SECTION}/save`, formWith(html, 'intent'), { accept: 'application/json' })
  expect(saved.status).toBe(200)
  expect((await lastSeen(head)).last_seen_at > before).toBe(true)
  await setTimes(head, { last_seen_at: ago(61 * MINUTE) })
  expect((await head.get(PRESENCE, { accept: 'application/json' })).status).not.toBe(200)
})

test.each([
  ['head.xh', 59 * MINUTE, 11.9 * HOUR, true],
  ['head.xh', 61 * MINUTE, 2 * HOUR, false],
  ['head.xh', MINUTE, 12.1 * HOUR, false],
  ['manager', 29 * MINUTE, 7.9 * HOUR, true],
  ['manager', 31 * MINUTE, 2 * HOUR, false],
  ['manager', MINUTE, 8.1 * HOUR, false],
])('the session of %s, idle for %i and begun %i milliseconds ago: %s', async (key, idle, begun, isOpen) => {
  const person = await signIn(server, key)
  await setTimes(person, { last_seen_at: ago(idle), created_at: ago(begun) })
  const answer = await person.get('/account')
  expect([answer.status, answer.headers.get('location')]).toEqual(
    isOpen ? [200, null] : [303, '/sign-in?returnTo=%2Faccount'],
  )
})

test.each(['manager', 'officer'] as const)(
  'a passphrase alone opens nothing of the team (%s), in any form of asking',
  async (role) => {
    const laptop = await enterDoor(server, await anHolder(server, 'Amal Haddad', role))
    const door = '/account/second-factor?returnTo=%2Fteam%2Frounds%2Fdemo-regional-needs'
    const path = '/team/rounds/demo-regional-needs'
    expect((await laptop.get(path)).headers.get('location')).toBe(door)
    expect((await laptop.ask(path, { method: 'HEAD' })).headers.get('location')).toBe(door)
    expect((await laptop.get(`${path}.data`)).status).toBe(401)
    expect((await laptop.post(`${path}/settings`, { act: 'close' })).status).toBe(401)
    expect((await laptop.get('/results/demo-regional-needs/needs.csv')).status).toBe(303)
  },
)

test.each([
  ['manager', true],
  ['officer', true],
  ['translator', true],
  ['presenter', true],
  ['rapporteur', false],
  ['observer', false],
] as const)('whether a second factor is asked (%s): %s', async (role, isAsked) => {
  const laptop = await enterDoor(server, await anHolder(server, 'Amal Haddad', role))
  const { html } = await laptop.open('/account/second-factor')
  expect(html.includes('Your role needs a second factor')).toBe(isAsked)
})

/** What somebody types must come back as it was, whatever it is made of. */
const TYPED = 'First line "quoted" & <b>bold</b>\nاتفاقية ثنائية — 100 %\n  + last, with spaces  end'

test('a form that comes after its session keeps what was typed, over a wrong passphrase and a change of language', async () => {
  const head = await signIn(server, 'head.xh', 'en')
  const email = 'head.xh@demo.example'
  await withDatabase(server, async (db) => {
    const { id } = await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    await changePassword(db, { actor: 'system', at: ago(0), accountId: id, passwordHash: await hashPassword(PASSWORD) })
  })
  const form = formWith((await head.open(SECTION)).html, 'intent')
  const field = [...form.keys()].find((name) => name.endsWith('~comment')) ?? expect.fail('no comment to write')
  form.set(field, TYPED)
  form.append('act', 'stay')
  const sent = [...form].toString()
  await withDatabase(server, (db) => db.deleteFrom('session').execute())
  const refused = await head.post(SECTION, form)
  const to = refused.headers.get('location') ?? ''
  expect([refused.status, to]).toEqual([307, `/sign-in/again?returnTo=${encodeURIComponent(SECTION)}`])
  const asked = await head.post(to, form)
  expect(asked.status).toBe(401)
  const turned = formWith(await asked.text(), 'password')
  turned.set('act', 'language:ar')
  const switched = await head.post(to, turned)
  expect(switched.status).toBe(307)
  const arabic = await (await head.post(switched.headers.get('location') ?? '', turned)).text()
  expect(arabic).toContain('<html lang="ar" dir="rtl"')
  const wrong = formWith(arabic, 'password')
  wrong.set('email', email)
  wrong.set('password', 'not the right passphrase')
  const again = await head.post(to, wrong)
  expect(again.status).toBe(400)
  const right = formWith(await again.text(), 'password')
  right.set('password', PASSWORD)
  const done = await head.post(to, right)
  expect(done.status).toBe(200)
  const goesOn = formWith(await done.text(), 'intent')
  expect([...goesOn].toString()).toBe(sent)
  expect((await head.post(SECTION, goesOn)).status).toBe(303)
  expect(formWith((await head.open(SECTION)).html, 'intent').get(field)).toBe(TYPED)
})
