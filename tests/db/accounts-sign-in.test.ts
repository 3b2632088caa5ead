// Signing in on both engines: what opens a session, what ends it, and what lies in the tables meanwhile.
import { expect } from 'vitest'
import { disableAccount } from '#db/accounts.ts'
import { listAudit } from '#db/audit.ts'
import { sha256 } from '#db/digest.ts'
import { test } from '../support/database.ts'
import { anAuth, aPerson, codeOf, PASSWORD } from '../support/signing.ts'

const MINUTE = 60_000

test('address and password open a session, whose cookie is nowhere in the table', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  const answer = laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  expect(answer.state).toBe('open')
  const signedIn = await auth.currentAccount(laptop)
  expect(signedIn).toMatchObject({ account: { id: amal.id, name: 'Amal Haddad' }, session: { factor: 'password' } })
  const token =
    decodeURIComponent(/session_token=([^;]+)/.exec(laptop.headers.get('cookie') ?? '')?.[1] ?? '').split('.')[0] ?? ''
  const [row] = await db.selectFrom('session').selectAll().execute()
  expect(row).toMatchObject({ token_hash: sha256(token), ip_address: '192.0.2.7', user_agent: 'Test/1.0' })
  expect(JSON.stringify(row)).not.toContain(token)
})

test('an address that nobody has, a wrong password and a disabled account get the same answer', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const karim = await aPerson(db, 'Karim Aziz')
  await disableAccount(db, { actor: 'system', at: new Date().toISOString(), id: karim.id })
  const tries = [
    { email: 'nobody@justice.example', password: PASSWORD },
    { email: amal.email, password: 'another long password' },
    { email: karim.email, password: PASSWORD },
    { email: 'no address', password: PASSWORD },
    { email: amal.email, password: 'x'.repeat(5000) },
  ]
  for (const typed of tries) {
    const { caller } = browser()
    expect(await auth.signIn(caller, { ...typed, code: '' })).toEqual({ state: 'refused' })
  }
  expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
  const trail = await listAudit(db, { action: 'session.refused' })
  expect(trail.map(({ subject }) => subject)).toHaveLength(5)
})

test('a session ends when nobody has asked for anything for an hour, and after twelve hours whatever is asked', async ({
  db,
}) => {
  const { auth, browser, pass } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  pass(59 * MINUTE)
  expect(await auth.currentAccount(laptop)).not.toBeNull()
  pass(59 * MINUTE)
  expect(await auth.currentAccount(laptop)).not.toBeNull()
  pass(61 * MINUTE)
  expect(await auth.currentAccount(laptop)).toBeNull()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  for (let hour = 1; hour <= 23; hour += 1) {
    pass(30 * MINUTE)
    expect(await auth.currentAccount(laptop)).not.toBeNull()
  }
  pass(31 * MINUTE)
  expect(await auth.currentAccount(laptop)).toBeNull()
})

test('an open page that asks by itself who else is here keeps nobody signed in', async ({ db }) => {
  const { auth, browser, pass } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  const began = (await auth.currentAccount(laptop))?.session.endsAt
  for (let minute = 1; minute < 60; minute += 1) {
    pass(MINUTE)
    expect((await auth.currentAccount(laptop, false))?.session.endsAt).toEqual(began)
  }
  pass(MINUTE)
  expect(await auth.currentAccount(laptop, false)).toBeNull()
})

test('the team has half an hour and eight hours, and a password alone leads it to its second factor', async ({
  db,
}) => {
  const { auth, browser, pass } = anAuth(db)
  const manager = await aPerson(db, 'Romane Amsel', { role: 'manager' })
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...manager, password: PASSWORD, code: '' }))
  const signedIn = await auth.currentAccount(laptop)
  expect(signedIn?.needsSecondFactor).toBe(true)
  expect(Number(signedIn?.session.lastsUntil) - Number(signedIn?.session.endsAt)).toBe(7.5 * 60 * MINUTE)
  pass(31 * MINUTE)
  expect(await auth.currentAccount(laptop)).toBeNull()
})

