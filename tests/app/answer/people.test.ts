// The delegation's people: the focal point invites and gives roles, hands over, and reaches nobody else's.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { action as handOver, loader as handover } from '#app/routes/answer/handover.tsx'
import { action as change, loader as people } from '#app/routes/answer/people.tsx'
import { action as invite } from '#app/routes/answer/people-invite.tsx'
import { findAccount, listPeople } from '#db/accounts.ts'
import { assign, listAssignments } from '#db/assignments.ts'
import { cellsOf } from '#db/cells.ts'
import { listInvitations } from '#db/invitations.ts'
import { listMail } from '#db/outbox.ts'
import { saveCells } from '#db/responses.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { problemsOf, statusOf } from '../team/team-house.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

/** Somebody with a place in a delegation. @returns the ids of account and membership */
async function aMember({ db, meeting }: World, name: string, role: 'focal_point' | 'contributor', country = 'XA') {
  const account = await anAccount(db, name)
  const id = randomUUID()
  const place = { meeting_id: meeting.id, country, role, ended_at: null, created_at: minutes(0) }
  await db
    .insertInto('membership')
    .values({ id, account_id: account, ...place })
    .execute()
  return { account, id }
}
const rolesOf = async ({ db }: World, id: string) =>
  (await findAccount(db, { id }))?.memberships.map(({ role }) => role)
const post = (world: World, action: typeof change | typeof handOver | typeof invite, form: Asking['form']) =>
  ask<unknown>(world, action, '/answer/people', { role: 'focal_point', form: form ?? {} })

test('the focal point invites a colleague to the own delegation, and only to roles that are theirs to give', async ({
  db,
}) => {
  const world = await anAnsweringWorld(db)
  const form = { name: 'Nour Adel', email: 'nour@justice.example', role: 'contributor', language: 'ar' }
  expect(problemsOf(await post(world, invite, { ...form, role: 'head' }))).toEqual({ role: 'role_missing' })
  const shown = refused(await post(world, invite, { ...form, intent: randomUUID() }))
  expect(shown).toMatchObject({ status: 200, page: { sent: { name: 'Nour Adel', link: expect.any(String) } } })
  expect(await listInvitations(db)).toMatchObject([
    { role: 'contributor', country: 'XA', meetingId: world.meeting.id, invitedBy: world.amal },
  ])
  expect(await listMail(db)).toHaveLength(1)
  const seen = (await ask(world, people, '/answer/people', { as: 'karim', role: 'reader' })) as { invited: unknown[] }
  expect(seen.invited).toHaveLength(1)
})

test('roles of colleagues change and end; the head, other delegations and oneself stay untouched', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const mine = await aMember(world, 'Nour Adel', 'contributor')
  const other = await aMember(world, 'Petra Voss', 'contributor', 'XB')
  const act = (membership: string, form = {}) =>
    post(world, change, { act: 'change_role', role: 'reader', membership, ...form })
  expect(leadsTo(await act(mine.id))).toBe('/answer/people?done=role_changed')
  expect(await rolesOf(world, mine.account)).toEqual(['reader'])
  expect(problemsOf(await act(other.id))).toEqual({ membership: 'membership_missing' })
  const head = (await listPeople(db, { country: 'XA' })).flatMap(({ memberships }) => memberships)
  const own = head.find(({ role }) => role === 'head')?.id ?? ''
  expect(problemsOf(await act(own, { act: 'end_role' }))).toEqual({ membership: 'membership_missing' })
  expect(statusOf(await ask(world, change, '/answer/people', { as: 'karim', form: { act: 'revoke' } }))).toBe(404)
})

test('a handover: the successor runs the work, the leaver is out, what they wrote keeps their name', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const leaver = await aMember(world, 'Focal Before', 'focal_point')
  const successor = await aMember(world, 'Focal After', 'contributor')
  const { id } = await responseOf(db, 'XA')
  const act = { responseId: id, country: 'XA', role: 'focal_point', actor: leaver.account, at: minutes(2) } as const
  await saveCells(db, { ...act, today: TODAY, cells: [value('institution', 'Ministry')] })
  const task = { kind: 'answer' as const, target: 'section:general', institution: null, note: null, dueOn: null }
  await assign(db, { ...task, actor: leaver.account, at: minutes(3), responseId: id, colleague: leaver.account })
  const shown = (await ask(world, handover, '/answer/people/handover')) as { leavers: unknown; successors: unknown[] }
  expect(shown.leavers).toMatchObject([{ membership: leaver.id }])
  expect(shown.successors).toHaveLength(2)
  const form = { leaver: leaver.id, successor: successor.id, after: 'end' }
  expect(problemsOf(await ask(world, handOver, '/h', { form: { ...form, successor: leaver.id } }))).toEqual({
    successor: 'successor_missing',
  })
  expect(leadsTo(await ask(world, handOver, '/h', { form }))).toBe('/answer/people?done=handed_over')
  expect(await rolesOf(world, leaver.account)).toEqual([])
  expect(await rolesOf(world, successor.account)).toEqual(['focal_point'])
  expect(await listAssignments(db, id)).toMatchObject([{ colleague: { id: successor.account } }])
  expect((await cellsOf(db, id)).get('institution')).toMatchObject({ by: 'Focal Before', value: 'Ministry' })
})
