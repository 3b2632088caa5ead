// What the times of saves can say of the work on a section: pauses are none, fewer than three delegations are nobody's.
import { expect, test } from 'vitest'
import { durationsOf, type Save } from '#surveys/analysis/durations.ts'

const save = (response: string, section: string, minute: number, account = 'one'): Save => ({
  response,
  account,
  section,
  at: new Date(Date.UTC(2027, 0, 11, 9, minute)).toISOString(),
})

test('the time between two saves goes to the section that was saved last; a long pause counts nothing', () => {
  const replies = ['XA', 'XB', 'XC'].flatMap((one, place) => [
    save(one, 'legal', 0),
    save(one, 'legal', 4 + place),
    save(one, 'needs', 10 + place),
    save(one, 'needs', 40),
  ])
  expect(Object.fromEntries(durationsOf(replies))).toEqual({
    legal: { median: 5, delegations: 3 },
    needs: { median: 6, delegations: 3 },
  })
})

test('two people at once are not one who hurries, and the order of the rows does not matter', () => {
  const saves = [
    save('XA', 'legal', 0),
    save('XA', 'legal', 1, 'two'),
    save('XA', 'legal', 2),
    save('XA', 'legal', 5, 'two'),
  ]
  const all = ['XA', 'XB', 'XC'].flatMap((response) => saves.map((one) => ({ ...one, response })))
  expect(durationsOf(all).get('legal')).toEqual({ median: 6, delegations: 3 })
  expect(durationsOf(all.toReversed())).toEqual(durationsOf(all))
})

test('of one or two delegations no time is told; without a save there is none', () => {
  const two = ['XA', 'XB'].flatMap((one) => [save(one, 'legal', 0), save(one, 'legal', 3)])
  expect(durationsOf(two).get('legal')).toEqual({ median: null, delegations: 2 })
  expect(durationsOf([]).size).toBe(0)
})
