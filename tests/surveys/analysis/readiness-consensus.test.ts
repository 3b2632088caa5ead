// Readiness of measures and agreement on steps, against the worked values of the domain.
import { expect, test } from 'vitest'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { consultation, replies, type Said } from './rounds.ts'

const STATES = [
  'implemented',
  'in_progress',
  'in_progress',
  'in_progress',
  'planned',
  'planned',
  'not_started',
  'not_applicable',
]
const REPORTED: Said[] = STATES.map((status) => ({ 'measures.m01.status': status }))

const measures = (said: Said[], accepted: string[] = []) => {
  const found = readinessOf(disclose(consultation(replies(said), { acceptedEvidence: new Set(accepted) }), 'team'))
  if (!found) throw new Error('the questionnaire reports on measures')
  return found
}
const steps = (said: Said[]) => {
  const found = consensusOf(disclose(consultation(replies(said)), 'team'))
  if (!found) throw new Error('the questionnaire asks for agreement')
  return found
}

test('readiness of the worked example is three sevenths; without evidence the implemented one counts three quarters', () => {
  const [declared] = measures(REPORTED).rows
  expect(declared?.declaredReadiness).toBeCloseTo(3 / 7, 9)
  expect(declared?.evidencedReadiness).toBeCloseTo(2.75 / 7, 9)
  expect(declared?.base).toEqual({ n: 7, of: 8, basis: 'roster' })
  const [accepted] = measures(REPORTED, ['XA/measures.m01.status']).rows
  expect(accepted?.evidencedReadiness).toBeCloseTo(3 / 7, 9)
  expect(accepted?.evidenced).toBe(1)
})

test('evidence accepted for a measure that is no longer implemented counts nothing', () => {
  expect(measures(REPORTED, ['XB/measures.m01.status']).rows[0]?.evidenced).toBe(0)
})

test('overdue is planned or in progress with a date that has passed', () => {
  const said: Said[] = [
    { 'measures.m01.status': 'planned', 'measures.m01.date': '2027-01-26' },
    { 'measures.m01.status': 'in_progress', 'measures.m01.date': '2027-01-27' },
    { 'measures.m01.status': 'implemented', 'measures.m01.date': '2026-01-01' },
  ]
  expect(measures(said).rows[0]?.overdue).toBe(1)
})

test('the headings say what is true', () => {
  const found = measures(REPORTED)
  expect(found.headline).toMatchObject({ code: 'measures_top', numbers: { k: 1, n: 7 } })
  expect(found.finding.numbers).toEqual({ k: 1, n: 7, count: 0 })
  expect(measures([]).headline.code).toBe('nobody')
  expect(measures([{ 'measures.m01.status': 'planned' }]).headline.code).toBe('measures_none')
})

const rated = (counts: readonly number[]): Said[] =>
  counts.flatMap((count, place) => Array.from({ length: count }, () => ({ 'steps.t01.agreement': `a${place + 1}` })))

test.each([
  [[0, 0, 0, 0, 8], 'agreed', false],
  [[0, 0, 0, 4, 4], 'agreed', false],
  [[0, 0, 2, 4, 2], 'agreed', false],
  [[0, 1, 1, 3, 3], 'agreed_with_reservations', false],
  [[2, 0, 0, 0, 6], 'to_be_debated', false],
  [[1, 1, 1, 2, 3], 'to_be_debated', false],
  [[2, 0, 2, 2, 2], 'to_be_debated', true],
  [[3, 0, 0, 0, 5], 'to_be_debated', true],
  [[4, 0, 0, 0, 4], 'to_be_debated', true],
  [[4, 4, 0, 0, 0], 'not_supported', false],
  [[0, 0, 0, 0, 4], undefined, false],
])('ratings %j are labelled %s', (counts, label, isDivided) => {
  const [found] = steps(rated(counts)).rows
  expect([found?.label, found?.isDivided]).toEqual([label, isDivided])
})

test('one reservation makes an agreement one with reservations', () => {
  const said = rated([0, 0, 0, 0, 8])
  said[2] = { ...said[2], 'steps.t01.reservation': 'Subject to funding.' }
  const [found] = steps(said).rows
  expect(found?.label).toBe('agreed_with_reservations')
  expect(found?.reservationTexts).toEqual([
    { country: expect.objectContaining({ code: 'XC' }), words: 'Subject to funding.', language: null },
  ])
})

test('a step without answers has no label, and the page says too few', () => {
  expect(steps([]).finding.code).toBe('nobody')
  expect(steps([{ 'steps.t01.agreement': '!na' }]).finding.code).toBe('too_few')
})
