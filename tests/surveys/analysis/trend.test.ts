// Trends: the same delegations only, comparable questions only, and nobody else changes a figure.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { type TrendPart, type Trends, trendsOf } from '#surveys/analysis/trend.ts'
import type { Level } from '#surveys/answering/model.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { ledgerOf } from '#surveys/definition/comparison/ledger.ts'
import type { Change, Questionnaire } from '#surveys/definition/model.ts'
import { trendTable } from '#surveys/tables/trend-table.ts'
import { consultation, QUESTIONNAIRE, ROSTER, reply, type Said } from './rounds.ts'

const REASON = { en: 'why', fr: 'pourquoi', ar: 'لماذا' }

/** The next version, with other levels of priority and what is declared about them. */
function nextVersion(change: Omit<Change, 'key'>): Questionnaire {
  const priority = QUESTIONNAIRE.lists.priority ?? []
  const levels = priority.map((option) => ({ ...option, value: (option.value ?? 0) * 2 }))
  const changes = [{ key: 'needs.priority', reason: REASON, ...change }]
  return { ...QUESTIONNAIRE, version: '2.0.0', lists: { ...QUESTIONNAIRE.lists, priority: levels }, changes }
}

type Saying = Readonly<Record<string, Said>>
type Setting = {
  readonly later?: Questionnaire
  readonly reader?: 'team' | 'shared'
  readonly levels?: Readonly<Record<string, Level>>
}

function compared(was: Saying, is: Saying, { later = QUESTIONNAIRE, reader = 'team', levels = {} }: Setting = {}) {
  const view = (said: Saying, questionnaire: Questionnaire) => {
    const replies = Object.entries(said).map(([country, one]) => reply(country, one, levels[country] ?? 'named'))
    return disclose(consultation(replies, { codebook: compile(questionnaire) }), reader)
  }
  const [before, now] = [view(was, QUESTIONNAIRE), view(is, later)]
  const ledger = ledgerOf(later === QUESTIONNAIRE ? [QUESTIONNAIRE] : [QUESTIONNAIRE, later])
  return { before, now, trends: trendsOf(before, now, ledger) }
}

const partOf = ({ parts }: Trends, part: TrendPart['part']) => parts.find((one) => one.part === part)
const rowOf = (trends: Trends, part: TrendPart['part'], key: string) =>
  partOf(trends, part)?.rows.find((row) => row.key === key)

const needs = (priority: string): Said => ({ 'needs.training.priority': priority })

test('means and steps are those of the delegations that answered in both', () => {
  const was = { XA: needs('p2'), XB: needs('p3'), XC: needs('p5'), XD: needs('p4'), XE: needs('!na') }
  const is = { XA: needs('p4'), XB: needs('p3'), XC: needs('p4'), XE: needs('p5'), XF: needs('p0') }
  const { trends } = compared(was, is)
  expect(rowOf(trends, 'needs', 'training')).toMatchObject({
    n: 3,
    was: 10 / 3,
    is: 11 / 3,
    higher: 1,
    lower: 1,
    unchanged: 1,
    comparability: 'same',
    reason: null,
  })
  const part = partOf(trends, 'needs')
  expect(part?.pairs).toBe(4)
  expect([part?.joined.map(({ code }) => code), part?.left.map(({ code }) => code)]).toEqual([['XF'], ['XD']])
})

test('a gap needs both of its answers, a measure counts with its weight, what is excluded nowhere', () => {
  const gap = (current: string, needed: string): Said => ({
    'capacity.training.current': current,
    'capacity.training.needed': needed,
  })
  const was = { XA: { ...gap('c1', 'c4'), 'measures.m01.status': 'planned' }, XB: gap('c5', 'c2') }
  const is = { XA: { ...gap('c2', 'c4'), 'measures.m01.status': 'implemented' }, XB: gap('c4', 'c5') }
  const { trends } = compared(was, is)
  expect(rowOf(trends, 'gaps', 'training')).toMatchObject({ n: 2, was: 1.5, is: 1.5, higher: 1, lower: 1 })
  expect(rowOf(trends, 'measures', 'm01')).toMatchObject({ n: 1, was: 0.25, is: 1, higher: 1 })
  const away = compared(
    { XA: { 'measures.m01.status': 'planned' } },
    { XA: { 'measures.m01.status': 'not_applicable' } },
  )
  expect(rowOf(away.trends, 'measures', 'm01')).toMatchObject({ n: 0, was: undefined, is: undefined })
})

