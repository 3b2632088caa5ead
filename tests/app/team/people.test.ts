// People: invited, given and losing roles, shut out and let in, helped when keys are lost; by managers only.
import { expect } from 'vitest'
import { loader as people, action as revoke } from '#app/routes/team/people.tsx'
import { action as act, loader as person } from '#app/routes/team/person.tsx'
import { action as invite, loader as inviting } from '#app/routes/team/person-invite.tsx'
import { addMembership, findAccount } from '#db/accounts.ts'
import { listFactorResets } from '#db/factor-resets.ts'
import { findInvitation, listInvitations } from '#db/invitations.ts'
import { listMail } from '#db/outbox.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound, BY_SYSTEM } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

const NEW = {
  name: 'Noor Sabbagh',
  email: 'Noor@Demo.Example',
  role: 'head',
  place: 'meeting-of-short-1/XB',
  language: 'ar',
}

async function aHouse(db: Db) {
  const { meeting, amal } = await aRound(db)
  const manager = await anAccount(db, 'Romane Amsel')
  const second = await anAccount(db, 'Edda Roth')
  const place = { role: 'head', meetingId: meeting.id, country: 'XA' } as const
  const membership = await addMembership(db, { ...BY_SYSTEM, accountId: amal, ...place })
  const on = (account: string, form: Record<string, string>) =>
    ask(db, act, `/team/people/${amal}`, { account, params: { account: amal }, form })
  return { amal, manager, second, membership, on }
}

