// Meetings, published questionnaires and rounds: what is published stays, every step can be undone and is told.
import { expect } from 'vitest'
import { listAudit, meetingChain } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { createMeeting, findMeeting, findMeetingById, listMeetings } from '#db/meetings.ts'
import { codebookOf, findVersion, listVersions, publishQuestionnaire } from '#db/questionnaires.ts'
import { listOwnResponses, saveCells } from '#db/responses.ts'
import { declineCountry, extendCountryDeadline, inviteCountry } from '#db/round-countries.ts'
import { cancelRound, closeRound, extendDeadline, openRound, pilotRound, reopenRound } from '#db/round-states.ts'
import { createRound, findRound, listRounds } from '#db/rounds.ts'
import { test } from '../support/database.ts'
import { aRound, BY_SYSTEM, minutes, QUESTIONNAIRE, ROSTER, responseOf, TODAY, value } from '../support/world.ts'

test('a published version never changes', async ({ db }) => {
  const first = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: QUESTIONNAIRE })
  expect(first).toMatchObject({ state: 'published', version: { slug: 'short', version: '1.0.0' } })
  const again = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: structuredClone(QUESTIONNAIRE) })
  expect(again).toMatchObject({ state: 'unchanged' })
  const edited = { ...QUESTIONNAIRE, title: { ...QUESTIONNAIRE.title, fr: 'Autre titre' }, minutes: 6 }
  const refused = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: edited })
  expect(refused).toMatchObject({
    state: 'refused',
    refusals: [{ code: 'changed', differences: [{ place: 'minutes' }, { place: 'title.fr' }] }],
  })
  await expect(db.updateTable('questionnaire_version').set({ document: '{}' }).execute()).rejects.toThrow(/append-only/)
  expect(await listVersions(db)).toHaveLength(1)
})

test('a version must be higher than the last published one', async ({ db }) => {
  for (const version of ['1.9.0', '1.10.0']) {
    expect(
      await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: { ...QUESTIONNAIRE, version } }),
    ).toMatchObject({ state: 'published' })
  }
  const lower = { ...QUESTIONNAIRE, version: '1.9.1' }
  expect(await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: lower })).toEqual({
    state: 'refused',
    refusals: [{ code: 'not_higher', last: '1.10.0' }],
  })
  expect((await listVersions(db)).map(({ version }) => version)).toEqual(['1.10.0', '1.9.0'])
})

test('a questionnaire that lacks a text in one of its languages is not published', async ({ db }) => {
  const { en } = QUESTIONNAIRE.title
  const untranslated = { ...QUESTIONNAIRE, title: { en } as typeof QUESTIONNAIRE.title }
  expect(await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: untranslated })).toMatchObject({
    state: 'refused',
    refusals: [{ code: 'text_missing' }],
  })
  expect(await listVersions(db)).toEqual([])
})

test('a published questionnaire is compiled once', async ({ db }) => {
  const { versionId } = await aRound(db)
  const codebook = await codebookOf(db, versionId)
  expect(codebook.fields.map(({ name }) => name)).toContain('measures.m02.evidence_note')
  expect(await codebookOf(db, versionId)).toBe(codebook)
  expect(await findVersion(db, 'short', '1.0.0')).toMatchObject({ id: versionId, languages: ['en', 'fr', 'ar'] })
  await expect(codebookOf(db, 'nothing')).rejects.toThrow()
})

test('a meeting keeps its roster, and its slug is its own', async ({ db }) => {
  const { meeting } = await aRound(db)
  expect(await findMeeting(db, meeting.slug)).toEqual(meeting)
  expect(await findMeetingById(db, meeting.id)).toEqual(meeting)
  expect(await listMeetings(db)).toEqual([meeting])
  const { slug, title, roster, timeZone } = meeting
  expect(await createMeeting(db, { ...BY_SYSTEM, slug, title, roster, timeZone })).toBeNull()
})

test('a round invites its countries in protocol order; its slug is its own', async ({ db }) => {
  const { round, meeting, versionId } = await aRound(db)
  expect((await listBoard(db, round.id)).map(({ country, state }) => [country, state])).toEqual(
    ROSTER.countries.map(({ code }) => [code, 'invited']),
  )
  expect(await findRound(db, 'short-1')).toMatchObject({
    state: 'open',
    isDemonstration: false,
    meeting: { slug: meeting.slug, timeZone: 'Europe/Brussels' },
    version: { id: versionId, slug: 'short', version: '1.0.0', title: QUESTIONNAIRE.title },
  })
  const again = { slug: 'short-1', meetingId: meeting.id, versionId, title: round.title, deadline: null }
  expect(await createRound(db, { ...BY_SYSTEM, ...again })).toBeNull()
  const stranger = { ...again, slug: 'short-2', countries: ['XZ'] }
  await expect(createRound(db, { ...BY_SYSTEM, ...stranger })).rejects.toThrow(/XZ is not in the roster/)
  expect((await listRounds(db, { meetingId: meeting.id })).map(({ slug }) => slug)).toEqual(['short-1'])
})

