// The ranking of needs and the heat map, against the worked example of the domain and its rules for ties.
import { expect, test } from 'vitest'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { heatMap } from '#surveys/analysis/heat-map.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { consultation, replies, type Said } from './rounds.ts'

/** P, U, current, needed, coverage of one area, as in the worked example of domain.md 7. */
function need(area: string, p: number, u: number, current: number, needed: number, coverage: string): Said {
  return {
    [`needs.${area}.priority`]: `p${p}`,
    [`needs.${area}.urgency`]: `u${u}`,
    [`capacity.${area}.current`]: `c${current}`,
    [`capacity.${area}.needed`]: `c${needed}`,
    [`needs.${area}.coverage`]: coverage,
  }
}

const WORKED: Said[] = [
  need('digital_evidence', 4, 3, 2, 4, 'partly'),
  need('digital_evidence', 5, 4, 3, 5, 'partly'),
  need('digital_evidence', 5, 3, 2, 4, 'partly'),
  need('digital_evidence', 4, 3, 2, 4, 'partly'),
  need('digital_evidence', 1, 1, 4, 4, 'none'),
  need('digital_evidence', 4, 2, 2, 4, 'none'),
  need('digital_evidence', 5, 4, 1, 4, 'none'),
  need('digital_evidence', 4, 3, 2, 4, 'partly'),
]

const team = (said: Said[]) => disclose(consultation(replies(said)), 'team')
const ranking = (said: Said[]) => {
  const found = rankNeeds(team(said))
  if (!found) throw new Error('the questionnaire asks for needs')
  return found
}
const row = (said: Said[], area: string) => {
  const found = ranking(said).rows.find((one) => one.area.key === area)
  if (!found) throw new Error(`no area ${area}`)
  return found
}

test('the worked example comes out to the decimal', () => {
  const first = row(WORKED, 'digital_evidence')
  expect(first.base).toEqual({ n: 8, of: 8, basis: 'roster' })
  expect([first.sharedBy, first.share]).toEqual([7, 0.875])
  expect(first.intensity).toBeCloseTo(78.5714, 3)
  expect(first.score).toBeCloseTo(68.75, 6)
  expect(first.net).toBeCloseTo(44.375, 6)
  expect(first.coverage).toBeCloseTo(0.357, 3)
  expect(first.scope).toBe('regional')
  expect(first.place).toBe(1)
  expect(first.firm).toEqual({ from: 1, to: 1, hangsOn: 0 })
})

test('scores of single countries are those of the example, in the heat map too', () => {
  const map = heatMap(team(WORKED), 'score')
  expect(map?.rows[0]?.cells.map((cell) => cell.value)).toEqual([72.5, 90, 82.5, 72.5, 17.5, 65, 95, 72.5])
  expect(map?.countries.map((country) => country.code)).toEqual(['XA', 'XB', 'XC', 'XD', 'XE', 'XF', 'XG', 'XH'])
})

test('without a gap the weights of priority and urgency are scaled up, and without urgency those of the rest', () => {
  const score = (said: Said) => row([said], 'training').score
  expect(score({ 'needs.training.priority': 'p5', 'needs.training.urgency': 'u4' })).toBeCloseTo(100, 9)
  expect(score({ 'needs.training.priority': 'p3', 'needs.training.urgency': 'u2' })).toBeCloseTo(
    100 * (0.625 * 0.6 + 0.375 * 0.5),
    9,
  )
  expect(score({ 'needs.training.priority': 'p4', 'needs.training.urgency': '!na' })).toBeCloseTo(80, 9)
})

test('an absence is in no denominator, and counted as an absence', () => {
  const said: Said[] = [
    need('training', 4, 3, 2, 4, 'none'),
    { 'needs.training.priority': '!pns' },
    { 'needs.training.priority': '!na' },
    {},
  ]
  const found = row(said, 'training')
  expect(found.base.n).toBe(1)
  expect(found.share).toBe(1)
  expect(found.absences).toEqual({ na: 1, nap: 0, pns: 1 })
})

test('no need is a need of nobody: it has no place', () => {
  const found = ranking([{ 'needs.training.priority': 'p0' }, { 'needs.training.priority': 'p2' }])
  expect(found.rows.map((one) => one.place)).toEqual([null, null, null])
  expect(found.finding.code).toBe('needs_none')
})