test('an invitation is a letter with a code, shown once to whoever invites, and made once', async ({ db }) => {
  const { manager } = await aHouse(db)
  const asking = { account: manager, form: { ...NEW, intent: '3f0d8a9e-4f1c-4d1e-9a3b-0123456789ab' } }
  const first = (await ask(db, invite, '/team/people/invite', asking)) as {
    data: { sent: { link: string; code: string } }
  }
  expect(first.data.sent.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const [letter] = await listMail(db)
  expect([letter?.to, letter?.language]).toEqual(['noor@demo.example', 'ar'])
  expect(letter?.text).toContain(first.data.sent.code)
  const again = (await ask(db, invite, '/team/people/invite', asking)) as typeof first
  expect(again.data.sent.code).toBeNull()
  const invitations = await listInvitations(db)
  expect(invitations).toHaveLength(1)
  expect(await db.selectFrom('intent').select('answer').execute()).toEqual([
    { answer: JSON.stringify(invitations[0]?.id) },
  ])
})

test('a role and a place that do not go together are refused', async ({ db }) => {
  const { manager } = await aHouse(db)
  const place = async (given: Record<string, string>) =>
    problemsOf(await ask(db, invite, '/team/people/invite', { account: manager, form: { ...NEW, ...given } }))
  expect(await place({ place: 'meeting-of-short-1/' })).toEqual({ place: 'place_delegation' })
  expect(await place({ role: 'officer' })).toEqual({ place: 'place_no_delegation' })
  expect(await place({ role: 'observer', place: 'all' })).toEqual({ place: 'place_meeting' })
  expect(await place({ place: 'meeting-of-short-1/ZZ', email: 'noor', name: '' })).toEqual({
    name: 'name_missing',
    email: 'not_an_address',
    place: 'place_missing',
  })
  expect(await listInvitations(db)).toEqual([])
})

test('an invitation is revoked, and renewed with another code', async ({ db }) => {
  const { manager } = await aHouse(db)
  await ask(db, invite, '/team/people/invite', { account: manager, form: NEW })
  const [{ id } = { id: '' }] = await listInvitations(db)
  expect(leadsTo(await ask(db, revoke, '/team/people', { account: manager, form: { revoke: id } }))).toContain(
    'done=revoked',
  )
  expect((await findInvitation(db, id))?.revokedAt).not.toBeNull()
  const renewed = await ask(db, invite, '/team/people/invite', { account: manager, form: { renew: id } })
  expect((renewed as { data: { sent: { code: string } } }).data.sent.code).toMatch(/-/)
  expect((await findInvitation(db, id))?.revokedAt).toBeNull()
  const unknown = { account: manager, form: { renew: 'nobody' } }
  expect(problemsOf(await ask(db, invite, '/team/people/invite', unknown))).toEqual({ renew: 'changed_meanwhile' })
})

test('a role is changed within its kind, ended, and another given', async ({ db }) => {
  const { amal, manager, membership, on } = await aHouse(db)
  const roles = async () =>
    (await findAccount(db, { id: amal }))?.memberships.map(({ role, country }) => `${role} ${country}`).sort()
  expect(problemsOf(await on(manager, { act: 'change_role', membership, role: 'manager' }))).toEqual({
    role: 'role_missing',
  })
  await on(manager, { act: 'change_role', membership, role: 'reader' })
  expect(await roles()).toEqual(['reader XA'])
  await on(manager, { act: 'add_role', role: 'observer', place: 'meeting-of-short-1/' })
  expect(await roles()).toEqual(['observer null', 'reader XA'])
  const held = (await findAccount(db, { id: amal }))?.memberships.find(({ role }) => role === 'reader')
  await on(manager, { act: 'end_role', membership: held?.id ?? '' })
  expect(await roles()).toEqual(['observer null'])
  expect(problemsOf(await on(manager, { act: 'end_role', membership }))).toEqual({ membership: 'membership_missing' })
})

test('an account is disabled with a reason and enabled again; nobody does it to themselves', async ({ db }) => {
  const { amal, manager, on } = await aHouse(db)
  expect(problemsOf(await on(manager, { act: 'disable' }))).toEqual({ why: 'why_missing' })
  await on(manager, { act: 'disable', why: 'Has left the ministry.' })
  expect((await findAccount(db, { id: amal }))?.disabledAt).not.toBeNull()
  expect(problemsOf(await on(manager, { act: 'disable', why: 'Again.' }))).toEqual({ act: 'changed_meanwhile' })
  await on(manager, { act: 'enable' })
  expect((await findAccount(db, { id: amal }))?.disabledAt).toBeNull()
  expect(problemsOf(await on(amal, { act: 'disable', why: 'Me.' }))).toEqual({ act: 'yourself' })
})

test('a lost second factor takes two managers; the passphrase letter shows its code to its reader only', async ({
  db,
}) => {
  const { amal, manager, second, on } = await aHouse(db)
  expect(leadsTo(await on(manager, { act: 'ask_factor', why: 'The telephone was stolen.' }))).toContain('factor_asked')
  expect(problemsOf(await on(manager, { act: 'confirm_factor' }))).toEqual({ act: 'same_person' })
  expect(leadsTo(await on(second, { act: 'confirm_factor' }))).toContain('factor_confirmed')
  expect(await listFactorResets(db, new Date(0).toISOString())).toEqual([])
  const sent = await on(manager, { act: 'send_password' })
  expect(leadsTo(sent)).toBe(`/team/people/${amal}?done=password_sent`)
  const subjects = (await listMail(db)).map(({ subject }) => subject)
  expect(subjects).toContain('Choose a new passphrase')
  const page = JSON.stringify(await ask(db, person, '/', { account: second, params: { account: amal } }))
  expect(page).not.toContain('sign-in/lost')
})

test('officers and everybody else find no people', async ({ db }) => {
  const { amal, manager } = await aHouse(db)
  for (const role of ['officer', 'translator', 'head', 'observer'] as const) {
    const asking = { account: manager, role, country: role === 'head' ? 'XA' : null, params: { account: amal } }
    for (const loader of [people, person, inviting])
      expect(statusOf(await ask(db, loader as typeof people, '/', asking)), role).toBe(404)
    expect(statusOf(await ask(db, act, '/', { ...asking, form: { act: 'disable', why: 'x' } })), role).toBe(404)
  }
  expect(statusOf(await ask(db, person, '/', { account: manager, params: { account: 'nobody' } }))).toBe(404)
})

test('a manager corrects and erases, with a reason; the address from before hears of it', async ({ db }) => {
  const { amal, manager, on } = await aHouse(db)
  const old = (await findAccount(db, { id: amal }))?.email
  const wrong = { act: 'correct', name: 'Amal Hadad', email: 'nowhere', why: '' }
  expect(problemsOf(await on(manager, wrong))).toEqual({ why: 'why_missing' })
  expect(problemsOf(await on(manager, { ...wrong, why: 'Misspelt' }))).toEqual({ email: 'not_an_address' })
  const right = { act: 'correct', name: 'Amal Hadad', email: 'amal@demo.example', why: 'Misspelt' }
  expect(leadsTo(await on(manager, right))).toContain('corrected')
  const [letter] = await listMail(db)
  expect([letter?.to, letter?.subject]).toEqual([old, 'Your name or address was corrected'])
  expect(leadsTo(await on(manager, { act: 'erase', why: 'Asked for it' }))).toContain('erased')
  expect((await findAccount(db, { id: amal }))?.name).toMatch(/^#/)
  expect(problemsOf(await on(amal, { act: 'erase', why: 'Myself' }))).toEqual({ act: 'yourself' })
})
