// The audit trail as page and as CSV, the outbox, questionnaires and meetings: who may, what is shown, what is not.
import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { loader as trail } from '#app/routes/team/audit.tsx'
import { loader as csv } from '#app/routes/team/audit-csv.ts'
import { ACTIONS } from '#app/routes/team/deeds.ts'
import { action as makeMeeting } from '#app/routes/team/meetings.tsx'
import { loader as outbox, action as sendAgain } from '#app/routes/team/outbox.tsx'
import { action as publish, loader as questionnaires } from '#app/routes/team/questionnaires.tsx'
import { findMeeting } from '#db/meetings.ts'
import { listMail, markRefused, queueMail } from '#db/outbox.ts'
import { findVersion } from '#db/questionnaires.ts'
import { closeRound } from '#db/round-states.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound, minutes } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

test('every deed that the house writes into its trail has words', () => {
  const sources = ['db', 'app'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(`${room}/${name}`, 'utf8')),
  )
  const written = sources.flatMap((text) =>
    [...text.matchAll(/action: '([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action),
  )
  const unknown = written.filter((action) => !ACTIONS.some((known) => known === action))
  expect(unknown).toEqual([])
})

test('the trail is narrowed by round, kind and person, and its CSV holds the same entries, inert in a spreadsheet', async ({
  db,
}) => {
  const { round, amal } = await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const why = '=HYPERLINK("http://evil.example")'
  await closeRound(db, { actor: account, at: minutes(5), roundId: round.id, role: 'manager', why })
  const path = `/team/audit?round=short-1&noun=round&actor=${account}`
  const page = (await ask(db, trail, path, { account })) as { entries: { action: string; why: string }[] }
  expect(page.entries.map(({ action }) => action)).toEqual(['round.closed'])
  const nobody = (await ask(db, trail, `/team/audit?actor=${amal}`, { account })) as { entries: unknown[] }
  expect(nobody.entries).toEqual([])
  const file = (await ask(db, csv, path.replace('audit', 'audit.csv'), { account, role: 'officer' })) as Response
  const text = Buffer.from(await file.arrayBuffer()).toString('utf8')
  expect(text.startsWith('\uFEFF"seq"')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(2)
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
})

test('a filter that makes no sense shows everything, and is no error', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const page = await ask(db, trail, '/team/audit?noun=%00&from=yesterday&before=-3&round=', { account })
  expect((page as { entries: unknown[] }).entries.length).toBeGreaterThan(2)
})

test('the outbox shows address, subject and state; the text in the demonstration only', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  const letter = {
    to: 'new@demo.example',
    subject: 'Your invitation',
    text: 'https://x.example/invitation/1',
    language: 'en',
  }
  const id = await queueMail(db, { ...letter, at: minutes(0) })
  const shown = JSON.stringify(await ask(db, outbox, '/team/outbox', { account }))
  expect(shown).toContain('Your invitation')
  expect(shown).not.toContain('/invitation/1')
  const demo = JSON.stringify(await ask(db, outbox, '/team/outbox', { account, isDemonstration: true }))
  expect(demo).toContain('/invitation/1')
  await markRefused(db, { id, error: '550 no such mailbox', isFinal: true })
  const again = { account, form: { letter: id } }
  expect(statusOf(await ask(db, sendAgain, '/team/outbox', { ...again, role: 'officer' }))).toBe(404)
  expect(leadsTo(await ask(db, sendAgain, '/team/outbox', again))).toBe('/team/outbox?done=sent_again')
  expect((await listMail(db))[0]?.state).toBe('waiting')
})

test('a manager publishes what the files hold; an officer sees only what is published', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  const form = { questionnaire: 'taf-regional-needs@1.0.0' }
  expect(statusOf(await ask(db, publish, '/team/questionnaires', { account, role: 'officer', form }))).toBe(404)
  expect(leadsTo(await ask(db, publish, '/team/questionnaires', { account, form }))).toContain('done=published')
  expect(await findVersion(db, 'taf-regional-needs', '1.0.0')).toBeDefined()
  expect(leadsTo(await ask(db, publish, '/team/questionnaires', { account, form }))).toContain('done=unchanged')
  const other = { questionnaire: 'unknown@9.9.9' }
  expect(problemsOf(await ask(db, publish, '/team/questionnaires', { account, form: other }))).toEqual({
    questionnaire: 'questionnaire_missing',
  })
  type Page = { versions: { summary: { questions: number } }[]; candidates: { name: string }[] }
  const page = (await ask(db, questionnaires, '/team/questionnaires', { account })) as Page
  expect(page.versions.map(({ summary }) => summary.questions)).toEqual([55])
  expect(page.candidates.map(({ name }) => name)).toContain('taf-regional-needs@1.1.0')
  const seen = (await ask(db, questionnaires, '/team/questionnaires', { account, role: 'officer' })) as Page
  expect(seen.candidates).toEqual([])
})

test('a meeting takes the roster over in protocol order, with its notes', async ({ db }) => {
  const account = await anAccount(db, 'Romane Amsel')
  const form = {
    roster: 'euromed-south',
    'title.en': '6th session',
    'title.fr': '6e session',
    'title.ar': 'الدورة السادسة',
    slug: 'crimex-6',
    zone: 'Europe/Lisbon',
    'starts~day': '26',
    'starts~month': '4',
    'starts~year': '2027',
    'ends~day': '25',
    'ends~month': '4',
    'ends~year': '2027',
  }
  const make = (given: object) => ask(db, makeMeeting, '/team/meetings', { account, form: { ...form, ...given } })
  expect(problemsOf(await make({}))).toEqual({ ends: 'ends_before_start' })
  expect(leadsTo(await make({ 'ends~day': '27' }))).toBe('/team/meetings/crimex-6?done=created')
  const meeting = (await findMeeting(db, 'crimex-6')) ?? expect.fail()
  expect(meeting.roster.countries.map(({ code }) => code)).toEqual(['DZ', 'MA', 'TN', 'JO', 'IL', 'EG', 'PS', 'LB'])
  expect(meeting.roster.countries.find(({ code }) => code === 'PS')?.note?.en).toContain('designation')
  expect(problemsOf(await make({ 'ends~day': '27' }))).toEqual({ slug: 'slug_taken' })
})
