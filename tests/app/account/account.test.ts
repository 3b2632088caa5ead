// One’s own account over HTTP: the profile, the role one acts in, sessions, and the way to a second factor.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMembership } from '#db/accounts.ts'
import { anHolder, enterDoor, setUpApp, tryDoor, withDatabase } from '../../support/account-holders.ts'
import { formWith } from '../../support/forms.ts'
import { stranger } from '../../support/people.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { codeOf } from '../../support/signing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

test('name, language, digits and time zone are kept, and the next page speaks that way', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const form = formWith((await laptop.open('/account')).html, 'timeZone')
  expect(Object.fromEntries(form)).toEqual({ name: 'Amal Haddad', language: 'en', digits: 'latn', timeZone: '' })
  const change = { name: 'أمل حداد', language: 'ar', digits: 'arab', timeZone: 'Asia/Beirut', act: 'save' }
  expect((await laptop.post('/account', change)).headers.get('location')).toBe('/account?done=saved')
  const { html } = await laptop.open('/account?done=saved')
  expect(html).toContain('<html lang="ar" dir="rtl"')
  expect(html).toContain('value="أمل حداد"')
  expect(html).toMatch(/<option value="Asia\/Beirut" selected="">/)
})

test('an empty name comes back with 400, and what was chosen beside it stays', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const typed = { act: 'save', name: ' ', language: 'fr', digits: 'latn', timeZone: 'UTC' }
  const answer = await laptop.post('/account', typed)
  const html = await answer.text()
  expect(answer.status).toBe(400)
  expect(html).toContain('id="name-wrong"')
  expect(html).toMatch(/<option value="fr" lang="fr" selected="">/)
  expect((await laptop.post('/account', { ...typed, name: 'A', timeZone: 'Moon/Base' })).status).toBe(400)
})

test('with several roles one acts in the chosen one, and never in somebody else’s', async () => {
  const amal = await anHolder(server, 'Amal Haddad', 'observer')
  const other = await anHolder(server, 'Karim Aziz')
  const act = { actor: 'system', at: new Date().toISOString(), meetingId: null, country: null }
  const [own, foreign] = await withDatabase(server, async (db) => [
    await addMembership(db, { ...act, accountId: amal.id, role: 'rapporteur' }),
    await addMembership(db, { ...act, accountId: other.id, role: 'rapporteur' }),
  ])
  const laptop = await enterDoor(server, amal)
  expect((await laptop.open('/account')).html).toContain('Amal Haddad, observer')
  await laptop.post('/account', { act: 'role', membership: own ?? '' })
  expect((await laptop.open('/account')).html).toContain('Amal Haddad, rapporteur')
  expect((await laptop.post('/account', { act: 'role', membership: foreign ?? '' })).status).toBe(400)
})

test('one’s own sessions are listed, and end at once', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const [laptop, phone, tablet] = [
    await enterDoor(server, amal),
    await enterDoor(server, amal),
    await enterDoor(server, amal),
  ]
  const { html } = await laptop.open('/account/sessions')
  expect(html.match(/name="session"/g)).toHaveLength(2)
  const phoneId = /name="session" value="([^"]+)"/.exec((await tablet.open('/account/sessions')).html)?.[1] ?? ''
  await tablet.post('/account/sessions', { act: 'end', session: phoneId })
  const open = await Promise.all([laptop, phone].map(async (one) => (await one.get('/account')).status))
  expect(open.toSorted()).toEqual([200, 303])
  await tablet.post('/account/sessions', { act: 'end_others' })
  expect(await Promise.all([laptop, phone].map(async (one) => (await one.get('/account')).status))).toEqual([303, 303])
  expect((await tablet.get('/account')).status).toBe(200)
})

test('nobody ends the session of somebody else', async () => {
  const [amal, karim] = [await anHolder(server, 'Amal Haddad'), await anHolder(server, 'Karim Aziz')]
  const [mine, theirs] = [await enterDoor(server, amal), await enterDoor(server, karim)]
  const id = await withDatabase(server, (db) =>
    db.selectFrom('session').select('id').where('account_id', '=', karim.id).executeTakeFirstOrThrow(),
  )
  expect((await mine.post('/account/sessions', { act: 'end', session: id.id })).status).toBe(400)
  expect((await theirs.get('/account')).status).toBe(200)
})

test('a manager with a passphrase alone is led to the second factor, and from there to where they wanted to go', async () => {
  const romane = await anHolder(server, 'Romane Amsel', 'manager')
  const laptop = await enterDoor(server, romane)
  const there = (await laptop.get('/team')).headers.get('location') ?? ''
  expect(there).toBe('/account/second-factor?returnTo=%2Fteam')
  expect((await laptop.open(there)).html).toContain('Your role needs a second factor')
  const { secret, codes } = await setUpApp(laptop, (key) => codeOf(key))
  expect((await laptop.get('/team')).status).toBe(200)
  const phone = stranger(server)
  expect((await tryDoor(phone, romane)).to).toContain('/sign-in/code')
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '', returnTo: '/team' })).status).toBe(303)
  expect((await phone.get('/team')).status).toBe(200)
  expect(secret).toMatch(/^[A-Z2-7]{40,}$/)
})

test('whoever stays for a while may say so; a stranger may not', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const stay = (who: typeof laptop) =>
    who.ask('/account/stay', {
      method: 'POST',
      body: '{}',
      headers: { origin: server.origin, accept: 'application/json', 'content-type': 'application/json' },
    })
  expect(await (await stay(laptop)).json()).toEqual({ left: 60 * 60_000 })
  expect((await stay(stranger(server))).status).toBe(401)
  expect((await laptop.open('/account')).html).toMatch(/data-session="" data-left="\d+" data-most="\d+"/)
})
