// The way of a request: forwards in order, onwards only when the Commission approved, and one back from everywhere.
import { expect, test } from 'vitest'
import { nextStatuses, type STATUSES } from '#surveys/debate/request-chain.ts'

test('each status leads to the next, and back to the one before', () => {
  const undecided = (status: (typeof STATUSES)[number]) => nextStatuses({ status, decision: null })
  expect(undecided('identified')).toEqual(['drafted'])
  expect(undecided('submitted')).toEqual(['pmt_assessed', 'drafted'])
  expect(undecided('completed')).toEqual(['implementing'])
})

test('what the Commission decided opens the way, closes it, or leads back to the draft', () => {
  const decided = (decision: 'approved' | 'rejected' | 'returned') => nextStatuses({ status: 'ec_decided', decision })
  expect(decided('approved')).toEqual(['implementing', 'pmt_assessed'])
  expect(decided('returned')).toEqual(['drafted', 'pmt_assessed'])
  expect(decided('rejected')).toEqual(['pmt_assessed'])
})
