// The running order: planned starts follow from times and minutes, and what the stage shows says how late it is.
import { expect, test } from 'vitest'
import { plannedStarts, runningOf } from '#app/plenary/running.ts'
import { readShows } from '#app/plenary/shows.ts'

const ITEMS = [
  { id: 'a', startsAt: null, minutes: 5 },
  { id: 'b', startsAt: '2027-01-27T08:00:00.000Z', minutes: 30 },
  { id: 'c', startsAt: null, minutes: 10 },
  { id: 'd', startsAt: '2027-01-27T10:00:00.000Z', minutes: 10 },
]

test('an item without a time follows the one before it; before the first time there is none', () => {
  expect([...plannedStarts(ITEMS).values()]).toEqual([
    null,
    '2027-01-27T08:00:00.000Z',
    '2027-01-27T08:30:00.000Z',
    '2027-01-27T10:00:00.000Z',
  ])
})

test('the stage says what is on, what is next and how far it is over', () => {
  const at = new Date('2027-01-27T08:33:20.000Z')
  expect(runningOf(ITEMS, undefined, at)).toEqual({ now: null, next: 'a', over: 0 })
  expect(runningOf(ITEMS, { itemId: 'b', endsAt: '2027-01-27T08:30:00.000Z' }, at)).toEqual({
    now: 'b',
    next: 'c',
    over: 3,
  })
  expect(runningOf(ITEMS, { itemId: 'd', endsAt: '2027-01-27T09:00:00.000Z' }, at)).toMatchObject({
    next: null,
    over: 0,
  })
})

test('what an item shows is read from one line, and nothing else is', () => {
  expect(readShows('question:r:needs.priority:digital')).toEqual({
    kind: 'question',
    round: 'r',
    ref: 'needs.priority',
    item: 'digital',
  })
  expect([readShows('needs:r')?.kind, readShows('country:XA')?.kind, readShows('text')?.kind]).toEqual([
    'needs',
    'country',
    'text',
  ])
  expect(['needs:', 'question:r', 'nothing', ''].map((line) => readShows(line))).toEqual(Array(4).fill(undefined))
})
