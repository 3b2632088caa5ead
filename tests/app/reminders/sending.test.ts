// Reminders by the clock of the server: once per person and step, one letter for several things, and none where none is due.
import { expect } from 'vitest'
import { createLog } from '#app/log.ts'
import { startPostman } from '#app/postman.ts'
import { sendDaily } from '#app/reminders/daily.ts'
import { sendReminders } from '#app/reminders/sending.ts'
import { action, loader } from '#app/routes/team/reminders.tsx'
import { addMembership } from '#db/accounts.ts'
import { assign } from '#db/assignments.ts'
import { listAudit, responseChain } from '#db/audit.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { openDatabase } from '#db/connection.ts'
import { listMail } from '#db/outbox.ts'
import { saveCells } from '#db/responses.ts'
import { declineCountry, extendCountryDeadline } from '#db/round-countries.ts'
import { cancelRound } from '#db/round-states.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { aConfig } from '../../support/signing.ts'
import { mailbox } from '../../support/smtp.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, words } from '../team/team-house.ts'

const DAYS = 24 * 60
/** The world begins on 11 January 2027 at ten in Brussels; its deadline is a fortnight and an hour later. */
const DEADLINE = minutes(14 * DAYS + 60)

async function aWorld(db: Db) {
  const world = await aRound(db, { deadline: DEADLINE })
  const place = { meetingId: world.meeting.id, country: 'XA' }
  await addMembership(db, { ...BY_SYSTEM, accountId: world.amal, role: 'focal_point', ...place })
  const head = await anAccount(db, 'Basma Qadi')
  await addMembership(db, { ...BY_SYSTEM, accountId: head, role: 'head', meetingId: world.meeting.id, country: 'XC' })
  return { ...world, head }
}

function houseAt(db: Db, now: { at: string }, config = aConfig({ CONTACT: 'team@programme.example' })) {
  const clock = () => new Date(now.at)
  return { db, config, words, clock, log: createLog(clock, () => {}) } as Parameters<typeof sendReminders>[0] &
    Parameters<typeof startPostman>[0]
}

const letters = async (db: Db) =>
  (await listMail(db)).map(({ to, subject }) => `${to.split('.')[0]}: ${subject}`).sort()

test('a letter goes out in the morning of each step, once, also after a restart, until the reply is in', async ({
  db,
}) => {
  const { amal } = await aWorld(db)
  const now = { at: minutes(0) }
  const house = houseAt(db, now)
  now.at = minutes(-3 * 60)
  expect(await sendReminders(house)).toBe(0)
  now.at = minutes(0)
  // XA's focal point, and XC's head, because XC has nobody else; XD and XB have nobody at all.
  expect(await sendReminders(house)).toBe(2)
  expect(await sendReminders(house)).toBe(0)
  now.at = minutes(DAYS)
  expect(await sendReminders(houseAt(db, now))).toBe(0)
  const { id } = await responseOf(db, 'XA')
  const head = {
    responseId: id,
    country: 'XA',
    role: 'head',
    actor: amal,
    at: minutes(2 * DAYS),
    today: TODAY,
  } as const
  await saveCells(db, { ...head, cells: [value('institution', 'Ministry')] })
  await submitResponse(db, { ...head, level: 'named', sectionLevels: {}, signedName: 'A', signedFunction: 'Head' })
  now.at = minutes(11 * DAYS)
  expect(await sendReminders(house)).toBe(1)
  expect(await letters(db)).toEqual(['amal: Reminder: Round', 'basma: Reminder: Round', 'basma: Reminder: Round'])
  const said = await listAudit(db, { chains: [responseChain(id)], action: 'response.reminded' })
  expect(said.map(({ details, actor }) => [actor, details.step])).toEqual([['system', -14]])
  expect((await verifyAudit(db)).filter(({ fault }) => fault)).toEqual([])
})

test('nobody is written to who declined, has a later deadline, or belongs to a round that is over', async ({ db }) => {
  const { round, amal } = await aWorld(db)
  const act = { actor: amal, at: minutes(1), roundId: round.id, role: 'manager', why: 'agreed' } as const
  await declineCountry(db, { ...act, country: 'XC' })
  const later = minutes(17 * DAYS + 60)
  await extendCountryDeadline(db, { ...act, country: 'XA', deadline: later })
  const now = { at: minutes(2) }
  const house = houseAt(db, now)
  expect(await sendReminders(house)).toBe(0)
  now.at = minutes(3 * DAYS)
  expect(await sendReminders(house)).toBe(1)
  await cancelRound(db, { ...act, at: minutes(4 * DAYS) })
  now.at = minutes(14 * DAYS)
  expect(await sendReminders(house)).toBe(0)
})

