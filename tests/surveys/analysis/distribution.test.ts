// One question of every type: counts, ranks, quartiles, absences, and the sentence over them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binDates, binNumbers, dayOf } from '#surveys/analysis/bins.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import { consultation, replies, type Said } from './rounds.ts'

function distribution(ref: string, said: Said[]) {
  const found = distributionOf(disclose(consultation(replies(said)), 'team'), ref)
  if (!found) throw new Error(`no question ${ref}`)
  return found
}
const first = (ref: string, said: Said[]) => distribution(ref, said).rows[0]

test('one choice: counts, absences and silence add up to those who replied', () => {
  const said: Said[] = [{ lead: 'police' }, { lead: 'police' }, { lead: 'courts' }, { lead: '!pns' }, {}]
  const row = first('lead', said)
  expect(row?.tally).toMatchObject({ kind: 'choice', options: [{ count: 2 }, { count: 0 }, { count: 1 }] })
  expect([row?.base.n, row?.absences, row?.silent]).toEqual([3, { na: 0, nap: 0, pns: 1 }, 1])
  expect(distribution('lead', said).finding).toMatchObject({ code: 'choice_first', numbers: { k: 2, n: 3 } })
})

test('several choices: each option counts delegations, not ticks', () => {
  const row = first('consulted', [{ consulted: ['police', 'courts'] }, { consulted: ['police'] }, { consulted: [] }])
  expect(row?.tally).toMatchObject({ kind: 'several', options: [{ count: 2 }, { count: 0 }, { count: 1 }] })
  expect(row?.base.n).toBe(2)
})

test('a ranking: ranks, points, places', () => {
  const row = first('top', [{ top: ['training', 'witnesses'] }, { top: ['training'] }, { top: [] }])
  expect(row?.tally).toMatchObject({
    kind: 'ranking',
    weights: [5, 4, 3, 2, 1],
    options: [
      { ranks: [0, 0, 0, 0, 0], points: 0, place: null },
      { ranks: [2, 0, 0, 0, 0], points: 10, place: 1 },
      { ranks: [0, 1, 0, 0, 0], points: 4, place: 2 },
    ],
  })
})

test('numbers and dates: quartiles, and steps that hold every answer', () => {
  const days = first('days', [{ days: 1 }, { days: 2 }, { days: 4 }, { days: 10 }])
  expect(days?.tally).toMatchObject({ summary: { least: 1, q1: 1.75, median: 3, q3: 5.5, largest: 10 } })
  const dates = first('as_of', [{ as_of: '2027-01-01' }, { as_of: '2027-01-04' }])
  expect(dates?.tally).toMatchObject({ summary: { least: '2027-01-01', median: '2027-01-02', largest: '2027-01-04' } })
})

test('an ordered scale has a median and an agreement; yes, partly, no has none', () => {
  const scale = first('steps.agreement', [{ 'steps.t01.agreement': 'a2' }, { 'steps.t01.agreement': 'a5' }])
  expect(scale?.tally).toMatchObject({ kind: 'choice', spread: { median: 3.5, counts: [0, 1, 0, 0, 1] } })
  expect(first('guidance', [{ guidance: 'yes' }])?.tally).toMatchObject({ kind: 'choice', spread: undefined })
})

test('texts, documents and confirmations: who answered, and what, as far as it may be shown', () => {
  const link = { kind: 'link', url: 'https://example.org/act' } as const
  const file = { kind: 'file', id: '1', name: 'act.pdf', bytes: 10, sha256: 'a' } as const
  expect(first('papers', [{ papers: [link, file] }, { papers: [] }])).toMatchObject({
    base: { n: 1 },
    tally: { kind: 'files', documents: 1, links: 1 },
  })
  expect(first('remark', [{ remark: 'Words.' }])?.said[0]?.cell.value).toBe('Words.')
  expect(first('sure', [{ sure: 'yes' }])?.base.n).toBe(1)
})

test('inside a group every item has its own row, and the question counts once', () => {
  const found = distribution('needs.priority', [{ 'needs.training.priority': 'p5' }])
  expect(found.rows.map((row) => [row.item?.key, row.base.n])).toEqual([
    ['digital_evidence', 0],
    ['training', 1],
    ['witnesses', 0],
  ])
})

test.each([
  ['nobody', []],
  ['unanswered', [{}]],
  ['absences_only', [{ lead: '!na' }, { lead: '!nap' }]],
  ['choice_all', [{ lead: 'police' }, { lead: 'police' }]],
  ['choice_pair', [{ lead: 'police' }, { lead: 'courts' }]],
  ['choice_open', [{ lead: 'police' }, { lead: 'courts' }, { lead: 'customs' }]],
] as [string, Said[]][])('the heading is %s when that is what the answers say', (code, said) => {
  expect(distribution('lead', said).finding.code).toBe(code)
})

test('a comment alone is no answer, and an entry that could not be read neither', () => {
  const row = first('lead', [{ lead: '#I am not sure' }])
  expect([row?.base.n, row?.silent, row?.said.length]).toEqual([0, 1, 1])
})

test('steps of numbers and dates hold every value once', () => {
  const numbers = fc.array(
    fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, min: -1e3, max: 1e3 })),
  )
  const total = (bins: { count: number }[]) => bins.reduce((sum, bin) => sum + bin.count, 0)
  fc.assert(
    fc.property(numbers, (list) => {
      const bins = binNumbers(list)
      expect(total(bins)).toBe(list.length)
      expect(bins.length).toBeLessThanOrEqual(10)
    }),
  )
  const dates = fc.date({ min: new Date('0002-01-01'), max: new Date('9998-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(dates), (list) => {
      const bins = binDates(list.flatMap((date) => dayOf(date.toISOString().slice(0, 10))))
      expect(total(bins)).toBe(list.length)
      expect(bins.length).toBeLessThanOrEqual(10)
    }),
  )
})
