// Invitations, from the letter to the account: what uses one up, and what does not.
import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { resendInvitation, sendInvitation } from '#app/auth/inviting.ts'
import { inviteManager, readAsked } from '#app/commands/invite.ts'
import { createWords } from '#app/words.ts'
import { findAccount } from '#db/accounts.ts'
import { listAudit } from '#db/audit.ts'
import { openDatabase } from '#db/connection.ts'
import { findInvitation, revokeInvitation } from '#db/invitations.ts'
import { listMail } from '#db/outbox.ts'
import type { Tables } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { aConfig, anAuth, aPerson, PASSWORD } from '../support/signing.ts'
import { aRound } from '../support/world.ts'

const DAY = 86_400_000
const GOOD = 'lampe girafe torrent minuit'

async function invited(db: Kysely<Tables>, { email = 'Karim.Aziz@Justice.example' } = {}) {
  const { meeting } = await aRound(db)
  const house = anAuth(db)
  const desk = { db, config: house.config, words: createWords(() => {}) }
  const act = { actor: 'system', by: null, at: house.clock.now.toISOString() }
  const person = {
    email,
    name: 'Karim Aziz',
    role: 'head',
    meetingId: meeting.id,
    country: 'XB',
    language: 'fr',
  } as const
  const sent = await sendInvitation(desk, act, person)
  return { ...house, desk, act, sent, email: email.toLowerCase() }
}

test('the letter holds link and code in the language of the invited, and names their place', async ({ db }) => {
  const { sent, email } = await invited(db)
  const [letter] = await listMail(db)
  expect(letter).toMatchObject({
    to: email,
    language: 'fr',
    state: 'waiting',
    subject: 'Votre invitation à Tour de Table',
  })
  expect(letter?.text).toContain(`\n${sent.link}\n`)
  expect(letter?.text).toContain(`\n${sent.code}\n`)
  expect(letter?.text).toContain('Délégation')
  expect(sent.link).toBe(`http://localhost:3000/invitation/${sent.id}`)
  expect(sent.link).not.toContain(sent.code)
  const row = await db.selectFrom('invitation').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(sent.code)
})

test('address, code and a new passphrase make an account with its place, and open a session', async ({ db }) => {
  const { auth, browser, sent, email } = await invited(db)
  const laptop = browser()
  const typed = { id: sent.id, email: ` ${email.toUpperCase()} `, code: sent.code.toLowerCase(), password: GOOD }
  expect(laptop.take(await auth.acceptInvitation(laptop.caller, typed)).state).toBe('open')
  const signedIn = await auth.currentAccount(laptop)
  expect(signedIn).toMatchObject({
    account: { name: 'Karim Aziz', email, language: 'fr' },
    membership: { role: 'head', country: 'XB' },
  })
  expect((await auth.acceptInvitation(browser().caller, typed)).state).toBe('over')
  const actions = (await listAudit(db, { chains: ['house'] })).map(({ action }) => action)
  expect(actions).toEqual(
    expect.arrayContaining(['account.created', 'invitation.used', 'membership.added', 'session.opened']),
  )
})

test('fifty scanners that open, post and guess leave the invitation to its person', async ({ db }) => {
  const { auth, browser, sent, email } = await invited(db)
  for (let turn = 0; turn < 50; turn += 1) {
    const { caller } = browser(`10.0.${turn}.1`)
    const nothing = { id: sent.id, email: '', code: '', password: '' }
    expect(await auth.acceptInvitation(caller, nothing)).toEqual({ state: 'refused', problem: 'short' })
  }
  expect((await findInvitation(db, sent.id))?.tries).toBe(0)
  expect(await db.selectFrom('rate_limit').selectAll().execute()).toEqual([])
  const answer = await auth.acceptInvitation(browser().caller, { id: sent.id, email, code: sent.code, password: GOOD })
  expect(answer.state).toBe('open')
})

test('five wrong codes end it; renewed, it has another code and another fortnight', async ({ db }) => {
  const { auth, browser, sent, email, desk, act, pass } = await invited(db)
  const guess = (place: number, code: string) =>
    auth.acceptInvitation(browser(`10.0.${place}.1`).caller, { id: sent.id, email, code, password: GOOD })
  for (let turn = 0; turn < 5; turn += 1) expect((await guess(turn, '0000-0000')).state).toBe('wrong')
  expect((await guess(6, sent.code)).state).toBe('over')
  const renewed = (await resendInvitation(desk, act, sent.id)) ?? expect.fail()
  expect(renewed.link).toBe(sent.link)
  expect((await guess(7, sent.code)).state).toBe('wrong')
  pass(14 * DAY - 1000)
  expect((await guess(8, renewed.code)).state).toBe('open')
  expect(await resendInvitation(desk, act, sent.id)).toBeNull()
})

