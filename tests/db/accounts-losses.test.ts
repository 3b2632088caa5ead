// What people lose: a passphrase, their second factor, both. What gets them in again, and what does not get others in.
import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { askReset, confirmReset } from '#app/auth/factor-resets.ts'
import { createWords } from '#app/words.ts'
import { disableAccount } from '#db/accounts.ts'
import { listFactorResets, withdrawFactorReset } from '#db/factor-resets.ts'
import { listMail } from '#db/outbox.ts'
import { findFactors } from '#db/second-factors.ts'
import type { Tables } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAuth, aPerson, codeOf, PASSWORD } from '../support/signing.ts'

const MINUTE = 60_000
const GOOD = 'lampe girafe torrent minuit'

/** What the last letter to an address says on the lines of their own. */
async function lastLetter(db: Kysely<Tables>, to: string) {
  const letter = (await listMail(db)).find((one) => one.to === to)
  const text = letter?.text ?? ''
  return {
    subject: letter?.subject,
    id: /\/sign-in\/lost\/(\S+)/.exec(text)?.[1] ?? '',
    code: /\n([0-9A-Z]{4}-[0-9A-Z]{4})\n/.exec(text)?.[1] ?? '',
  }
}

async function withApp(db: Kysely<Tables>, name = 'Amal Haddad') {
  const house = anAuth(db)
  const person = await aPerson(db, name)
  const laptop = house.browser()
  laptop.actor = person.id
  laptop.take(await house.auth.signIn(laptop.caller, { ...person, password: PASSWORD, code: '' }))
  const signedIn = (await house.auth.currentAccount(laptop)) ?? expect.fail()
  await house.auth.beginTotp(laptop.caller, { signedIn, password: PASSWORD })
  const { secret } = (await house.auth.pendingTotp(signedIn)) ?? expect.fail()
  const proved = laptop.take(await house.auth.proveTotp(laptop.caller, { signedIn, typed: codeOf(secret, -1) }))
  const recoveryCodes = proved.state === 'done' ? (proved.recoveryCodes ?? []) : []
  house.pass(1000)
  return { ...house, person, laptop, secret, recoveryCodes }
}

test('a forgotten passphrase is asked for without saying whether anybody has the address', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const karim = await aPerson(db, 'Karim Aziz')
  await disableAccount(db, { actor: 'system', at: new Date().toISOString(), id: karim.id })
  for (const email of [amal.email.toUpperCase(), karim.email, 'nobody@justice.example']) {
    expect(await auth.askNewPassword(browser().caller, email)).toEqual({ state: 'asked' })
  }
  expect((await listMail(db)).map(({ to }) => to)).toEqual([amal.email])
})

test('link, address, code and a new passphrase end all sessions; the old passphrase opens nothing', async ({ db }) => {
  const { auth, browser, pass } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const laptop = browser()
  laptop.take(await auth.signIn(laptop.caller, { ...amal, password: PASSWORD, code: '' }))
  await auth.askNewPassword(browser().caller, amal.email)
  const { id, code } = await lastLetter(db, amal.email)
  const typed = { id, email: amal.email, code, password: GOOD }
  const { caller } = browser()
  expect(await auth.chooseNewPassword(caller, { ...typed, code: '0000-0000' })).toEqual({ state: 'wrong' })
  expect(await auth.chooseNewPassword(caller, { ...typed, email: 'other@justice.example' })).toEqual({ state: 'wrong' })
  expect(await auth.chooseNewPassword(caller, { ...typed, password: 'short' })).toEqual({
    state: 'refused',
    problem: 'short',
  })
  pass(59 * MINUTE)
  expect((await auth.chooseNewPassword(browser().caller, typed)).state).toBe('done')
  expect((await auth.chooseNewPassword(browser().caller, typed)).state).toBe('over')
  expect(await auth.currentAccount(laptop)).toBeNull()
  expect((await auth.signIn(browser().caller, { ...amal, password: PASSWORD, code: '' })).state).toBe('refused')
  expect((await auth.signIn(browser().caller, { ...amal, password: GOOD, code: '' })).state).toBe('open')
  expect((await lastLetter(db, amal.email)).subject).toBe('Your passphrase was changed')
})

