// The author's minutes are shared out by what is asked, and a question more costs what those of its kind do.
import { expect, test } from 'vitest'
import { assumedMinutes, burdenOf, secondsOf } from '#surveys/definition/burden.ts'
import { contentCodebook } from '../../support/content.ts'

const { questionnaire } = contentCodebook('taf-regional-needs@1.0.0')

test('the sections together cost what the author says of the whole, but for rounding', () => {
  const sections = burdenOf(questionnaire)
  expect(sections.map(({ section }) => section)).toEqual(questionnaire.sections.map(({ key }) => key))
  const sum = sections.reduce((minutes, section) => minutes + section.minutes, 0)
  expect(Math.abs(sum - questionnaire.minutes)).toBeLessThanOrEqual(sections.length / 4)
})

test('a long text costs more than a choice, a condition halves it, a group asks it for each item', () => {
  const [choice, text] = [secondsOf({ type: 'single' }, questionnaire), secondsOf({ type: 'long_text' }, questionnaire)]
  expect(text).toBeGreaterThan(5 * choice)
  const half = secondsOf({ type: 'long_text', show_if: '${priority} >= 1' }, questionnaire)
  expect(Math.abs(2 * half - text)).toBeLessThanOrEqual(1)
  const repeated = secondsOf({ type: 'long_text' }, questionnaire, 'need_area')
  expect(repeated / text).toBeCloseTo(16, 0)
})

test('where nothing is asked yet, a choice takes a quarter of a minute', () => {
  const empty = { ...questionnaire, sections: [], checks: [] }
  expect(secondsOf({ type: 'single' }, empty)).toBe(15)
  expect(assumedMinutes(empty)).toBe(1)
  expect(assumedMinutes(questionnaire)).toBeGreaterThan(30)
})
