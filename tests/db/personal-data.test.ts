// What is kept about a person: handed out whole, corrected, erased without a trace of who it was, and the trail stays whole.
import { expect } from 'vitest'
import { addMembership, endMembership, findAccount } from '#db/accounts.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { createInvitation } from '#db/invitations.ts'
import { queueMail } from '#db/outbox.ts'
import { correctPerson, erasePerson, isErased, personalDataForTeam, personalDataOf } from '#db/personal-data.ts'
import { saveCells } from '#db/responses.ts'
import { applyRetention, expiredBy } from '#db/retention.ts'
import { flawsOf } from '#db/standing.ts'
import type { Db } from '#db/tables.ts'
import { signIn } from '../bench/people.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../support/world.ts'

const YEAR = 365 * 24 * 60

/** Amal, head of XA: an invitation, a role, a session, an answer and a letter. */
async function amalIn(db: Db) {
  const { meeting, amal } = await aRound(db)
  const email = (await findAccount(db, { id: amal }))?.email ?? ''
  const place = { role: 'head', meetingId: meeting.id, country: 'XA' } as const
  const membership = await addMembership(db, { ...BY_SYSTEM, accountId: amal, ...place })
  const code = { codeHash: '0'.repeat(64), expiresAt: minutes(90) }
  await createInvitation(db, {
    ...BY_SYSTEM,
    ...place,
    ...code,
    email,
    name: 'Amal Haddad',
    language: 'ar',
    invitedBy: null,
  })
  await queueMail(db, { to: email, subject: 'Amal', text: 'Dear Amal Haddad', language: 'ar', at: minutes(1) })
  const response = await responseOf(db, 'XA')
  const cells = [value('institution', 'Ministry')]
  const saving = { responseId: response.id, country: 'XA', role: 'head', cells, today: TODAY } as const
  await saveCells(db, { ...BY_SYSTEM, ...saving, actor: amal })
  return { amal, email, membership, response }
}

/** Every text in every table but those that are the country's. */
async function everything(db: Db): Promise<string> {
  const tables = await db.introspection.getTables()
  const rows = []
  for (const { name } of tables)
    rows.push(
      await db
        .selectFrom(name as 'account')
        .selectAll()
        .execute(),
    )
  return JSON.stringify(rows).toLowerCase()
}

test('what is kept about somebody is handed out, without secrets', async ({ db }) => {
  const { amal, email } = await amalIn(db)
  const known = await personalDataOf(db, amal)
  expect(known?.account).toMatchObject({ name: 'Amal Haddad', email })
  expect(known?.roles).toMatchObject([{ role: 'head', country: 'XA', meeting: 'meeting-of-short-1', ended_at: null }])
  expect(known?.invitations).toHaveLength(1)
  expect(known?.letters).toMatchObject([{ body_text: 'Dear Amal Haddad' }])
  expect(known?.deeds.map(({ action }) => action)).toContain('membership.added')
  expect(JSON.stringify(known)).not.toMatch(/hash"|"secret|password"|salt/)
  expect(await personalDataOf(db, 'nobody')).toBeUndefined()
})

test('the team hands out neither what letters say nor what files are called', async ({ db }) => {
  const { amal } = await amalIn(db)
  const known = await personalDataForTeam(db, amal)
  expect(known?.letters).toHaveLength(1)
  expect(JSON.stringify(known?.letters)).not.toContain('Dear')
  expect(Object.keys(known?.letters[0] ?? {})).toEqual(['state', 'created_at', 'sent_at'])
  expect(await personalDataForTeam(db, 'nobody')).toBeUndefined()
})

test('a wrong name or address is corrected; an address that is somebody else’s is not given twice', async ({ db }) => {
  const { amal, email } = await amalIn(db)
  const other = await anAccount(db, 'Omar')
  const taken = (await findAccount(db, { id: other }))?.email ?? ''
  const correction = { ...BY_SYSTEM, id: amal, name: 'Amal Hadad', email, why: 'Misspelt' }
  expect(await correctPerson(db, { ...correction, email: taken })).toBe('taken')
  expect(await correctPerson(db, correction)).toBe('done')
  expect(await correctPerson(db, correction)).toBe('same')
  expect(await correctPerson(db, { ...correction, id: 'nobody' })).toBe('unknown')
  expect((await findAccount(db, { id: amal }))?.name).toBe('Amal Hadad')
})

test('an erased person is a number everywhere; answers stay, and everything is still proved', async ({ db }) => {
  const { amal, email, response } = await amalIn(db)
  const before = await db.selectFrom('cell_history').selectAll().where('response_id', '=', response.id).execute()
  expect(await everything(db)).toContain('amal')
  expect(await erasePerson(db, { ...BY_SYSTEM, id: amal, why: 'Asked for it' })).toBe(true)
  expect(await erasePerson(db, { ...BY_SYSTEM, id: amal, why: 'Again' })).toBe(false)
  const left = await everything(db)
  expect(left).not.toContain('amal')
  expect(left).not.toContain('haddad')
  expect(left).not.toContain(email)
  const person = await findAccount(db, { id: amal })
  expect(person).toMatchObject({ name: expect.stringMatching(/^#[0-9a-f]{12}$/), memberships: [] })
  expect(isErased(person ?? { email: '' })).toBe(true)
  expect(await db.selectFrom('cell_history').selectAll().where('response_id', '=', response.id).execute()).toEqual(
    before,
  )
  expect(await flawsOf(db)).toEqual([])
})

test('erased people lose every key and every open session', async ({ db }) => {
  const { account } = await signIn(db, 'Lina', { role: 'manager', meetingId: null, country: null })
  await db
    .insertInto('recovery_code')
    .values({ account_id: account, code_hash: '1'.repeat(64), created_at: minutes(0), used_at: null })
    .execute()
  await erasePerson(db, { ...BY_SYSTEM, id: account, why: 'Left' })
  for (const table of ['session', 'credential', 'recovery_code', 'passkey', 'second_factor'] as const) {
    expect(await db.selectFrom(table).selectAll().where('account_id', '=', account).execute(), table).toEqual([])
  }
})

test('retention erases whose last role ended before the day, and only then; the trail names the decision', async ({
  db,
}) => {
  const { amal, membership } = await amalIn(db)
  const day = minutes(YEAR)
  expect((await expiredBy(db, day)).people).not.toContain(amal)
  await endMembership(db, { ...BY_SYSTEM, at: minutes(200), id: membership, why: null })
  expect(await expiredBy(db, minutes(100))).toEqual({ people: [], letters: 0, invitations: 1 })
  await db.updateTable('outbox').set({ state: 'refused' }).execute()
  expect(await expiredBy(db, day)).toEqual({ people: [amal], letters: 1, invitations: 1 })
  expect((await findAccount(db, { id: amal }))?.name).toBe('Amal Haddad')
  await applyRetention(db, { ...BY_SYSTEM, at: minutes(2 * YEAR), before: day, why: 'Committee, 3 March' })
  expect((await findAccount(db, { id: amal }))?.name).toMatch(/^#/)
  expect(await expiredBy(db, day)).toEqual({ people: [], letters: 0, invitations: 0 })
  const entry = db.selectFrom('audit').select(['why', 'details']).where('action', '=', 'retention.applied')
  expect((await entry.executeTakeFirstOrThrow()).why).toBe('Committee, 3 March')
  expect((await verifyAudit(db)).filter(({ fault }) => fault)).toEqual([])
})
