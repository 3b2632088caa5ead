// The plan of reminders: whose turn it is on a day, what is not made up for, and when it is over.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayAfter,
  GRACE,
  MOST_STEPS,
  remindedOfDeadline,
  stepAfter,
  stepOn,
  withoutStep,
  withStep,
} from '#surveys/answering/reminders.ts'

const DUE = '2027-03-28'

test.each([
  ['2027-03-13', null],
  ['2027-03-14', -14],
  ['2027-03-16', -14],
  ['2027-03-17', null],
  ['2027-03-25', -3],
  ['2027-03-29', null],
  ['2027-03-30', 2],
  ['2027-04-01', 2],
  ['2027-04-02', null],
] as const)('with a plan of -14, -3 and 2, on %s it is the turn of %s', (today, step) => {
  expect(stepOn([-14, -3, 2], DUE, today)).toBe(step)
})

test('whoever missed two steps gets the later one only; the next is named with its day', () => {
  expect(stepOn([-3, -2], DUE, '2027-03-26')).toBe(-2)
  expect(stepAfter([-14, -3, 2], DUE, '2027-03-14')).toEqual({ days: -3, on: '2027-03-25' })
  expect(stepAfter([-14, -3, 2], DUE, '2027-03-30')).toBeNull()
})

test('whatever the plan and the day, a step comes neither early nor later than the grace', () => {
  const plan = fc.uniqueArray(fc.integer({ min: -90, max: 60 }), { maxLength: MOST_STEPS })
  fc.assert(
    fc.property(plan, fc.integer({ min: -120, max: 120 }), (days, offset) => {
      const step = stepOn(days, DUE, dayAfter(DUE, offset))
      if (step === null) return
      expect(days).toContain(step)
      expect(offset - step).toBeGreaterThanOrEqual(0)
      expect(offset - step).toBeLessThanOrEqual(GRACE)
    }),
  )
})

test('a day is in the plan once, in order, within bounds, and can be taken out', () => {
  expect(withStep([-14, 2], -3)).toEqual([-14, -3, 2])
  for (const days of [-14, -91, 61, 0.5]) expect(withStep([-14, 2], days)).toBeNull()
  expect(withStep([-9, -8, -7, -6, -5, -4, -3, -2, -1, 0], 1)).toBeNull()
  expect(withoutStep([-14, -3, 2], -3)).toEqual([-14, 2])
})

test('nobody is reminded of a deadline once the reply is in, declined or returned, or while the round does not run', () => {
  const states = ['invited', 'draft', 'returned', 'ready', 'submitted', 'accepted', 'declined'] as const
  const asked = states.map((state) => remindedOfDeadline('open', state))
  expect(asked).toEqual(['focal_point', 'focal_point', null, 'head', null, null, null])
  for (const round of ['planned', 'pilot', 'closed', 'cancelled'] as const)
    for (const state of states) expect(remindedOfDeadline(round, state)).toBeNull()
})
