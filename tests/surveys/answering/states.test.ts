import { expect, test } from 'vitest'
import { isLate, type RoundState, roundActRefusal } from '#surveys/answering/states.ts'

const NOW = '2026-11-24T10:00:00.000Z'
test('a deadline is met to the second, and none is never missed', () => {
  expect(isLate({ deadline: NOW, now: NOW })).toBe(false)
  expect(isLate({ deadline: NOW, now: '2026-11-24T10:00:00.001Z' })).toBe(true)
  expect(isLate({ deadline: '2026-11-24T11:00:00+01:00', now: NOW })).toBe(false)
  expect(isLate({ deadline: null, now: NOW })).toBe(false)
})

test.each([
  ['open', 'planned', 'manager', undefined],
  ['open', 'planned', 'officer', 'role'],
  ['open', 'closed', 'manager', 'round_closed'],
  ['open', 'open', 'manager', 'round_running'],
  ['close', 'open', 'manager', undefined],
  ['close', 'planned', 'manager', 'round_planned'],
  ['reopen', 'closed', 'manager', undefined],
  ['reopen', 'cancelled', 'manager', undefined],
  ['extend', 'open', 'officer', undefined],
  ['extend', 'closed', 'officer', 'round_closed'],
  ['invite', 'open', 'translator', 'role'],
  ['signing', 'open', 'manager', undefined],
  ['signing', 'open', 'officer', 'role'],
  ['signing', 'closed', 'manager', 'round_closed'],
] as const)('%s a %s round by a %s: %s', (act, round, role, refusal) => {
  expect(roundActRefusal(act, round, role)).toBe(refusal)
})

test('every state of a round can be left again', () => {
  const acts = ['open', 'pilot', 'close', 'reopen', 'cancel'] as const
  const ways = (state: RoundState) => acts.filter((act) => roundActRefusal(act, state, 'manager') === undefined)
  for (const state of ['planned', 'pilot', 'open', 'closed', 'cancelled'] as const)
    expect(ways(state), state).not.toEqual([])
})