test('a reset is valid for an hour and five tries, and a new one ends the old one', async ({ db }) => {
  const { auth, browser, pass } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  await auth.askNewPassword(browser().caller, amal.email)
  const first = await lastLetter(db, amal.email)
  pass(1000)
  await auth.askNewPassword(browser().caller, amal.email)
  const second = await lastLetter(db, amal.email)
  const choose = (place: number, { id, code }: { id: string; code: string }) =>
    auth.chooseNewPassword(browser(`10.0.${place}.1`).caller, { id, email: amal.email, code, password: GOOD })
  expect((await choose(1, first)).state).toBe('over')
  for (let turn = 0; turn < 5; turn += 1)
    expect((await choose(turn, { ...second, code: 'AAAA-AAAA' })).state).toBe('wrong')
  expect((await choose(9, second)).state).toBe('over')
  await auth.askNewPassword(browser('10.9.9.9').caller, amal.email)
  const third = await lastLetter(db, amal.email)
  pass(61 * MINUTE)
  expect((await choose(10, third)).state).toBe('over')
})

test('a new passphrase does not lead past the second factor', async ({ db }) => {
  const { auth, browser, person } = await withApp(db)
  await auth.askNewPassword(browser().caller, person.email)
  const { id, code } = await lastLetter(db, person.email)
  expect(
    (await auth.chooseNewPassword(browser().caller, { id, email: person.email, code, password: GOOD })).state,
  ).toBe('done')
  const laptop = browser()
  expect(laptop.take(await auth.signIn(laptop.caller, { ...person, password: GOOD, code: '' })).state).toBe(
    'second_step',
  )
  expect(await auth.currentAccount(laptop)).toBeNull()
})

test('a recovery code opens once, in place of the app', async ({ db }) => {
  const { auth, browser, person, recoveryCodes } = await withApp(db)
  const [code = ''] = recoveryCodes
  const rows = await db.selectFrom('recovery_code').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(code)
  for (const state of ['open', 'wrong_code']) {
    const phone = browser('198.51.100.1')
    phone.take(await auth.signIn(phone.caller, { ...person, password: PASSWORD, code: '' }))
    expect(phone.take(await auth.passSecondStep(phone.caller, ` ${code.toLowerCase()} `)).state).toBe(state)
    expect((await auth.currentAccount(phone))?.session.factor).toBe(state === 'open' ? 'recovery' : undefined)
  }
  expect((await findFactors(db, person.id)).recoveryCodes).toBe(9)
})

test('nobody passes a second step that nobody began, and a code of one account opens no other', async ({ db }) => {
  const { auth, browser, secret } = await withApp(db)
  expect(await auth.passSecondStep(browser().caller, codeOf(secret))).toEqual({ state: 'expired' })
  const karim = await withApp(db, 'Karim Aziz')
  const phone = karim.browser('198.51.100.1')
  phone.take(await karim.auth.signIn(phone.caller, { ...karim.person, password: PASSWORD, code: '' }))
  expect(await karim.auth.passSecondStep(phone.caller, codeOf(secret))).toEqual({ state: 'wrong_code' })
})

test('a stolen passphrase alone neither adds nor removes a factor', async ({ db }) => {
  const { auth, db: _, ...rest } = { ...(await withApp(db)), db }
  // A session that has shown the passphrase only, as one would have it beside a passkey.
  const stolen = { ...((await auth.currentAccount(rest.laptop)) ?? expect.fail()) }
  const signedIn = { ...stolen, session: { ...stolen.session, factor: 'password' as const } }
  const owned = { signedIn, password: PASSWORD }
  expect(await auth.beginTotp(rest.laptop.caller, owned)).toEqual({ state: 'step_up' })
  expect(await auth.removeTotp(rest.laptop.caller, owned)).toEqual({ state: 'step_up' })
  expect(await auth.renewRecoveryCodes(rest.laptop.caller, owned)).toEqual({ state: 'step_up' })
  expect(await auth.beginPasskey(rest.laptop.caller, owned)).toEqual({ state: 'step_up' })
})