test('several dates make one letter, in the language and the zone of whoever reads it', async ({ db }) => {
  const { amal } = await aWorld(db)
  await db.updateTable('account').set({ language: 'ar', time_zone: 'Africa/Cairo' }).where('id', '=', amal).execute()
  const { id } = await responseOf(db, 'XA')
  const task = { kind: 'answer' as const, responseId: id, target: 'field:staff', colleague: amal, institution: null }
  await assign(db, { ...task, note: 'secret note', dueOn: '2027-01-14', actor: amal, at: minutes(1) })
  const house = houseAt(db, { at: minutes(2) })
  await sendReminders(house)
  const [letter] = (await listMail(db)).filter(({ to }) => to.startsWith('amal'))
  expect(letter?.subject).toBe('تذكير بمواعيد عددها 2')
  expect(letter?.text).toContain('أي الساعة 12:00 عندكم')
  expect(letter?.text).toContain('/answer/short-1/work')
  expect(letter?.text).not.toContain('secret note')
  // What a delegation does inside is neither in the trail nor on the team's page.
  const page = await ask(db, loader, '/team/rounds/short-1/reminders', { account: amal, params: { round: 'short-1' } })
  expect(JSON.stringify(page)).not.toContain('tasks')
  expect((await listAudit(db, { chains: [responseChain(id)], action: 'response.reminded' })).length).toBe(1)
})

test('two processes with the same thought write one letter', async ({ url }) => {
  const [one, other] = [await openDatabase(url), await openDatabase(url)]
  await aWorld(one.db)
  const now = { at: minutes(0) }
  const sent = await Promise.all([sendReminders(houseAt(one.db, now)), sendReminders(houseAt(other.db, now))])
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect((await listMail(one.db)).length).toBe(2)
  await Promise.all([one.close(), other.close()])
})

test('a real mail server takes one and refuses the other, and the page says which', async ({ db }) => {
  const { amal } = await aWorld(db)
  const box = await mailbox()
  const now = { at: minutes(0) }
  const house = houseAt(db, now, aConfig({ CONTACT: 'team@programme.example', SMTP_URL: box.url }))
  const refused = await db.selectFrom('account').select('email').where('id', '=', amal).executeTakeFirstOrThrow()
  box.refuses = refused.email
  await sendReminders(house)
  const postman = startPostman(house) ?? expect.fail()
  await postman.round()
  await postman.stop()
  await box.close()
  expect(box.letters.map(({ to }) => to[0]?.split('.')[0])).toEqual(['basma'])
  expect(box.textOf(0)).toContain('Monday 25 January 2027, 11:00 (Brussels time)')
  const page = (await ask(db, loader, '/team/rounds/short-1/reminders', {
    account: amal,
    params: { round: 'short-1' },
  })) as { sent: { name: string; state: string; lastError: string | null }[] }
  expect(page.sent.map(({ name, state }) => [name, state])).toEqual([
    ['Amal Haddad', 'refused'],
    ['Basma Qadi', 'sent'],
  ])
  expect(page.sent[0]?.lastError).toContain('No such user here')
})

test('officers change the plan; a day that cannot be is refused, and the trail says what was changed', async ({
  db,
}) => {
  await aWorld(db)
  const account = await anAccount(db, 'Rita Amsel')
  const on = (form: Record<string, string>) =>
    ask(db, action, '/team/rounds/short-1/reminders', { account, role: 'officer', params: { round: 'short-1' }, form })
  expect(leadsTo(await on({ act: 'add', days: '٧', side: 'before' }))).toBe(
    '/team/rounds/short-1/reminders?done=reminders',
  )
  await on({ act: 'remove:-14' })
  expect(problemsOf(await on({ act: 'add', days: '7', side: 'before' }))).toEqual({ days: 'reminder_day' })
  expect(problemsOf(await on({ act: 'add', days: 'soon', side: 'after' }))).toEqual({ days: 'not_days' })
  const [entry] = await listAudit(db, { action: 'round.reminders_changed' })
  expect(entry?.details.to).toEqual({ reminders: '[-7,-3,2]' })
})

test('managers get the head of the trail once a day, and nobody else does', async ({ db }) => {
  const { amal } = await aWorld(db)
  const manager = await anAccount(db, 'Edda Roth')
  await addMembership(db, { ...BY_SYSTEM, accountId: manager, role: 'manager', meetingId: null, country: null })
  const now = { at: minutes(0) }
  const house = houseAt(db, now)
  const { hash, link } = await db
    .selectFrom('audit_head')
    .selectAll()
    .where('chain', '=', '*')
    .executeTakeFirstOrThrow()
  expect(await sendDaily(house)).toBe(1)
  expect(await sendDaily(house)).toBe(0)
  const [letter] = await listMail(db)
  expect(letter?.to).toContain('edda')
  expect(letter?.text).toContain(hash)
  expect(letter?.text).toContain(`${link} entries`)
  now.at = minutes(DAYS)
  expect(await sendDaily(house)).toBe(1)
  expect(amal).not.toBe(manager)
})