test('signing in again gives the session a new name, and the old cookie opens nothing', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  const before = new Headers(laptop.headers)
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  expect(await auth.currentAccount({ headers: before })).toBeNull()
  expect(await auth.currentAccount(laptop)).not.toBeNull()
  laptop.take({ headers: await auth.signOut(laptop.caller) })
  expect(await auth.currentAccount(laptop)).toBeNull()
  expect(await db.selectFrom('session').selectAll().execute()).toEqual([])
})

test('a cookie that somebody has changed, or signed with another secret, opens nothing', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  const cookie = laptop.headers.get('cookie') ?? ''
  const [row] = await db.selectFrom('session').select('token_hash').execute()
  const forged = [
    cookie.replace(/session_token=[^.]+/, `session_token=${row?.token_hash}`),
    cookie.replace(/session_token=[^;]+/, 'session_token=%E0%A4%A'),
    cookie.replace(/(session_token=[^.]+)\.[^;]+/, '$1.AAAA'),
    cookie.replace(/(session_token=[^.]+)\.[^;]+/, '$1'),
    `house.session_token=${'a'.repeat(5000)}.x`,
  ]
  for (const one of forged) expect(await auth.currentAccount({ headers: new Headers({ cookie: one }) })).toBeNull()
})

test('an authenticator app is set up with a code, asked for at sign-in, and no code is accepted twice', async ({
  db,
}) => {
  const { auth, browser } = anAuth(db)
  const manager = await aPerson(db, 'Romane Amsel', { role: 'manager' })
  const laptop = browser()
  laptop.actor = manager.id
  laptop.take(await auth.signIn(laptop.caller, { ...manager, password: PASSWORD, code: '' }))
  const signedIn = (await auth.currentAccount(laptop)) ?? expect.fail()
  expect(await auth.beginTotp(laptop.caller, { signedIn, password: 'not the right one' })).toEqual({ state: 'wrong' })
  expect(await auth.beginTotp(laptop.caller, { signedIn, password: PASSWORD })).toEqual({ state: 'begun' })
  const pending = (await auth.pendingTotp(signedIn)) ?? expect.fail()
  expect(pending.uri).toContain(`secret=${pending.secret}`)
  expect(await auth.proveTotp(laptop.caller, { signedIn, typed: '000000' })).toEqual({ state: 'wrong_code' })
  const proved = laptop.take(await auth.proveTotp(laptop.caller, { signedIn, typed: codeOf(pending.secret, -1) }))
  if (proved.state !== 'done') return expect.fail(proved.state)
  expect(proved.recoveryCodes).toHaveLength(10)
  expect(await auth.currentAccount(laptop)).toMatchObject({ needsSecondFactor: false, session: { factor: 'totp' } })
  // Signing in elsewhere now takes two steps.
  const phone = browser('198.51.100.4')
  const first = phone.take(await auth.signIn(phone.caller, { ...manager, password: PASSWORD, code: '' }))
  expect(first.state).toBe('second_step')
  expect(await auth.currentAccount(phone)).toBeNull()
  expect(await auth.passSecondStep(phone.caller, codeOf(pending.secret, -1))).toEqual({ state: 'used_code' })
  expect(await auth.passSecondStep(phone.caller, '123')).toEqual({ state: 'wrong_code' })
  const code = codeOf(pending.secret)
  const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('')
  const second = phone.take(await auth.passSecondStep(phone.caller, arabic))
  expect(second.state).toBe('open')
  expect(await auth.currentAccount(phone)).toMatchObject({ session: { factor: 'totp' } })
  // The same code again, from a third place; then along with the password, in one form.
  const third = browser('203.0.113.9')
  expect(third.take(await auth.signIn(third.caller, { ...manager, password: PASSWORD, code }))).toMatchObject({
    state: 'second_step',
    problem: 'used_code',
  })
  expect(
    third.take(await auth.signIn(third.caller, { ...manager, password: PASSWORD, code: codeOf(pending.secret, 1) }))
      .state,
  ).toBe('open')
})