test('an invitation that expired or was revoked opens nothing', async ({ db }) => {
  const { auth, browser, sent, email, act, pass } = await invited(db)
  const typed = { id: sent.id, email, code: sent.code, password: GOOD }
  await revokeInvitation(db, { actor: act.actor, at: act.at, id: sent.id })
  expect((await auth.acceptInvitation(browser().caller, typed)).state).toBe('over')
  pass(15 * DAY)
  expect((await auth.acceptInvitation(browser().caller, { ...typed, id: 'no-such' })).state).toBe('over')
})

test('a code typed without its link works with the address; guessing so uses up nobody’s tries', async ({ db }) => {
  const { auth, browser, sent, email } = await invited(db)
  const typed = { id: null, email, code: sent.code, password: GOOD }
  for (let turn = 0; turn < 4; turn += 1) {
    const { caller } = browser('10.0.0.1')
    expect((await auth.acceptInvitation(caller, { ...typed, code: '0000-0000' })).state).toBe('wrong')
  }
  expect((await findInvitation(db, sent.id))?.tries).toBe(0)
  expect((await auth.acceptInvitation(browser().caller, { ...typed, email: 'other@justice.example' })).state).toBe(
    'wrong',
  )
  expect((await auth.acceptInvitation(browser().caller, typed)).state).toBe('open')
})

test('a passphrase that is too easy is refused with its reason, and costs no try', async ({ db }) => {
  const { auth, browser, sent, email } = await invited(db)
  const refused = await auth.acceptInvitation(browser().caller, {
    id: sent.id,
    email,
    code: sent.code,
    password: 'karim aziz justice',
  })
  expect(refused).toEqual({ state: 'refused', problem: 'common' })
  expect((await findInvitation(db, sent.id))?.tries).toBe(0)
})

test('somebody who has an account adds the place with its own passphrase, and signs in as always', async ({ db }) => {
  const owner = await aPerson(db, 'Karim Aziz')
  const { auth, browser, sent } = await invited(db, { email: owner.email })
  const typed = { id: sent.id, email: owner.email, code: sent.code }
  const { caller } = browser()
  expect((await auth.acceptInvitation(caller, { ...typed, password: GOOD })).state).toBe('own_password')
  const joined = await auth.acceptInvitation(caller, { ...typed, password: PASSWORD })
  expect(joined).toEqual({ state: 'joined' })
  expect((await findAccount(db, { id: owner.id }))?.memberships).toMatchObject([{ role: 'head', country: 'XB' }])
})

test('of two who accept at the same moment, one gets in', async ({ db }) => {
  const { auth, browser, sent, email } = await invited(db)
  const typed = { id: sent.id, email, code: sent.code, password: GOOD }
  const answers = await Promise.all(
    [1, 2, 3].map((place) => auth.acceptInvitation(browser(`10.0.${place}.1`).caller, typed)),
  )
  expect(answers.filter(({ state }) => state === 'open')).toHaveLength(1)
  expect(await db.selectFrom('membership').selectAll().execute()).toHaveLength(1)
})

test('the first manager is invited from the command line', async ({ url }) => {
  const asked = readAsked(['Romane@Programme.example', '--language', 'ar', '--name', 'Romane Amsel'])
  expect(asked).toEqual({ email: 'romane@programme.example', name: 'Romane Amsel', language: 'ar' })
  for (const wrong of [[], ['romane'], ['a@b.example', 'c@d.example'], ['a@b.example', '--language', 'xx']]) {
    expect(() => readAsked(wrong)).toThrow('npm run invite')
  }
  const config = { ...aConfig(), databaseUrl: url }
  const sent = await inviteManager(config, asked, new Date())
  const { db, close } = await openDatabase(url)
  expect(await findInvitation(db, sent.id)).toMatchObject({
    role: 'manager',
    meetingId: null,
    country: null,
    invitedBy: null,
  })
  const { auth, browser } = anAuth(db, { config })
  const answer = await auth.acceptInvitation(browser().caller, {
    id: sent.id,
    email: asked.email,
    code: sent.code,
    password: GOOD,
  })
  expect(answer.state).toBe('open')
  await close()
})
