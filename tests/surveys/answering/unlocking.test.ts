import { expect, test } from 'vitest'
import { openFields } from '#surveys/answering/unlocking.ts'
import { SMALL } from './small.ts'

const opened = (...names: string[]) => [...openFields(SMALL, names)].sort()

test('a question by itself unlocks nothing else', () => {
  expect(opened('unit')).toEqual(['unit'])
  expect(opened()).toEqual([])
  expect(opened('nothing_of_the_kind')).toEqual([])
})

test('what an answer brings up can be answered, and what a check wants can be explained', () => {
  expect(opened('basis')).toEqual(['basis', 'days', 'story'])
})

test('an answer opens what depends on it in its own item, and what depends on that, and no other item', () => {
  expect(opened('needs.evidence.priority')).toEqual([
    'needs.evidence.priority',
    'needs.evidence.reason',
    'needs.evidence.urgency',
    'support.evidence.coverage',
    'support.evidence.donor',
  ])
})
