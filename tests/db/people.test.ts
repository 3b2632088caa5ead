// Places, invitations and accounts: given, ended, changed, always with a trace, and never by a guess.
import { expect } from 'vitest'
import {
  addMembership,
  changeRole,
  disableAccount,
  enableAccount,
  endMembership,
  findAccount,
  listMemberships,
  listPeople,
} from '#db/accounts.ts'
import { listAudit } from '#db/audit.ts'
import { sha256 } from '#db/digest.ts'
import {
  createInvitation,
  findInvitation,
  isUsable,
  listInvitations,
  renewInvitation,
  revokeInvitation,
  spendInvitation,
  tryInvitation,
} from '#db/invitations.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes } from '../support/world.ts'

async function invited(db: Db) {
  const { meeting } = await aRound(db)
  const invitation = await createInvitation(db, {
    ...BY_SYSTEM,
    email: 'Karim@Demo.example',
    name: 'Karim Aziz',
    role: 'head',
    meetingId: meeting.id,
    country: 'XB',
    language: 'ar',
    codeHash: sha256('12345678'),
    expiresAt: minutes(100),
    invitedBy: null,
  })
  const attempt = (code: string, at = minutes(1), email = 'karim@demo.example') =>
    tryInvitation(db, { id: invitation.id, email, codeHashes: [sha256(code)], at })
  return { meeting, invitation, attempt }
}

test('an invitation is used up by the right address and code, and gives the place', async ({ db }) => {
  const { meeting, invitation, attempt } = await invited(db)
  expect(await attempt('12345678', minutes(1), ' KARIM@demo.example ')).toBe('right')
  expect(await attempt('12345678')).toBe('right')
  const karim = await anAccount(db, 'Karim Aziz')
  const use = { id: invitation.id, accountId: karim, actor: karim, at: minutes(2) }
  expect(await spendInvitation(db, use)).toBe(true)
  expect(await spendInvitation(db, use)).toBe(false)
  expect(await attempt('12345678')).toBe('over')
  expect(await listMemberships(db, karim)).toMatchObject([{ role: 'head', country: 'XB', meetingId: meeting.id }])
})

test('the code is nowhere in the database, nor is the address in the trail', async ({ db }) => {
  const { invitation } = await invited(db)
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', invitation.id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('12345678')
  expect(JSON.stringify(await listAudit(db))).not.toContain('demo.example')
})

test('five wrong codes, or another address, end an invitation until it is renewed', async ({ db }) => {
  const { invitation, attempt } = await invited(db)
  expect(await attempt('12345678', minutes(1), 'other@demo.example')).toBe('wrong')
  for (let i = 0; i < 4; i += 1) expect(await attempt('00000000')).toBe('wrong')
  expect(await attempt('12345678')).toBe('over')
  const renewal = { ...BY_SYSTEM, id: invitation.id, codeHash: sha256('87654321'), expiresAt: minutes(200) }
  expect(await renewInvitation(db, renewal)).toBe(true)
  expect(await attempt('12345678')).toBe('wrong')
  expect(await attempt('87654321')).toBe('right')
})

test('an invitation ends with its time, and when it is revoked', async ({ db }) => {
  const { invitation, attempt } = await invited(db)
  expect(await attempt('12345678', minutes(101))).toBe('over')
  expect(await revokeInvitation(db, { ...BY_SYSTEM, id: invitation.id })).toBe(true)
  expect(await revokeInvitation(db, { ...BY_SYSTEM, id: invitation.id })).toBe(false)
  expect(await attempt('12345678')).toBe('over')
  const found = await findInvitation(db, invitation.id)
  expect(found && isUsable(found, minutes(1))).toBe(false)
  expect(await listInvitations(db, { isOpen: true })).toEqual([])
  expect(await listInvitations(db)).toHaveLength(1)
  expect(await tryInvitation(db, { id: 'nothing', email: '', codeHashes: [''], at: minutes(1) })).toBe('over')
})

test('a place is given once, ended, and changed by an end and a beginning', async ({ db }) => {
  const { meeting } = await aRound(db)
  const nadia = await anAccount(db, 'Nadia Said')
  const place = { ...BY_SYSTEM, accountId: nadia, role: 'contributor', meetingId: meeting.id, country: 'XA' } as const
  const id = await addMembership(db, place)
  expect(await addMembership(db, place)).toBe(id)
  const head = await changeRole(db, { ...BY_SYSTEM, id, role: 'head', why: 'Appointed' })
  expect(head).not.toBe(id)
  expect(await listMemberships(db, nadia)).toMatchObject([{ id: head, role: 'head', country: 'XA' }])
  expect(await changeRole(db, { ...BY_SYSTEM, id, role: 'reader' })).toBeNull()
  expect(await endMembership(db, { ...BY_SYSTEM, id: head ?? '' })).toBe(true)
  expect(await endMembership(db, { ...BY_SYSTEM, id: head ?? '' })).toBe(false)
  expect(await addMembership(db, place)).not.toBe(id)
  const actions = await listAudit(db, { action: 'membership' })
  expect(actions.map(({ action }) => action.split('.')[1])).toEqual(['added', 'ended', 'added', 'ended', 'added'])
})

test('a delegation’s role without a country is refused by the database', async ({ db }) => {
  const nadia = await anAccount(db, 'Nadia Said')
  const nowhere = { ...BY_SYSTEM, accountId: nadia, role: 'head', meetingId: null, country: null } as const
  await expect(addMembership(db, nowhere)).rejects.toThrow()
  await expect(addMembership(db, { ...nowhere, role: 'manager', country: 'XA' })).rejects.toThrow()
})

test('people are listed with their places, all or those of a meeting or country', async ({ db }) => {
  const { meeting, amal } = await aRound(db)
  const place = { ...BY_SYSTEM, accountId: amal, role: 'head', meetingId: meeting.id, country: 'XA' } as const
  await addMembership(db, place)
  await addMembership(db, {
    ...BY_SYSTEM,
    accountId: await anAccount(db, 'Zoe Manager'),
    role: 'manager',
    meetingId: null,
    country: null,
  })
  expect((await listPeople(db)).map(({ name, memberships }) => [name, memberships.length])).toEqual([
    ['Amal Haddad', 1],
    ['Zoe Manager', 1],
  ])
  expect((await listPeople(db, { country: 'XA', meetingId: meeting.id })).map(({ name }) => name)).toEqual([
    'Amal Haddad',
  ])
  const person = await findAccount(db, { id: amal })
  expect(await findAccount(db, { email: ` ${person?.email.toUpperCase()} ` })).toEqual(person)
})

test('a disabled account is out at once, keeps its places, and can be enabled', async ({ db }) => {
  const { amal } = await aRound(db)
  expect(await disableAccount(db, { ...BY_SYSTEM, id: amal, why: 'Left the ministry' })).toBe(true)
  expect(await disableAccount(db, { ...BY_SYSTEM, id: amal })).toBe(false)
  expect((await findAccount(db, { id: amal }))?.disabledAt).toBe(BY_SYSTEM.at)
  expect(await enableAccount(db, { ...BY_SYSTEM, id: amal })).toBe(true)
  expect(await enableAccount(db, { ...BY_SYSTEM, id: amal })).toBe(false)
  expect((await listAudit(db, { action: 'account' })).map(({ action }) => action)).toEqual([
    'account.enabled',
    'account.disabled',
  ])
})
