// The keys of one’s own account over HTTP: app, recovery codes and passphrase, and what changing them takes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { listMail } from '#db/outbox.ts'
import {
  anHolder,
  codesIn,
  enterDoor,
  type Holder,
  setUpApp,
  tryDoor,
  withDatabase,
} from '../../support/account-holders.ts'
import { stranger } from '../../support/people.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { codeOf, PASSWORD } from '../../support/signing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

const actionsOf = ({ id }: Holder) =>
  withDatabase(server, async (db) => (await listAudit(db, { subject: `account:${id}` })).map(({ action }) => action))
const lettersTo = ({ email }: Holder) =>
  withDatabase(server, async (db) =>
    (await listMail(db)).filter(({ to }) => to === email).map(({ subject }) => subject),
  )

test('an authenticator app is proved by a code, which is then accepted nowhere else', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const { secret, status, codes } = await setUpApp(laptop, (key) => codeOf(key))
  expect([status, codes.length, new Set(codes).size]).toEqual([303, 10, 10])
  const phone = stranger(server, 'en')
  const used = await tryDoor(phone, amal, { code: codeOf(secret) })
  expect(used.to).toMatch(/^\/sign-in\/code\?.*problem=used_code/)
  expect(await tryDoor(stranger(server), amal, { code: codeOf(secret, 1) })).toEqual({ status: 303, to: '/account' })
  expect(await actionsOf(amal)).toEqual(expect.arrayContaining(['totp.added', 'recovery_codes.made']))
  expect(await lettersTo(amal)).toEqual(['A new way to sign in was added'])
})

test('a wrong code keeps the square and the key on the page, and answers 400', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  await laptop.post('/account/second-factor', { act: 'begin', password: PASSWORD })
  const { html } = await laptop.open('/account/second-factor')
  const key = /<b class="seal">([^<]+)</.exec(html)?.[1] ?? 'none'
  const answer = await laptop.post('/account/second-factor', { act: 'prove', code: '000000' })
  const again = await answer.text()
  expect(answer.status).toBe(400)
  expect(again).toContain(key)
  expect(again).toContain('<title>Error: Authenticator app')
  expect(again).toContain('id="code-wrong"')
})

test('nothing about signing in changes without the passphrase', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  for (const [path, fields] of [
    ['/account/second-factor', { act: 'begin' }],
    ['/account/second-factor', { act: 'remove' }],
    ['/account/recovery-codes', {}],
    ['/account/passkeys', { act: 'remove', passkey: 'none' }],
    [
      '/account/password',
      { current: 'not this one', password: 'ruisseau lanterne bruyère', again: 'ruisseau lanterne bruyère' },
    ],
  ] as const) {
    const answer = await laptop.post(path, fields)
    expect([path, answer.status]).toEqual([path, 400])
    expect(await answer.text()).toMatch(/This is not your passphrase|Enter your passphrase/)
  }
  expect(await lettersTo(amal)).toEqual([])
})

test('recovery codes are shown once, and each opens the door once', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const { codes } = await setUpApp(laptop, (key) => codeOf(key))
  expect(codesIn((await laptop.open('/account/recovery-codes')).html)).toEqual([])
  const [first = ''] = codes
  expect(await tryDoor(stranger(server), amal, { code: first.toLowerCase() })).toEqual({ status: 303, to: '/account' })
  expect((await tryDoor(stranger(server), amal, { code: first })).to).toContain('/sign-in/code')
  expect((await laptop.open('/account/recovery-codes')).html).toContain('9 recovery codes are left')
  const made = await laptop.post('/account/recovery-codes', { password: PASSWORD })
  const shown = codesIn((await laptop.open(made.headers.get('location') ?? '')).html)
  expect(shown).toHaveLength(10)
  expect(shown.filter((code) => codes.includes(code))).toEqual([])
  expect((await tryDoor(stranger(server), amal, { code: codes[1] ?? '' })).to).toContain('/sign-in/code')
})

test('codes that were handed to one account are not shown to another in the same browser', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  await laptop.post('/account/recovery-codes', { password: PASSWORD })
  const karim = await anHolder(server, 'Karim Aziz')
  await tryDoor(laptop, karim)
  expect(codesIn((await laptop.open('/account/recovery-codes')).html)).toEqual([])
})

test('a new passphrase ends all other sessions at once, and the owner gets a letter', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const [laptop, phone] = [await enterDoor(server, amal), await enterDoor(server, amal)]
  const next = 'ruisseau lanterne bruyère'
  const answer = await laptop.post('/account/password', { current: PASSWORD, password: next, again: next })
  expect(answer.headers.get('location')).toBe('/account/password?done=password')
  expect((await laptop.get('/account')).status).toBe(200)
  expect((await phone.get('/account')).headers.get('location')).toMatch(/^\/sign-in\?/)
  expect((await tryDoor(stranger(server), amal)).status).toBe(400)
  expect(await tryDoor(stranger(server), amal, { password: next })).toEqual({ status: 303, to: '/account' })
  expect(await lettersTo(amal)).toEqual(['Your passphrase was changed'])
})

test.each([
  ['too short', 'fourteen chars', 'at least 15 characters'],
  ['one everybody tries', 'passwordpassword', 'passphrase'],
  ['made of the own name', 'amal haddad amal', 'passphrase'],
])('a passphrase that is %s is refused', async (_, next, said) => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const answer = await laptop.post('/account/password', { current: PASSWORD, password: next, again: next })
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain('id="password-wrong"')
  expect(html).toContain(said)
  expect(html).not.toContain(next)
})

test('a passphrase typed differently the second time changes nothing', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const laptop = await enterDoor(server, amal)
  const typed = { current: PASSWORD, password: 'ruisseau lanterne bruyère', again: 'ruisseau lanterne bruyere' }
  const answer = await laptop.post('/account/password', typed)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('id="again-wrong"')
})

test('an empty second step is no try: the code is asked for, and then still accepted', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const { codes } = await setUpApp(await enterDoor(server, amal), (key) => codeOf(key))
  const phone = stranger(server, 'en')
  expect((await tryDoor(phone, amal)).to).toContain('/sign-in/code')
  for (let turn = 0; turn < 8; turn += 1) {
    const answer = await phone.post('/sign-in/code', { code: ' ', returnTo: '/account' })
    expect([answer.status, (await answer.text()).includes('Enter the code.')]).toEqual([400, true])
  }
  expect((await phone.post('/sign-in/code', { code: codes[0] ?? '', returnTo: '/account' })).status).toBe(303)
})
