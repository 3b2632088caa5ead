// Rounds are piloted, opened, closed, reopened and cancelled; every step can be undone, and says so in the trail.
import type { Plan } from '#surveys/answering/reminders.ts'
import { type Refusal, type RoundAct, roundActRefusal, type TeamRole } from '#surveys/answering/states.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { bumpStamp, type RoundState } from './rounds.ts'
import type { Db, Row } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type RoundStep = Act & { readonly roundId: string; readonly role: TeamRole; readonly why?: string | null }
export type ReasonedStep = RoundStep & { readonly why: string }

/** Lets delegations try a planned round before it opens. @returns why not; undefined: done. So do the others here. */
export function pilotRound(db: Db, step: RoundStep): Promise<Refusal | undefined> {
  return change(db, step, 'pilot', 'round.piloted', { state: 'pilot' })
}

/** Lets delegations answer. */
export function openRound(db: Db, step: RoundStep): Promise<Refusal | undefined> {
  return change(db, step, 'open', 'round.opened', { state: 'open' })
}

/** Ends answering. Rounds never close by themselves. */
export function closeRound(db: Db, step: RoundStep): Promise<Refusal | undefined> {
  return change(db, step, 'close', 'round.closed', { state: 'closed' })
}

/** Opens a closed or cancelled round again. */
export function reopenRound(db: Db, step: ReasonedStep): Promise<Refusal | undefined> {
  return change(db, step, 'reopen', 'round.reopened', { state: 'open' })
}

/** Gives a round up; its answers stay. */
export function cancelRound(db: Db, step: ReasonedStep): Promise<Refusal | undefined> {
  return change(db, step, 'cancel', 'round.cancelled', { state: 'cancelled' })
}

/** Gives all delegations of a round another deadline, or none (null). */
export function extendDeadline(
  db: Db,
  { deadline, ...step }: ReasonedStep & { deadline: string | null },
): Promise<Refusal | undefined> {
  return change(db, step, 'extend', 'round.deadline_changed', { deadline })
}

/** Chooses whether the focal point says "ready" before the head signs, or the head signs at once. */
export function changeSigning(
  db: Db,
  { needsReady, ...step }: RoundStep & { needsReady: boolean },
): Promise<Refusal | undefined> {
  return change(db, step, 'signing', 'round.signing_changed', { needs_ready: needsReady ? 1 : 0 })
}

/** Chooses on which days around a due date people are reminded. */
export function changeReminders(db: Db, { plan, ...step }: RoundStep & { plan: Plan }): Promise<Refusal | undefined> {
  return change(db, step, 'remind', 'round.reminders_changed', { reminders: JSON.stringify(plan) })
}

type Change = {
  readonly state?: RoundState
  readonly deadline?: string | null
  readonly needs_ready?: 0 | 1
  readonly reminders?: string
}

async function change(
  db: Db,
  { roundId, role, why, ...act }: RoundStep,
  wanted: RoundAct,
  action: string,
  after: Change,
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const query = trx.selectFrom('round').selectAll().where('id', '=', roundId)
    const round = await locked(trx, query, 'round').executeTakeFirstOrThrow()
    const refusal = roundActRefusal(wanted, round.state, role)
    if (refusal) return refusal
    await trx.updateTable('round').set(after).where('id', '=', roundId).execute()
    await bumpStamp(trx, roundId)
    const before = stateOf(round, after)
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(round.meeting_id)],
      action,
      subject: `round:${roundId}`,
      before,
      after,
      why,
      details: { round: round.slug, from: before, to: after },
    })
    return undefined
  })
}

/** The same columns as they were. */
const stateOf = (round: Row<'round'>, after: Change): Record<string, unknown> =>
  Object.fromEntries(Object.keys(after).map((column) => [column, round[column as keyof Change]]))
