// When somebody is reminded: the days of a plan around a due date, and what ends it.
import type { ReplyState, RoundState } from './states.ts'

/** Days from the due date, ascending: `[-14, -3, 2]` is two weeks and three days before, and two days after. */
export type Plan = readonly number[]

/** What a new round starts with. */
export const USUAL_PLAN: Plan = [-14, -3, 2]
/** Days before and after a due date that a plan can name, and how many of them. */
export const EARLIEST = -90
export const LATEST = 60
export const MOST_STEPS = 10
/** A step that was missed by more days than this, because nobody served, or the plan is younger, is not made up for. */
export const GRACE = 2
/** The hour on the clock of the meeting from which on letters of the day go out. */
export const HOUR = 8

const DAY = 86_400_000

/** The day so many days later. @param day ISO date */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/**
 * The step of the plan whose turn it is: the latest that has come. Whoever missed two gets one letter.
 * @param dueOn ISO date on the clock of the meeting, as is `today`
 */
export function stepOn(plan: Plan, dueOn: string, today: string): number | null {
  const come = plan.filter((days) => dayAfter(dueOn, days) <= today)
  const last = come.length > 0 ? Math.max(...come) : null
  return last !== null && dayAfter(dueOn, last + GRACE) >= today ? last : null
}

/** The next step that is still to come, with its day. */
export function stepAfter(plan: Plan, dueOn: string, today: string): { days: number; on: string } | null {
  const coming = plan.filter((days) => dayAfter(dueOn, days) > today)
  const days = coming.length > 0 ? Math.min(...coming) : null
  return days === null ? null : { days, on: dayAfter(dueOn, days) }
}

/** A plan with one step more or less, in order; null when it cannot be. */
export function withStep(plan: Plan, days: number): Plan | null {
  const isPossible = Number.isInteger(days) && days >= EARLIEST && days <= LATEST
  if (!isPossible || plan.includes(days) || plan.length >= MOST_STEPS) return null
  return [...plan, days].sort((a, b) => a - b)
}
export const withoutStep = (plan: Plan, days: number): Plan => plan.filter((one) => one !== days)

/**
 * Who is written to about the deadline of a reply: nobody once it has been submitted, declined, or its round does not
 * run; the head where it waits for the signature. A returned reply has the due dates of its questions instead.
 */
export function remindedOfDeadline(round: RoundState, reply: ReplyState): 'focal_point' | 'head' | null {
  if (round !== 'open') return null
  if (reply === 'ready') return 'head'
  return reply === 'invited' || reply === 'draft' ? 'focal_point' : null
}
