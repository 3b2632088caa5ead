// Gaps, kinds of assistance, partners, completeness and the country's page: hand-computed values, and what must always hold.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completenessOf } from '#surveys/analysis/completeness.ts'
import { disclose, ownWords } from '#surveys/analysis/disclosure.ts'
import { gapsOf } from '#surveys/analysis/gaps.ts'
import { modalityMix } from '#surveys/analysis/modalities.ts'
import { partnersOf } from '#surveys/analysis/partners.ts'
import { isEmptySheet, sheetOf } from '#surveys/analysis/sheet.ts'
import { consultation, ROSTER, replies, type Said } from './rounds.ts'

const team = (said: Said[]) => disclose(consultation(replies(said)), 'team')
const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the questionnaire binds this part')
  return value
}

const gap = (current: number, needed: number): Said => ({
  'capacity.training.current': `c${current}`,
  'capacity.training.needed': `c${needed}`,
})

test('a gap is the distance of the medians of those who gave both levels, and never negative', () => {
  const found = there(gapsOf(team([gap(1, 4), gap(2, 4), gap(3, 3), { 'capacity.training.current': 'c1' }])))
  expect(found.rows[0]).toMatchObject({ current: 2, needed: 4, gap: 2, short: 2, base: { n: 3, of: 8 } })
  expect(found.finding).toMatchObject({ code: 'gaps_widest', numbers: { gap: 2 } })
  expect(there(gapsOf(team([gap(5, 2), gap(4, 2), gap(4, 1)]))).rows[0]?.gap).toBe(0)
})

test('obstacles: those who say none answer, but name nothing; one is counted once per delegation and once per measure', () => {
  const [table] = there(
    gapsOf(
      team([
        { 'measures.m01.obstacles': ['legal'], 'measures.m02.obstacles': ['legal', 'budget'] },
        { 'measures.m01.obstacles': ['legal'] },
        { 'measures.m01.obstacles': ['none'] },
      ]),
    ),
  ).obstacles
  expect(table?.base.n).toBe(3)
  expect(table?.rows.map((row) => [row.option.key, row.countries, row.times])).toEqual([
    ['legal', 2, 3],
    ['budget', 1, 1],
  ])
})

const need = (priority: number, first: string, second?: string): Said => ({
  'needs.training.priority': `p${priority}`,
  'needs.training.urgency': 'u4',
  'needs.training.first': first,
  ...(second && { 'needs.training.second': second }),
})

test('the share of a kind is the sum of w x N over the sum of all, a second choice weighing half', () => {
  // N = 100 for p5, u4 without a gap; N = 0.625 x 0.6 + 0.375 = 75 for p3
  const mix = there(modalityMix(team([need(5, 'course', 'mission'), need(3, 'mission')])))
  const weights = mix.rows.find((row) => row.area.key === 'training')?.demands.map((one) => one.weight)
  expect(weights?.[0]).toBeCloseTo(100, 9)
  expect(weights?.[1]).toBeCloseTo(50 + 75, 9)
  expect(mix.shares.map((one) => one.share)).toEqual([expect.closeTo(100 / 225, 9), expect.closeTo(125 / 225, 9)])
  expect(mix.shares.map((one) => [one.first, one.second])).toEqual([
    [1, 0],
    [1, 1],
  ])
})

test('a need of nobody weighs nothing, and shares add up to one where there are any', () => {
  expect(there(modalityMix(team([need(0, 'course')]))).shares[0]?.share).toBeUndefined()
  const kind = fc.constantFrom('course', 'mission')
  const one = fc.record({ priority: fc.integer({ min: 1, max: 5 }), first: kind, second: fc.option(kind) })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (said) => {
      const mix = there(
        modalityMix(team(said.map(({ priority, first, second }) => need(priority, first, second ?? undefined)))),
      )
      expect(mix.shares.reduce((total, { share }) => total + (share ?? 0), 0)).toBeCloseTo(1, 9)
    }),
  )
})

