// Planning, opening, extending and closing rounds as a manager and as an officer; nothing is lost when something is wrong.
import { expect } from 'vitest'
import { loader as newRound, action as planRound } from '#app/routes/team/round-new.tsx'
import { action as actOnRound, loader as settings } from '#app/routes/team/round-settings.tsx'
import { listAudit } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { findRound } from '#db/rounds.ts'
import { test } from '../../support/database.ts'
import { anAccount, aRound } from '../../support/world.ts'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

const TITLES = { 'title.en': 'Second round', 'title.fr': 'Deuxième consultation', 'title.ar': 'الجولة الثانية' }
const PLAN = {
  version: 'short@1.0.0',
  meeting: 'meeting-of-short-1',
  slug: 'second',
  ...TITLES,
  'deadline~day': '14',
  'deadline~month': '7',
  'deadline~year': '٢٠٢٧',
  'deadline~time': '18h30',
}

test('a manager plans a round for the whole roster, its deadline meant on the clock of the meeting', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const answer = await ask(db, planRound, '/team/rounds/new', { account, form: PLAN })
  expect(leadsTo(answer)).toBe('/team/rounds/second/settings?done=created')
  const round = (await findRound(db, 'second')) ?? expect.fail()
  expect([round.state, round.deadline, round.title.ar]).toEqual([
    'planned',
    '2027-07-14T16:30:00.000Z',
    'الجولة الثانية',
  ])
  expect((await listBoard(db, round.id)).map(({ country }) => country)).toEqual(['XD', 'XA', 'XC', 'XB'])
})

test('the same form sent twice plans one round; the same name from another form is refused', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const form = { ...PLAN, intent: '3f0d8a9e-4f1c-4d1e-9a3b-0123456789ab' }
  const first = await ask(db, planRound, '/team/rounds/new', { account, form })
  const second = await ask(db, planRound, '/team/rounds/new', { account, form })
  expect(leadsTo(second)).toBe(leadsTo(first))
  const other = await ask(db, planRound, '/team/rounds/new', { account, form: PLAN })
  expect(problemsOf(other)).toEqual({ slug: 'slug_taken' })
})

test('what is wrong is said by field, and nothing is planned', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const form = {
    ...PLAN,
    version: 'other@1.0.0',
    slug: 'Two words',
    'title.fr': ' ',
    'deadline~year': '2026',
    'deadline~time': '25',
  }
  const answer = await ask(db, planRound, '/team/rounds/new', { account, form })
  expect(problemsOf(answer)).toEqual({
    version: 'version_missing',
    slug: 'slug',
    'title.fr': 'title_fr_missing',
    deadline: 'in_the_past',
  })
  expect((answer as { data: { values: Record<string, string> } }).data.values.slug).toBe('Two words')
  expect(await findRound(db, 'two-words')).toBeUndefined()
})

test('an officer neither plans rounds nor opens and closes them, but extends and invites', async ({ db }) => {
  const { round } = await aRound(db, { isOpen: false })
  const account = await anAccount(db, 'Leonid Varga')
  const officer = { account, role: 'officer', params: { round: 'short-1' } } as const
  expect(statusOf(await ask(db, newRound, '/team/rounds/new', { account, role: 'officer' }))).toBe(404)
  expect(statusOf(await ask(db, planRound, '/team/rounds/new', { account, role: 'officer', form: PLAN }))).toBe(404)
  const opened = await ask(db, actOnRound, '/team/rounds/short-1/settings', { ...officer, form: { act: 'open' } })
  expect(problemsOf(opened)).toEqual({ act: 'role' })
  const form = {
    act: 'extend',
    why: 'The ministry asked for a week.',
    'deadline~day': '1',
    'deadline~month': '2',
    'deadline~year': '2027',
  }
  const extended = await ask(db, actOnRound, '/team/rounds/short-1/settings', { ...officer, form })
  expect(leadsTo(extended)).toContain('done=extend')
  expect((await findRound(db, 'short-1'))?.deadline).toBe('2027-02-01T17:00:00.000Z')
  const [last] = await listAudit(db, { subject: `round:${round.id}`, limit: 1 })
  expect([last?.action, last?.why]).toEqual(['round.deadline_changed', 'The ministry asked for a week.'])
})