test('a round is planned, piloted, opened, closed, reopened, cancelled, and reopened again', async ({ db }) => {
  const { round, meeting } = await aRound(db, { isOpen: false })
  const step = { ...BY_SYSTEM, roundId: round.id, role: 'manager' } as const
  const state = async () => (await findRound(db, 'short-1'))?.state
  expect(await closeRound(db, step)).toBe('round_planned')
  expect(await pilotRound(db, step)).toBeUndefined()
  expect(await openRound(db, { ...step, role: 'officer' })).toBe('role')
  expect(await openRound(db, step)).toBeUndefined()
  expect(await closeRound(db, step)).toBeUndefined()
  expect(await reopenRound(db, { ...step, why: 'Two asked' })).toBeUndefined()
  expect(await state()).toBe('open')
  expect(await cancelRound(db, { ...step, why: 'Meeting postponed' })).toBeUndefined()
  expect(await state()).toBe('cancelled')
  expect(await reopenRound(db, { ...step, why: 'New date' })).toBeUndefined()
  const actions = await listAudit(db, { chains: [meetingChain(meeting.id)], action: 'round' })
  expect(actions.map(({ action, why }) => [action, why])).toEqual([
    ['round.reopened', 'New date'],
    ['round.cancelled', 'Meeting postponed'],
    ['round.reopened', 'Two asked'],
    ['round.closed', null],
    ['round.opened', null],
    ['round.piloted', null],
    ['round.created', null],
  ])
})

test('nobody answers a round that is only planned, nor sees it', async ({ db }) => {
  const { amal } = await aRound(db, { isOpen: false })
  const { id } = await responseOf(db, 'XA')
  const saving = {
    responseId: id,
    country: 'XA',
    role: 'head',
    cells: [value('staff', 1)],
    today: TODAY,
    actor: amal,
    at: minutes(1),
  } as const
  expect(await saveCells(db, saving)).toMatchObject({ refusal: 'round_planned' })
  expect(await listOwnResponses(db, { country: 'XA' })).toEqual([])
})

test('a deadline is moved for all, or for one, with a reason', async ({ db }) => {
  const { round } = await aRound(db)
  const step = { ...BY_SYSTEM, roundId: round.id, role: 'officer', why: 'Holidays' } as const
  expect(await extendDeadline(db, { ...step, deadline: minutes(500) })).toBeUndefined()
  expect((await responseOf(db, 'XA')).deadline).toBe(minutes(500))
  expect(await extendCountryDeadline(db, { ...step, country: 'XA', deadline: minutes(900) })).toBeUndefined()
  expect((await responseOf(db, 'XA')).deadline).toBe(minutes(900))
  expect(await extendCountryDeadline(db, { ...step, country: 'XA', deadline: null })).toBeUndefined()
  expect((await responseOf(db, 'XA')).deadline).toBe(minutes(500))
  const [own, , all] = await listAudit(db, { limit: 3 })
  expect(own).toMatchObject({
    action: 'response.deadline_changed',
    why: 'Holidays',
    details: { country: 'XA', to: null },
  })
  expect(all).toMatchObject({ action: 'round.deadline_changed', details: { from: { deadline: minutes(60) } } })
})

test('a country that declines leaves the count, keeps its draft, and can come back', async ({ db }) => {
  const { round, amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const saving = {
    responseId: id,
    country: 'XA',
    role: 'head',
    cells: [value('staff', 1)],
    today: TODAY,
    actor: amal,
    at: minutes(1),
  } as const
  await saveCells(db, saving)
  const step = { ...BY_SYSTEM, roundId: round.id, country: 'XA' } as const
  expect(await declineCountry(db, { ...step, role: 'contributor' })).toBe('role')
  expect(await declineCountry(db, { ...step, role: 'head', why: 'No mandate' })).toBeUndefined()
  expect(await declineCountry(db, { ...step, role: 'head' })).toBe('declined')
  expect(await saveCells(db, saving)).toMatchObject({ refusal: 'declined' })
  expect(await inviteCountry(db, { ...step, role: 'officer' })).toBeUndefined()
  expect((await responseOf(db, 'XA')).state).toBe('draft')
})

test('a country of the roster that was not invited joins late', async ({ db }) => {
  const { meeting, versionId, round } = await aRound(db)
  const some = {
    slug: 'short-2',
    meetingId: meeting.id,
    versionId,
    title: round.title,
    deadline: null,
    countries: ['XA', 'XB'],
  }
  const second = await createRound(db, { ...BY_SYSTEM, ...some })
  const step = { ...BY_SYSTEM, roundId: second?.id ?? '', role: 'manager' } as const
  await openRound(db, step)
  expect(await inviteCountry(db, { ...step, country: 'XD' })).toBeUndefined()
  expect(await inviteCountry(db, { ...step, country: 'XD' })).toBe('not_declined')
  await expect(inviteCountry(db, { ...step, country: 'XZ' })).rejects.toThrow(/not in the roster/)
  expect((await listBoard(db, step.roundId)).map(({ country, joinedLate }) => [country, joinedLate])).toEqual([
    ['XD', true],
    ['XA', false],
    ['XB', false],
  ])
})