test('numbers that stand alone are followed as well', () => {
  const { trends } = compared({ XA: { days: 10 }, XB: { days: 4 } }, { XA: { days: 7.5 }, XB: { days: 4 } })
  expect(rowOf(trends, 'figures', 'days')).toMatchObject({ n: 2, was: 7, is: 5.75, lower: 1, unchanged: 1 })
})

test('where a question may not be compared there is a break with its reason, and no figure of then', () => {
  const later = nextVersion({ change: 'changed' })
  const { before, now, trends } = compared({ XA: needs('p2') }, { XA: needs('p4') }, { later })
  expect(rowOf(trends, 'needs', 'training')).toMatchObject({
    comparability: 'broken',
    reason: REASON,
    n: 1,
    was: undefined,
    is: 8,
    higher: 0,
    lower: 0,
    unchanged: 0,
  })
  expect(trends.changed).toMatchObject([{ ref: 'needs.priority', comparability: 'broken', reason: REASON }])
  const { header, rows } = trendTable(before, now, trends, 'fr')
  const line = [...rows].find((row) => row[header.indexOf('key')] === 'training')
  const shown = ['then', 'now', 'higher', 'comparability', 'reason'].map((column) => line?.[header.indexOf(column)])
  expect(shown).toEqual([null, 8, null, 'broken', 'pourquoi'])
})

test('what is mapped is compared in the terms of now, and what has no place any more is left out', () => {
  const later = nextVersion({ change: 'changed', maps: { p1: 'p2', p2: 'p3' } })
  const { trends } = compared({ XA: needs('p2'), XB: needs('p5') }, { XA: needs('p4'), XB: needs('p5') }, { later })
  expect(rowOf(trends, 'needs', 'training')).toMatchObject({ comparability: 'mapped', n: 1, was: 6, is: 8, higher: 1 })
})

test('outside the team only those shown by name are paired, fewer than three are withheld, and nobody else is named', () => {
  const said = Object.fromEntries(ROSTER.slice(0, 6).map(({ code }) => [code, needs('p3')]))
  const levels = { XD: 'aggregate_only', XE: 'aggregate_only', XF: 'aggregate_only' } as const
  const open = compared(said, said, { reader: 'shared', levels })
  expect(partOf(open.trends, 'needs')).toMatchObject({ pairs: 3, joined: [], left: [] })
  expect(rowOf(open.trends, 'needs', 'training')).toMatchObject({ n: 3, was: 3, is: 3, isHidden: false })
  const fewer = compared(said, said, { reader: 'shared', levels: { ...levels, XC: 'aggregate_only' } })
  expect(rowOf(fewer.trends, 'needs', 'training')).toMatchObject({
    n: 2,
    was: undefined,
    is: undefined,
    isHidden: true,
  })
})

const levelArb = fc.constantFrom('p0', 'p1', 'p2', 'p3', 'p4', 'p5', '!na', '!pns')
const sayingArb = fc
  .array(levelArb, { minLength: 1, maxLength: 6 })
  .map((levels) => Object.fromEntries(levels.map((level, place) => [ROSTER[place]?.code ?? '', needs(level)])))

test('a trend is unchanged when an unrelated delegation is added to one of the rounds', () => {
  fc.assert(
    fc.property(sayingArb, sayingArb, levelArb, fc.boolean(), (was, is, level, isLater) => {
      const figures = ({ trends }: ReturnType<typeof compared>) =>
        trends.parts.map(({ part, rows, pairs }) => ({ part, rows, pairs }))
      const stranger = { XH: needs(level) }
      const more = isLater ? compared(was, { ...is, ...stranger }) : compared({ ...was, ...stranger }, is)
      expect(figures(more)).toEqual(figures(compared(was, is)))
    }),
  )
})

test('no reply, one reply, nothing but absences: there is nothing to compare, and nothing breaks', () => {
  const absent = Object.fromEntries(ROSTER.map(({ code }) => [code, needs('!na')]))
  for (const [was, is] of [
    [{}, {}],
    [{ XA: needs('p1') }, {}],
    [absent, absent],
  ] as const) {
    expect(rowOf(compared(was, is).trends, 'needs', 'training')).toMatchObject({ n: 0, was: undefined, is: undefined })
  }
})
