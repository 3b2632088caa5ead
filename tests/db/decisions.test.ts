// What a session decides: nothing that was said is overwritten, numbers stay, silence has an end, one wording one objection.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { listConclusions, objectTo, proposeConclusion, reviseConclusion } from '#db/conclusions.ts'
import { decideNeed, listNeedDecisions } from '#db/need-decisions.ts'
import { saveCells } from '#db/responses.ts'
import { takeSnapshot } from '#db/snapshots.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aWorld(db: Db) {
  const { meeting, round, amal } = await aRound(db, { deadline: minutes(600) })
  const actor = await anAccount(db, 'Solenne Dubrac')
  const { id: responseId } = await responseOf(db, 'XA')
  const own = { responseId, country: 'XA', role: 'head', actor: amal, today: TODAY } as const
  await saveCells(db, { ...own, cells: [value('institution', 'Ministry', 0)], at: minutes(1) })
  const signed = { signedName: 'A', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  await submitResponse(db, { ...own, ...signed, at: minutes(2) })
  const act = { actor, at: minutes(5), meetingId: meeting.id }
  const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
  return { meeting, round, act, snapshotId: taken?.id ?? '' }
}

const NEED = {
  area: 'training',
  outcome: 'retained',
  into: null,
  lead: 'XA',
  countries: ['XA', 'XB'],
  modality: 'course',
  reservations: [],
  note: '',
} as const

test('the last decision on a need holds, and the ones before it stay', async ({ db }) => {
  const { meeting, round, act, snapshotId } = await aWorld(db)
  const decide = (more: object) => decideNeed(db, { ...act, roundId: round.id, snapshotId, ...NEED, ...more })
  await decide({})
  await decide({ outcome: 'merged', into: 'witnesses', reservations: ['XB'] })
  expect(await listNeedDecisions(db, meeting.id)).toMatchObject([
    { area: 'training', outcome: 'merged', into: 'witnesses', reservations: ['XB'], snapshotNumber: 1 },
  ])
  await expect(db.deleteFrom('need_decision').execute()).rejects.toThrow(/append-only/)
  await expect(decide({ outcome: 'merged', into: null })).rejects.toThrow()
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'need.decided' })
  expect(trail.map(({ details }) => details.outcome)).toEqual(['merged', 'retained'])
})

const WORDING = { texts: { en: 'One text.' }, stand: 'proposed', countries: [], words: '', silenceUntil: null } as const

test('conclusions keep their numbers; a revision needs the one before it; figures keep their snapshot', async ({
  db,
}) => {
  const { meeting, act, snapshotId } = await aWorld(db)
  const figure = { shows: 'needs:short-1', snapshotId }
  expect(await proposeConclusion(db, { ...act, ...WORDING, figure })).toBe(1)
  expect(await proposeConclusion(db, { ...act, ...WORDING, figure: null })).toBe(2)
  const revise = (base: number, more: object) =>
    reviseConclusion(db, { ...act, ...WORDING, figure: null, number: 1, base, ...more })
  expect(await revise(1, { stand: 'withdrawn' })).toBe(true)
  expect(await revise(1, { stand: 'agreed' })).toBe(false)
  expect(await reviseConclusion(db, { ...act, ...WORDING, figure: null, number: 9, base: 1 })).toBe(false)
  expect(await proposeConclusion(db, { ...act, ...WORDING, figure: null })).toBe(3)
  const [first] = await listConclusions(db, meeting.id)
  expect(first?.number).toBe(1)
  expect(first?.revisions.map(({ revision, stand, figure }) => [revision, stand, figure?.snapshot])).toEqual([
    [2, 'withdrawn', undefined],
    [1, 'proposed', 1],
  ])
  await expect(db.updateTable('conclusion_revision').set({ words: 'x' }).execute()).rejects.toThrow(/append-only/)
})

test('objections are taken while the silence of the newest wording lasts, once from each delegation', async ({
  db,
}) => {
  const { meeting, act } = await aWorld(db)
  await proposeConclusion(db, { ...act, ...WORDING, figure: null })
  const object = (minute: number, country = 'XA') =>
    objectTo(db, { ...act, at: minutes(minute), number: 1, country, kind: 'reservation', words: 'Subject to law.' })
  expect(await object(6)).toBe('no_silence')
  const silence = { ...WORDING, stand: 'ad_referendum', silenceUntil: minutes(30), figure: null } as const
  await reviseConclusion(db, { ...act, ...silence, number: 1, base: 1 })
  expect(await object(7)).toBeUndefined()
  expect([await object(8), await object(9, 'XB'), await object(30, 'XC')]).toEqual([
    'said_already',
    undefined,
    'silence_over',
  ])
  const [conclusion] = await listConclusions(db, meeting.id)
  expect(conclusion?.objections.map(({ country, revision }) => [country, revision])).toEqual([
    ['XA', 2],
    ['XB', 2],
  ])
})
