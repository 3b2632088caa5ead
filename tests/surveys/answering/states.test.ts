import { expect, test } from 'vitest'
import {
  delegationRefusal,
  isLate,
  type RoundState,
  replyActRefusal,
  roundActRefusal,
  type Situation,
} from '#surveys/answering/states.ts'

const NOW = '2026-11-24T10:00:00.000Z'
const BEFORE: Situation = {
  round: 'open',
  response: 'draft',
  hasOfficial: false,
  deadline: '2026-12-18T17:00:00.000Z',
  now: NOW,
}
const AFTER: Situation = { ...BEFORE, deadline: '2026-11-01T17:00:00.000Z' }
const SUBMITTED: Situation = { ...BEFORE, response: 'submitted', hasOfficial: true }

test.each([
  ['edit', BEFORE, 'contributor', undefined],
  ['edit', { ...BEFORE, response: 'invited' }, 'focal_point', undefined],
  ['edit', { ...BEFORE, round: 'pilot' }, 'alternate', undefined],
  ['edit', BEFORE, 'reader', 'role'],
  ['edit', SUBMITTED, 'head', 'submitted'],
  ['edit', { ...BEFORE, response: 'declined' }, 'head', 'declined'],
  ['edit', { ...BEFORE, round: 'planned' }, 'head', 'round_planned'],
  ['edit', { ...BEFORE, round: 'closed' }, 'reader', 'round_closed'],
  ['edit', { ...BEFORE, round: 'cancelled' }, 'head', 'round_cancelled'],
  ['edit', AFTER, 'contributor', undefined],
  ['submit', BEFORE, 'head', undefined],
  ['submit', AFTER, 'head', undefined],
  ['submit', BEFORE, 'focal_point', 'role'],
  ['submit', SUBMITTED, 'head', 'submitted'],
  ['reopen', SUBMITTED, 'contributor', undefined],
  ['reopen', BEFORE, 'head', 'not_submitted'],
  ['reopen', { ...SUBMITTED, deadline: AFTER.deadline }, 'head', 'after_deadline'],
  ['reopen', { ...SUBMITTED, deadline: null }, 'head', undefined],
  ['decline', BEFORE, 'head', undefined],
  ['decline', BEFORE, 'contributor', 'role'],
  ['decline', { ...BEFORE, hasOfficial: true }, 'head', 'submitted'],
] as const)('%s in %j by %s: %s', (act, situation, role, refusal) => {
  expect(delegationRefusal(act, situation, role)).toBe(refusal)
})

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
] as const)('%s a %s round by a %s: %s', (act, round, role, refusal) => {
  expect(roundActRefusal(act, round, role)).toBe(refusal)
})

test('every state of a round can be left again', () => {
  const acts = ['open', 'pilot', 'close', 'reopen', 'cancel'] as const
  const ways = (state: RoundState) => acts.filter((act) => roundActRefusal(act, state, 'manager') === undefined)
  for (const state of ['planned', 'pilot', 'open', 'closed', 'cancelled'] as const)
    expect(ways(state), state).not.toEqual([])
})

test.each([
  ['read', BEFORE, 'manager', 'not_submitted'],
  ['read', SUBMITTED, 'officer', undefined],
  ['read', { ...BEFORE, hasOfficial: true }, 'officer', undefined],
  ['read', SUBMITTED, 'translator', 'role'],
  ['accept_evidence', SUBMITTED, 'officer', undefined],
  ['accept_evidence', BEFORE, 'officer', 'not_submitted'],
  ['decline', BEFORE, 'manager', undefined],
  ['decline', SUBMITTED, 'manager', 'submitted'],
  ['decline', { ...BEFORE, response: 'declined' }, 'manager', 'declined'],
  ['invite_again', { ...BEFORE, response: 'declined' }, 'manager', undefined],
  ['invite_again', { ...BEFORE, response: 'declined', round: 'planned' }, 'manager', undefined],
  ['invite_again', BEFORE, 'manager', 'not_declined'],
  ['extend', AFTER, 'officer', undefined],
  ['extend', { ...AFTER, round: 'closed' }, 'officer', 'round_closed'],
  ['extend', { ...AFTER, response: 'declined' }, 'officer', 'declined'],
] as const)('the team: %s in %j by a %s: %s', (act, situation, role, refusal) => {
  expect(replyActRefusal(act, situation, role)).toBe(refusal)
})
