import { expect, test } from 'vitest'
import { changesBetween } from '#surveys/answering/changes.ts'
import { cellsOf, SMALL } from './small.ts'

const names = (before: Parameters<typeof cellsOf>[0], after: Parameters<typeof cellsOf>[0]) =>
  changesBetween(SMALL, cellsOf(before), cellsOf(after)).map(({ field }) => field.name)

test('what was changed, added or taken away, in reading order; an empty cell is the same as none', () => {
  expect(names({ unit: 'A', days: 3, basis: 'none' }, { basis: 'none', unit: 'B', rate: 1.5, story: null })).toEqual([
    'unit',
    'days',
    'rate',
  ])
})

test('a comment is part of what is said', () => {
  expect(names({ days: 3 }, { days: { value: 3, comment: 'since 2020' } })).toEqual(['days'])
})

test('what no longer applies counts as not said', () => {
  const said = cellsOf({ unit: 'A', story: 'The whole story' })
  const [change] = changesBetween(SMALL, said, said, ({ name }) => name !== 'story')
  expect([change?.field.name, change?.before?.value, change?.after]).toEqual(['story', 'The whole story', undefined])
})
