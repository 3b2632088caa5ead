// Requests to the facility: numbers stay, steps follow the chain, nothing is overwritten, the next round asks.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { saveCells } from '#db/responses.ts'
import { openRound } from '#db/round-states.ts'
import { createRound } from '#db/rounds.ts'
import { takeSnapshot } from '#db/snapshots.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { answerDelivery, listDeliveries, listDeliveryAnswers } from '#db/taf-deliveries.ts'
import { listTafRequests, openTafRequest, reviseTafRequest, stepTafRequest } from '#db/taf-requests.ts'
import type { RequestSheet } from '#surveys/debate/request-sheet.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../support/world.ts'

const SHEET: RequestSheet = {
  title: { en: 'Forms', fr: 'Formulaires', ar: 'نماذج' },
  areas: ['tools'],
  countries: ['XA', 'XB'],
  exceptional: '',
  lead: 'XA',
  scope: 'subregional',
  problem: 'Requests come back.',
  modality: 'templates',
  format: '',
  target: 'Central authorities',
  place: '',
  period: '',
  partner: null,
  support: '',
  measures: [],
  criteria: ['objectives'],
  participants: null,
  days: null,
}

async function aWorld(db: Db) {
  const { meeting, round, amal, versionId } = await aRound(db, { deadline: minutes(600) })
  const actor = await anAccount(db, 'Romane Amsel')
  const { id: responseId } = await responseOf(db, 'XA')
  const own = { responseId, country: 'XA', role: 'head', actor: amal, today: TODAY } as const
  await saveCells(db, { ...own, cells: [value('institution', 'Ministry', 0)], at: minutes(1) })
  const signed = { signedName: 'A', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  await submitResponse(db, { ...own, ...signed, at: minutes(2) })
  const act = { actor, at: minutes(5), meetingId: meeting.id }
  const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
  const keeping = { ...act, snapshotId: taken?.id ?? '', sheet: SHEET }
  const step = { ...act, number: 1, decision: null, scores: null, note: '' }
  return { meeting, round, versionId, amal, keeping, step }
}

test('a request keeps its number and every wording; an old revision is not written over a new one', async ({ db }) => {
  const { meeting, round, keeping } = await aWorld(db)
  expect(await openTafRequest(db, { ...keeping, roundId: round.id })).toBe(1)
  expect(await openTafRequest(db, { ...keeping, roundId: round.id })).toBe(2)
  const changed = { ...keeping, sheet: { ...SHEET, place: 'Tunis' } }
  expect(await reviseTafRequest(db, { ...changed, number: 1, base: 1 })).toBe(true)
  expect(await reviseTafRequest(db, { ...changed, number: 1, base: 1 })).toBe(false)
  expect(await listTafRequests(db, meeting.id)).toMatchObject([
    { number: 1, revision: 2, sheet: { place: 'Tunis' }, snapshotNumber: 1, steps: [{ status: 'identified' }] },
    { number: 2, revision: 1, sheet: { place: '' } },
  ])
  await expect(db.deleteFrom('taf_request_revision').execute()).rejects.toThrow(/append-only/)
})

test('steps follow the chain, with their reasons, and can be undone; the trail says each', async ({ db }) => {
  const { meeting, round, keeping, step } = await aWorld(db)
  await openTafRequest(db, { ...keeping, sheet: { ...SHEET, lead: null }, roundId: round.id })
  expect(await stepTafRequest(db, { ...step, from: 'identified', status: 'submitted' })).toBe('not_from_here')
  expect(await stepTafRequest(db, { ...step, from: 'identified', status: 'drafted' })).toBeUndefined()
  expect(await stepTafRequest(db, { ...step, from: 'identified', status: 'drafted' })).toBe('not_from_here')
  expect(await stepTafRequest(db, { ...step, from: 'drafted', status: 'submitted' })).toBe('sheet_lacking')
  expect(await stepTafRequest(db, { ...step, from: 'drafted', status: 'identified' })).toBe('note_missing')
  const undone = { ...step, from: 'drafted', status: 'identified', note: 'Too early.' } as const
  expect(await stepTafRequest(db, undone)).toBeUndefined()
  const [request] = await listTafRequests(db, meeting.id)
  expect(request?.steps.map(({ status, note, by }) => [status, note, by])).toEqual([
    ['identified', 'Too early.', 'Romane Amsel'],
    ['drafted', '', 'Romane Amsel'],
    ['identified', '', 'Romane Amsel'],
  ])
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'taf_request.moved' })
  expect(trail.map(({ details, why }) => [details.status, why])).toEqual([
    ['identified', 'Too early.'],
    ['drafted', null],
  ])
})

test('once it is completed, the next round asks the countries that requested it, and nobody else', async ({ db }) => {
  const { meeting, round, versionId, amal, keeping, step } = await aWorld(db)
  await openTafRequest(db, { ...keeping, roundId: round.id })
  const next = { slug: 'short-2', meetingId: meeting.id, versionId, title: { en: 'Next' }, deadline: minutes(900) }
  const later = await createRound(db, { ...BY_SYSTEM, ...next })
  await openRound(db, { ...BY_SYSTEM, roundId: later?.id ?? '', role: 'manager' })
  const askedOf = async (country: string, slug: string, roundId: string | undefined) => ({
    responseId: (await responseOf(db, country, slug)).id,
    roundId: roundId ?? '',
    country,
  })
  const asked = await askedOf('XA', 'short-2', later?.id)
  expect(await listDeliveries(db, asked)).toEqual([])
  const way = ['identified', 'drafted', 'submitted', 'pmt_assessed', 'ec_decided', 'implementing', 'completed'] as const
  for (const [place, status] of way.entries()) {
    const from = way[place - 1]
    const decision = status === 'ec_decided' ? 'approved' : null
    if (from) expect(await stepTafRequest(db, { ...step, from, status, decision, note: 'So.' })).toBeUndefined()
  }
  const [delivery] = await listDeliveries(db, asked)
  expect(delivery).toMatchObject({ sheet: { title: { en: 'Forms' } }, said: null })
  expect(await listDeliveries(db, await askedOf('XC', 'short-2', later?.id))).toEqual([])
  expect(await listDeliveries(db, await askedOf('XA', 'short-1', round.id))).toEqual([])
  const saying = { actor: amal, at: minutes(20), requestId: delivery?.requestId ?? '', words: 'In part only' } as const
  expect(await answerDelivery(db, { ...saying, ...asked, answer: 'met' })).toBe(true)
  expect(await answerDelivery(db, { ...saying, ...asked, answer: 'partly' })).toBe(true)
  const stranger = await askedOf('XC', 'short-2', later?.id)
  expect(await answerDelivery(db, { ...saying, ...stranger, answer: 'met' })).toBe(false)
  expect((await listDeliveries(db, asked))[0]?.said?.answer).toBe('partly')
  expect(await listDeliveryAnswers(db, delivery?.requestId ?? '')).toMatchObject([
    { country: 'XA', round: 'short-2', answer: 'partly', words: 'In part only' },
  ])
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'taf_request.answered' })
  expect(JSON.stringify(trail)).not.toMatch(/partly|In part/)
})
