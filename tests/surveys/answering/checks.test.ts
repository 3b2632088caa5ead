import { expect, test } from 'vitest'
import { holdsBack, runChecks } from '#surveys/answering/checks.ts'
import { cellsOf, SMALL, TODAY } from './small.ts'

type Given = Parameters<typeof cellsOf>[0]

function found(given: Given, more: { previous?: Given; other?: Given } = {}) {
  const findings = runChecks(SMALL, cellsOf(given), {
    today: TODAY,
    ...(more.previous && { previous: cellsOf(more.previous) }),
    ...(more.other && { elsewhere: { other: { codebook: SMALL, cells: cellsOf(more.other) } } }),
  })
  return findings.map((finding) => `${finding.check.key} at ${finding.field.name}${holdsBack(finding) ? '!' : ''}`)
}

test('a check that blocks holds the reply back, comment or not', () => {
  expect(found({ basis: 'none', days: 3 })).toEqual(['no_statute_but_sure at days!'])
  expect(found({ basis: 'none', days: { value: 3, comment: 'Still.' } })).toEqual(['no_statute_but_sure at days!'])
  expect(found({ basis: 'none', days: 0 })).toEqual([])
  expect(found({ basis: 'none', days: { absence: 'na' } })).toEqual([])
})

test('a check that wants a word is content with a comment at its field', () => {
  const given: Given = { 'needs.evidence.priority': 'p5', 'support.evidence.coverage': 'largely' }
  expect(found(given)).toEqual(['critical_but_covered at support.evidence.coverage!'])
  const explained = { ...given, 'support.evidence.coverage': { value: 'largely', comment: 'Airports only.' } }
  expect(found(explained)).toEqual(['critical_but_covered at support.evidence.coverage'])
})

test('a check on a group is judged item by item', () => {
  const given: Given = {}
  for (const item of ['evidence', 'training']) {
    given[`needs.${item}.priority`] = 'p5'
    given[`support.${item}.coverage`] = 'largely'
  }
  expect(found(given)).toHaveLength(2)
  expect(found({ ...given, 'needs.training.priority': 'p4' })).toEqual([
    'critical_but_covered at support.evidence.coverage!',
  ])
})

test('a check looks at the previous round, and is silent where there was none', () => {
  expect(found({ days: 3 }, { previous: { days: 30 } })).toEqual(['fewer_days at days'])
  expect(found({ days: 30 }, { previous: { days: 3 } })).toEqual([])
  expect(found({ days: 3 })).toEqual([])
})

test('a check looks at another questionnaire of the meeting, for the same item', () => {
  const given: Given = { 'needs.evidence.priority': 'p3', 'needs.training.priority': 'p3' }
  expect(found(given, { other: { 'needs.evidence.priority': 'p0', 'needs.training.priority': 'p2' } })).toEqual([
    'elsewhere_no_need at needs.evidence.priority!',
  ])
  expect(found(given)).toEqual([])
})

test('what is set aside strikes no check', () => {
  const given: Given = { 'needs.evidence.priority': 'p5', 'support.evidence.coverage': 'largely' }
  expect(found({ ...given, 'needs.evidence.priority': { absence: 'na' } })).toEqual([])
  expect(found({ basis: 'statute', days: 1000 })).toEqual(['tell_more at story'])
  expect(found({ basis: 'treaty', days: 1000 })).toEqual([])
})