test('a partner is in demand where the need is shared, and is to be checked where it works in that country already', () => {
  const asks = (priority: number, partner: string, donor: string[] = []): Said => ({
    'needs.training.priority': `p${priority}`,
    'needs.training.partner': partner,
    'needs.training.donor': donor,
  })
  const found = there(
    partnersOf(
      team([
        asks(4, 'interpol', ['interpol']),
        asks(3, 'eurojust', ['unodc']),
        asks(2, 'interpol'),
        { offered: ['training'] },
      ]),
    ),
  )
  const row = found.rows.find((one) => one.area.key === 'training')
  expect(found.partners.map((one) => one.key)).toEqual(['interpol', 'eurojust', 'unodc'])
  expect(row?.cells).toEqual([
    { requested: 1, active: 1, isInSameCountry: true },
    { requested: 1, active: 0, isInSameCountry: false },
    { requested: 0, active: 1, isInSameCountry: false },
  ])
  expect(row).toMatchObject({ base: { n: 2 }, mayDuplicate: true, offers: 1 })
  expect(row?.offering.map((one) => one.code)).toEqual(['XD'])
})

test('who works where is withheld outside the team where fewer than three said so', () => {
  const list: Said[] = ROSTER.map((_, place) => ({
    'needs.training.priority': 'p4',
    'needs.training.partner': 'interpol',
    ...(place < 2 && { 'needs.training.donor': ['interpol'] }),
  }))
  const shared = there(partnersOf(disclose(consultation(replies(list)), 'shared')))
  expect(shared.rows.find((one) => one.area.key === 'training')?.cells).toEqual([
    { requested: 8, active: 0, isInSameCountry: false },
  ])
})

test('an absence is a finding: who cannot answer, of those who said anything', () => {
  const said: Said[] = [...Array.from({ length: 5 }, (): Said => ({ days: '!na' })), { days: 3 }, { days: 4 }, {}]
  const found = completenessOf(team(said))
  expect(found.unanswerable[0]).toMatchObject({ ref: 'days', cannot: 5, absences: { na: 5, nap: 0, pns: 0 } })
  expect(found.finding).toMatchObject({ code: 'unanswerable', numbers: { k: 5, n: 7 } })
  expect(found).toMatchObject({ coverage: 1, isProvisional: false })
  expect(completenessOf(team(said.slice(0, 5))).isProvisional).toBe(true)
})

test('a country’s page holds its own answers, needs by its own priority, and what the region shares', () => {
  const own: Said = {
    ...need(5, 'course'),
    ...gap(1, 4),
    'needs.witnesses.priority': 'p3',
    'measures.m01.status': 'implemented',
    'measures.m01.obstacles': ['legal'],
    offered: ['witnesses'],
  }
  const view = team([own, need(4, 'course'), need(1, 'course')])
  const sheet = sheetOf(view, 'XA', new Map())
  expect(sheet.needs.map((one) => [one.area.key, one.priority.value, one.current, one.shared])).toEqual([
    ['training', 5, 1, { k: 2, n: 3 }],
    ['witnesses', 3, null, { k: 1, n: 1 }],
  ])
  expect(sheet.measures[0]).toMatchObject({ state: { key: 'implemented' }, isEvidenced: false })
  expect(sheet.offers.map((one) => one.key)).toEqual(['witnesses'])
  expect(isEmptySheet(sheetOf(view, 'XH', new Map()))).toBe(true)
})

test('released as totals, a country’s page keeps its words and loses its figures; closed, it loses both', () => {
  const said: Said[] = ROSTER.map(() => ({ remark: 'our words', lead: 'police', contact: 'a person' }))
  const list = replies(said, [
    'named',
    'aggregate_only',
    'aggregate_only',
    ...ROSTER.slice(3).map(() => 'named' as const),
  ])
  const all = consultation(list)
  expect(isEmptySheet(sheetOf(disclose(all, 'shared', 'totals'), 'XA', new Map()))).toBe(true)
  expect([...ownWords(all, 'shared', 'XA').keys()]).toEqual(['remark'])
  expect(ownWords(all, 'shared', 'XB').size).toBe(0)
  expect(ownWords(all, 'team', 'XB').size).toBe(2)
  expect(ownWords(all, 'shared', 'ZZ').size).toBe(0)
})