test('every state of a round can be undone, with its reason', async ({ db }) => {
  await aRound(db, { isOpen: false })
  const account = await anAccount(db, 'Romane Amsel')
  const act = (form: Record<string, string>) =>
    ask(db, actOnRound, '/team/rounds/short-1/settings', { account, params: { round: 'short-1' }, form })
  const state = async () => (await findRound(db, 'short-1'))?.state
  for (const [form, then] of [
    [{ act: 'pilot' }, 'pilot'],
    [{ act: 'open' }, 'open'],
    [{ act: 'close' }, 'closed'],
    [{ act: 'reopen', why: 'A delegation came late.' }, 'open'],
    [{ act: 'cancel', why: 'The session is postponed.' }, 'cancelled'],
    [{ act: 'reopen', why: 'It takes place after all.' }, 'open'],
  ] as const) {
    expect(leadsTo(await act(form))).toContain(`done=${form.act}`)
    expect(await state()).toBe(then)
  }
  expect(problemsOf(await act({ act: 'cancel' }))).toEqual({ why: 'why_missing' })
  expect(problemsOf(await act({ act: 'reopen', why: 'Again.' }))).toEqual({ act: 'state' })
  expect(await state()).toBe('open')
})

test('one delegation gets more time, declines, and is invited again', async ({ db }) => {
  const { round } = await aRound(db)
  const account = await anAccount(db, 'Leonid Varga')
  const act = (form: Record<string, string>) =>
    ask(db, actOnRound, '/team/rounds/short-1/settings', {
      account,
      role: 'officer',
      params: { round: 'short-1' },
      form: { country: 'XC', why: 'As agreed by telephone.', ...form },
    })
  const line = async () => (await listBoard(db, round.id)).find(({ country }) => country === 'XC')
  const day = { 'deadline~day': '20', 'deadline~month': '1', 'deadline~year': '2027', 'deadline~time': '12:00' }
  await act({ act: 'extend_country', ...day })
  expect((await line())?.ownDeadline).toBe('2027-01-20T11:00:00.000Z')
  await act({ act: 'round_deadline' })
  expect((await line())?.ownDeadline).toBeNull()
  await act({ act: 'decline' })
  expect((await line())?.state).toBe('declined')
  await act({ act: 'invite' })
  expect((await line())?.state).toBe('invited')
  expect(problemsOf(await act({ act: 'decline', country: 'XZ' }))).toEqual({ country: 'country_missing' })
})

test('a round that is not there, and a person of a delegation, find nothing', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Amal Haddad')
  const asked = (asking: object) =>
    ask(db, settings, '/team/rounds/short-1/settings', { account, params: { round: 'short-1' }, ...asking })
  expect(statusOf(await asked({ params: { round: 'other' } }))).toBe(404)
  for (const role of ['head', 'observer', 'presenter', 'translator'] as const) {
    expect(statusOf(await asked({ role, country: role === 'head' ? 'XA' : null })), role).toBe(404)
  }
})

test('a manager asks for two steps to the signature, and for one again; an officer does neither', async ({ db }) => {
  await aRound(db)
  const account = await anAccount(db, 'Romane Amsel')
  const act = (act: string, role: 'manager' | 'officer' = 'manager') =>
    ask(db, actOnRound, '/team/rounds/short-1/settings', { account, role, params: { round: 'short-1' }, form: { act } })
  expect(problemsOf(await act('two_steps', 'officer'))).toEqual({ act: 'role' })
  expect(leadsTo(await act('two_steps'))).toContain('done=two_steps')
  expect((await findRound(db, 'short-1'))?.needsReady).toBe(true)
  await act('one_step')
  expect((await findRound(db, 'short-1'))?.needsReady).toBe(false)
})
