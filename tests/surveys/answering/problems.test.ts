import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemsOf } from '#surveys/answering/problems.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import { cellsOf, SMALL, TODAY } from './small.ts'

const COMPLETE = {
  unit: 'NCB',
  basis: 'treaty',
  sure: 'yes',
  'needs.evidence.priority': 'p0',
  'needs.training.priority': { absence: 'na' },
} as const

const problems = (given: Parameters<typeof cellsOf>[0]) =>
  problemsOf(SMALL, cellsOf(given), TODAY).map(({ field, code }) => `${field}: ${code}`)

test('an empty reply lacks what is required and applies', () => {
  expect(problems({})).toEqual([
    'unit: required',
    'basis: required',
    'sure: required',
    'needs.evidence.priority: required',
    'needs.training.priority: required',
  ])
})

test('a reason why there is no answer is an answer', () => {
  expect(problems(COMPLETE)).toEqual([])
  expect(problems({ ...COMPLETE, basis: { absence: 'pns' } })).toEqual([])
})

test('a comment alone is not an answer', () => {
  expect(problems({ ...COMPLETE, basis: { comment: 'We are looking for it.' } })).toEqual(['basis: required'])
})

test('an expression can require an answer', () => {
  const given = { ...COMPLETE, 'needs.evidence.priority': 'p4', 'needs.evidence.urgency': 'u1' }
  expect(problems(given)).toEqual(['needs.evidence.reason: required'])
  expect(problems({ ...given, 'needs.evidence.reason': 'Because.' })).toEqual([])
  expect(problems({ ...given, 'needs.evidence.priority': 'p3' })).toEqual([])
})

test('a text that is too short is said to be so, also where it is optional', () => {
  expect(problems({ ...COMPLETE, basis: 'statute' })).toEqual([])
  expect(problems({ ...COMPLETE, basis: 'statute', story: 'Short.' })).toEqual(['story: too_short'])
  expect(problems({ ...COMPLETE, basis: 'statute', story: '😀'.repeat(9) })).toEqual(['story: too_short'])
  expect(problems({ ...COMPLETE, basis: 'statute', story: 'Long enough' })).toEqual([])
})

test('what cannot be read says the same as when it was typed, and does not count as missing too', () => {
  const typed = (entry: string, language: string | null = null) => ({ typed: entry, language })
  expect(problems({ ...COMPLETE, days: typed('a month') })).toEqual(['days: not_a_number'])
  expect(problems({ ...COMPLETE, rate: typed('1,500', 'ar') })).toEqual(['rate: not_a_number'])
  expect(problems({ ...COMPLETE, informed: typed('25\n11\n2026') })).toEqual(['informed: too_late'])
  expect(problems({ ...COMPLETE, reach: typed('airports\nnone') })).toEqual(['reach: exclusive_choice'])
  expect(problems({ ...COMPLETE, unit: typed('x'.repeat(21)) })).toEqual(['unit: too_long'])
  expect(problems({ ...COMPLETE, basis: typed('custom') })).toEqual(['basis: not_an_option'])
})

test('what has become readable since it was typed is still no answer', () => {
  expect(problems({ ...COMPLETE, informed: { typed: '1\n1\n2026' }, days: { typed: '3' } })).toEqual([
    'days: not_a_number',
    'informed: not_a_date',
  ])
})

test('a comment that is too long keeps a reply from being submitted', () => {
  expect(problems({ ...COMPLETE, days: { value: 3, comment: 'x'.repeat(1001) } })).toEqual(['days: comment_too_long'])
  expect(problems({ ...COMPLETE, days: { value: 3, comment: '😀'.repeat(1000) } })).toEqual([])
})

test('what does not apply has no problems', () => {
  expect(problems({ ...COMPLETE, story: 'Short.', 'needs.evidence.urgency': { typed: 'soon' } })).toEqual([])
})

const state = (given: Parameters<typeof cellsOf>[0], section: string) =>
  progressOf(SMALL, cellsOf(given), TODAY).sections.find(({ key }) => key === section)?.state

test('a section goes from nothing to complete', () => {
  expect(state({}, 'facts')).toBe('none')
  expect(state({ unit: 'NCB' }, 'facts')).toBe('started')
  expect(state({ unit: 'NCB', reach: ['airports'] }, 'facts')).toBe('missing')
  expect(state({ unit: 'NCB', basis: 'treaty', sure: 'yes' }, 'facts')).toBe('complete')
  expect(state({ unit: 'NCB', basis: 'treaty', sure: 'yes', days: { typed: 'x' } }, 'facts')).toBe('error')
  expect(state({ unit: 'NCB', basis: 'statute', sure: 'yes', story: 'Short.' }, 'facts')).toBe('missing')
})

test('a section in which nothing applies has nothing left to do', () => {
  expect(state({}, 'support')).toBe('complete')
  expect(state({ 'needs.evidence.priority': 'p3' }, 'support')).toBe('none')
})

test('progress counts required answers, reasons, and what is set aside', () => {
  const progress = progressOf(SMALL, cellsOf({ ...COMPLETE, story: 'Aside.', 'needs.evidence.reason': 'So.' }), TODAY)
  expect(progress.sections).toEqual([
    { key: 'facts', state: 'complete', required: 3, requiredAnswered: 3, answered: 3, absences: 0, setAside: 1 },
    { key: 'needs', state: 'complete', required: 2, requiredAnswered: 2, answered: 2, absences: 1, setAside: 0 },
    { key: 'support', state: 'complete', required: 0, requiredAnswered: 0, answered: 0, absences: 0, setAside: 0 },
  ])
  expect([progress.required, progress.requiredAnswered, progress.nextOpen]).toEqual([5, 5, null])
})

test('the next open question is the first that needs an answer or a correction', () => {
  const next = (given: Parameters<typeof cellsOf>[0]) => progressOf(SMALL, cellsOf(given), TODAY).nextOpen
  expect(next({})).toBe('unit')
  expect(next({ unit: 'NCB', days: { typed: 'x' } })).toBe('days')
  expect(next({ ...COMPLETE, 'needs.training.priority': null })).toBe('needs.training.priority')
})

test('progress and the list of problems agree, for any answers', () => {
  const keys = (name: string) =>
    fc.option(fc.constantFrom(...(SMALL.byName.get(name)?.options ?? []).map((option) => option.key)))
  const given = fc.record({
    unit: fc.option(fc.constantFrom('NCB', 'x'.repeat(30))),
    basis: keys('basis'),
    sure: keys('sure'),
    story: fc.option(fc.string({ maxLength: 20 })),
    days: fc.option(fc.integer({ min: -5, max: 5000 })),
    'needs.evidence.priority': keys('needs.evidence.priority'),
    'needs.evidence.urgency': keys('needs.evidence.urgency'),
    'needs.training.priority': keys('needs.training.priority'),
    'needs.training.reason': fc.option(fc.string()),
  })
  fc.assert(
    fc.property(given, (answers) => {
      const cells = cellsOf(answers)
      const found = problemsOf(SMALL, cells, TODAY)
      const progress = progressOf(SMALL, cells, TODAY)
      expect(progress.nextOpen).toBe(found[0]?.field ?? null)
      const isDone = progress.sections.every(({ state }) => state === 'complete' || state === 'none')
      if (found.length === 0) expect(isDone && progress.required === progress.requiredAnswered).toBe(true)
      const missing = found.filter(({ code }) => code === 'required')
      expect(progress.required - progress.requiredAnswered).toBeGreaterThanOrEqual(missing.length)
    }),
  )
})
