// The room, counted: on the values of the question, and not at all below three votes.
import { expect, test } from 'vitest'
import { ballotOf, countRoom } from '#surveys/debate/pulse.ts'

const options = [
  { key: 'high', value: 3, label: { en: 'High' } },
  { key: 'low', value: 1, label: { en: 'Low' } },
  { key: 'none', label: { en: 'No opinion' } },
  { key: 'mid', value: 2, label: { en: 'Medium' } },
]

test('what has a value can be voted on, in its order', () => {
  expect(ballotOf(options).map(({ key }) => key)).toEqual(['low', 'mid', 'high'])
})

test('three votes are counted with their median; two say nothing', () => {
  expect(countRoom(options, ['high', 'low', 'high', 'mid'])).toEqual({ n: 4, counts: [1, 1, 2], median: 2.5 })
  expect(countRoom(options, ['high', 'low'])).toBeNull()
  expect(countRoom(options, ['high', 'low', 'none'])).toBeNull()
})