test('ten wrong codes lock the second step for a quarter of an hour; a recovery code still opens', async ({ db }) => {
  const { auth, browser, person, recoveryCodes } = await withApp(db)
  const answers: string[] = []
  for (let turn = 0; turn < 4; turn += 1) {
    const phone = browser(`10.0.${turn}.1`)
    phone.take(await auth.signIn(phone.caller, { ...person, password: PASSWORD, code: '' }))
    for (let guess = 0; guess < 3; guess += 1) answers.push((await auth.passSecondStep(phone.caller, '000000')).state)
  }
  expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'wrong_code'))
  expect(answers.slice(10)).toEqual(['locked', 'locked'])
  const phone = browser('10.0.99.1')
  phone.take(await auth.signIn(phone.caller, { ...person, password: PASSWORD, code: '' }))
  expect((await auth.passSecondStep(phone.caller, recoveryCodes[0] ?? '')).state).toBe('open')
})

test('two managers together reset a lost factor; neither alone, nor for oneself, and the owner starts anew by mail', async ({
  db,
}) => {
  const { auth, browser, person, laptop, clock, config } = await withApp(db)
  const desk = { db, config, words: createWords(() => {}) }
  const [romane, leonid] = [
    await aPerson(db, 'Romane Amsel', { role: 'manager' }),
    await aPerson(db, 'Leonid Varga', { role: 'manager' }),
  ]
  const as = (actor: string) => ({ actor, at: clock.now.toISOString() })
  const why = 'Lost the phone on the way; checked by telephone.'
  expect(await askReset(desk, as(person.id), { accountId: person.id, why })).toBeNull()
  const id = (await askReset(desk, as(romane.id), { accountId: person.id, why })) ?? expect.fail()
  expect(await askReset(desk, as(leonid.id), { accountId: person.id, why })).toBeNull()
  expect((await lastLetter(db, person.email)).subject).toBe('Somebody asked to reset how you sign in')
  expect(await confirmReset(desk, as(romane.id), id)).toBe('own')
  expect(await confirmReset(desk, as(person.id), id)).toBe('own')
  expect(await auth.currentAccount(laptop)).not.toBeNull()
  clock.now = new Date(clock.now.getTime() + 1000)
  expect(await confirmReset(desk, as(leonid.id), id)).toBe('done')
  expect(await confirmReset(desk, as(leonid.id), id)).toBe('over')
  expect(await auth.currentAccount(laptop)).toBeNull()
  expect(await findFactors(db, person.id)).toEqual({ hasTotp: false, passkeys: [], recoveryCodes: 0 })
  // The old passphrase is gone too: only the owner's mailbox opens the way.
  expect((await auth.signIn(browser().caller, { ...person, password: PASSWORD, code: '' })).state).toBe('refused')
  const letter = await lastLetter(db, person.email)
  const typed = { id: letter.id, email: person.email, code: letter.code, password: GOOD }
  expect((await auth.chooseNewPassword(browser().caller, typed)).state).toBe('done')
  expect((await auth.signIn(browser('10.1.1.1').caller, { ...person, password: GOOD, code: '' })).state).toBe('open')
})

test('a reset is withdrawn or forgotten after a week, and nothing has changed', async ({ db }) => {
  const { person, clock, config } = await withApp(db)
  const desk = { db, config, words: createWords(() => {}) }
  const romane = await aPerson(db, 'Romane Amsel', { role: 'manager' })
  const as = (days: number) => ({
    actor: romane.id,
    at: new Date(clock.now.getTime() + days * 86_400_000).toISOString(),
  })
  const first = (await askReset(desk, as(0), { accountId: person.id, why: 'Lost' })) ?? expect.fail()
  expect(await withdrawFactorReset(db, { ...as(0), id: first })).toBe('done')
  const second = await askReset(desk, as(1), { accountId: person.id, why: 'Lost after all' })
  expect(await listFactorResets(db, as(2).at)).toMatchObject([{ id: second, accountId: person.id, askedBy: romane.id }])
  expect(await listFactorResets(db, as(9).at)).toEqual([])
  expect(await askReset(desk, as(9), { accountId: person.id, why: 'Again' })).not.toBeNull()
  expect((await findFactors(db, person.id)).hasTotp).toBe(true)
})