test('ties go to more countries, then higher urgency, then more votes; what is still equal shares the place', () => {
  const pair = (a: Said, b: Said): Said => ({ ...a, ...b })
  const urgency = [
    pair(need('digital_evidence', 4, 4, 1, 1, 'none'), need('training', 5, 4, 1, 1, 'none')),
    pair(need('digital_evidence', 4, 2, 1, 1, 'none'), need('training', 5, 1, 1, 1, 'none')),
  ]
  // 0.5 P/5 + 0.3 U/4 adds up to the same; the medians of urgency are 3 and 2.5
  const levelled = ranking([
    { ...urgency[0], 'needs.training.priority': 'p4', 'needs.training.urgency': 'u4' },
    { ...urgency[1], 'needs.training.priority': 'p4', 'needs.training.urgency': 'u2' },
  ])
  expect(levelled.rows.slice(0, 2).map((one) => one.place)).toEqual([1, 1])
  const voted = ranking([
    {
      ...urgency[0],
      'needs.training.priority': 'p4',
      'needs.training.urgency': 'u4',
      top: ['training', 'digital_evidence'],
    },
    { ...urgency[1], 'needs.training.priority': 'p4', 'needs.training.urgency': 'u2' },
  ])
  expect(voted.rows.slice(0, 2).map((one) => [one.area.key, one.place])).toEqual([
    ['training', 1],
    ['digital_evidence', 2],
  ])
})

test('votes are compared with scores, and a difference worth a debate is marked', () => {
  const said = WORKED.map((one) => ({
    ...one,
    ...need('training', 3, 2, 3, 3, 'none'),
    ...need('witnesses', 3, 1, 3, 3, 'none'),
    top: ['witnesses', 'training'],
  }))
  const found = ranking(said)
  expect(found.rows.map((one) => [one.area.key, one.place, one.votePlace, one.isToDiscuss])).toEqual([
    ['digital_evidence', 1, null, false],
    ['training', 2, 2, false],
    ['witnesses', 3, 1, true],
  ])
  expect(found.rho).toBe(-1)
})

test('fewer replies than the threshold make the whole provisional', () => {
  expect(ranking(WORKED.slice(0, 5)).isProvisional).toBe(true)
  expect(ranking(WORKED.slice(0, 6)).isProvisional).toBe(false)
})

test('nobody, one delegation, absences only: everything still comes out', () => {
  expect(ranking([]).finding.code).toBe('nobody')
  expect(heatMap(team([]), 'priority')?.rows.map((one) => one.cells.length)).toEqual([0, 0, 0])
  expect(ranking([WORKED[0] ?? {}]).finding.code).toBe('needs_first')
  const absent = ranking(WORKED.map(() => ({ 'needs.digital_evidence.priority': '!nap' as const })))
  expect(absent.rows[0]?.absences.nap).toBe(8)
  expect(absent.rows.every((one) => one.score === 0 && one.place === null)).toBe(true)
})

test('the scope follows the rule of the facility: half, two, one, none', () => {
  const scope = (k: number) =>
    row(
      WORKED.slice(0, 8).map((_, i) => need('training', i < k ? 4 : 1, 1, 1, 1, 'none')),
      'training',
    ).scope
  expect([8, 4, 3, 2, 1, 0].map(scope)).toEqual([
    'regional',
    'regional',
    'subregional',
    'subregional',
    'national',
    'none',
  ])
})

test('a place that one delegation holds up says so, and the orders of the delegations are compared', () => {
  const both = (training: number, evidence: number): Said => ({
    'needs.training.priority': `p${training}`,
    'needs.digital_evidence.priority': `p${evidence}`,
    'needs.witnesses.priority': 'p0',
  })
  // without the first, the two areas change places
  const found = ranking([both(5, 0), both(4, 4), both(3, 4), both(3, 4)])
  expect(found.rows.slice(0, 2).map((one) => [one.area.key, one.firm])).toEqual([
    ['training', { from: 1, to: 2, hangsOn: 1 }],
    ['digital_evidence', { from: 1, to: 2, hangsOn: 1 }],
  ])
  expect(found.concordance).toMatchObject({ judges: 4 })
  expect(ranking([both(5, 4), both(4, 3), both(3, 2)]).concordance).toEqual({ w: 1, judges: 3, words: 'strong' })
  expect(ranking([both(5, 4), both(4, 3)]).concordance).toEqual({ w: undefined, judges: 2, words: undefined })
})
