import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applicable, decidersOf, setAside } from '#surveys/answering/applicability.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { type Past, restoreSuggestion } from '#surveys/answering/restoring.ts'
import { cellsOf, fieldOf, SMALL, TODAY } from './small.ts'

const applies = (name: string, given: Parameters<typeof cellsOf>[0]) =>
  applicable(SMALL, cellsOf(given), TODAY).has(name)

test('a field without a condition always applies, one with a condition when it holds', () => {
  expect(applies('unit', {})).toBe(true)
  expect(applies('story', {})).toBe(false)
  expect(applies('story', { basis: 'statute' })).toBe(true)
  expect(applies('story', { basis: 'treaty' })).toBe(false)
})

test('options are compared by their value, at the same item', () => {
  expect(applies('needs.evidence.urgency', { 'needs.evidence.priority': 'p1' })).toBe(true)
  expect(applies('needs.evidence.urgency', { 'needs.evidence.priority': 'p0' })).toBe(false)
  expect(applies('needs.evidence.urgency', { 'needs.training.priority': 'p5' })).toBe(false)
  expect(applies('support.training.coverage', { 'needs.training.priority': 'p3' })).toBe(true)
})

test('an absence and an entry that cannot be read decide nothing', () => {
  expect(applies('story', { basis: { absence: 'na' } })).toBe(false)
  expect(applies('story', { basis: { typed: 'statute' } })).toBe(false)
})

test('what does not apply decides nothing either', () => {
  const given = { 'support.evidence.coverage': 'partly', 'needs.evidence.priority': 'p3' }
  expect(applies('support.evidence.donor', given)).toBe(true)
  expect(applies('support.evidence.donor', { ...given, 'needs.evidence.priority': 'p2' })).toBe(false)
})

test('given answers that do not apply are set aside, in reading order', () => {
  const cells = cellsOf({
    'support.evidence.donor': ['unodc'],
    'support.evidence.coverage': 'partly',
    'needs.evidence.priority': 'p1',
    story: { comment: 'only a comment' },
    'needs.evidence.urgency': 'u1',
    'support.training.coverage': { value: null },
  })
  expect(setAside(SMALL, cells, TODAY).map((cell) => cell.field)).toEqual([
    'story',
    'support.evidence.coverage',
    'support.evidence.donor',
  ])
})

test('the deciding fields of a field are named once each', () => {
  expect(decidersOf(SMALL, fieldOf('support.evidence.donor')).map((field) => field.name)).toEqual([
    'support.evidence.coverage',
  ])
  expect(decidersOf(SMALL, fieldOf('unit'))).toEqual([])
})

/** A history of deciding answers, oldest first. */
function historyOf(...rows: [string, Cell['value']][]): Past[] {
  return rows.map(([field, value], index) => ({
    ...(cellsOf({ [field]: value }).get(field) as Cell),
    revision: index + 1,
    at: `2026-11-24T10:00:${String(index).padStart(2, '0')}.000Z`,
  }))
}

const suggested = (field: string, given: Parameters<typeof cellsOf>[0], history: Past[]) =>
  restoreSuggestion(SMALL, cellsOf(given), fieldOf(field), history, TODAY)?.map((row) => [row.field, row.value])

test('restoring puts the deciding answer back to what it was when the field last applied', () => {
  const history = historyOf(
    ['basis', 'none'],
    ['basis', 'statute'],
    ['days', 3],
    ['basis', 'treaty'],
    ['basis', 'none'],
  )
  expect(suggested('story', { basis: 'none', story: 'Told.' }, history)).toEqual([['basis', 'statute']])
})

test('the order in which the history comes does not matter', () => {
  const p = 'needs.evidence.priority'
  const history = historyOf([p, 'p5'], [p, 'p3'], [p, 'p0']).reverse()
  expect(suggested('support.evidence.coverage', { [p]: 'p0' }, history)).toEqual([[p, 'p3']])
})

test('a deciding answer that has changed without deciding anything stays as it is now', () => {
  const [p, c] = ['needs.evidence.priority', 'support.evidence.coverage']
  const history = historyOf([p, 'p4'], [c, 'partly'], [p, 'p1'], [c, 'largely'])
  expect(suggested('support.evidence.donor', { [p]: 'p1', [c]: 'largely' }, history)).toEqual([[p, 'p4']])
})

test('of several earlier answers the latest with which it applied is suggested', () => {
  const p = 'needs.evidence.priority'
  const history = historyOf([p, 'p5'], [p, 'p3'], [p, 'p0'])
  expect(suggested('support.evidence.coverage', { [p]: 'p0', 'support.evidence.coverage': 'partly' }, history)).toEqual(
    [[p, 'p3']],
  )
})

test('the answer that decides about the deciding answer is found too', () => {
  const [p, c] = ['needs.evidence.priority', 'support.evidence.coverage']
  const history = historyOf([p, 'p4'], [c, 'partly'], [p, 'p1'])
  expect(suggested('support.evidence.donor', { [p]: 'p1', [c]: 'partly' }, history)).toEqual([[p, 'p4']])
})

test('where two deciding answers have changed, both are put back', () => {
  const [p, c] = ['needs.evidence.priority', 'support.evidence.coverage']
  const history = historyOf([p, 'p4'], [c, 'partly'], [c, 'none'], [p, 'p1'])
  expect(suggested('support.evidence.donor', { [p]: 'p1', [c]: 'none' }, history)).toEqual([
    [p, 'p4'],
    [c, 'partly'],
  ])
})

test('what never applied, and what applies already, has no suggestion', () => {
  expect(suggested('story', { basis: 'none' }, historyOf(['basis', 'none']))).toBeUndefined()
  expect(suggested('story', { basis: 'statute' }, historyOf(['basis', 'statute']))).toBeUndefined()
  expect(suggested('story', {}, [])).toBeUndefined()
})

test('a suggestion, followed, always makes the field apply', () => {
  const names = ['needs.evidence.priority', 'support.evidence.coverage', 'basis']
  const rows = fc
    .constantFrom(...names)
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.constantFrom<Cell['value']>(...fieldOf(name).options.map((option) => option.key), null),
      ),
    )
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 12 }), fc.constantFrom('story', 'support.evidence.donor'), (past, name) => {
      const history = historyOf(...past)
      const now = new Map<string, Cell>(history.map((row) => [row.field, row]))
      const back = restoreSuggestion(SMALL, now, fieldOf(name), history, TODAY)
      if (!back) return
      expect(applicable(SMALL, now, TODAY).has(name)).toBe(false)
      const restored = new Map<string, Cell>([...now, ...back.map((row) => [row.field, row] as const)])
      expect(applicable(SMALL, restored, TODAY).has(name)).toBe(true)
    }),
  )
})
