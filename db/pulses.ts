// The pulse of the room: one vote for each delegation on the item that is shown, counted only once the chair has closed it.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { touchStage } from './stages.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Pulse = {
  readonly id: string
  readonly roundId: string
  readonly field: string
  readonly openedAt: string
  /** null: votes are still taken */
  readonly closedAt: string | null
  /** codes of the countries that have voted, and for which of them the chair entered the vote; never how */
  readonly voted: readonly { readonly country: string; readonly enteredBy: Tables['pulse_vote']['entered_by'] }[]
}
type Place = { readonly meetingId: string; readonly itemId: string }

/** The last pulse on an item. */
export async function findPulse(db: Db, place: Place): Promise<Pulse | undefined> {
  const row = await last(db, place).executeTakeFirst()
  if (!row) return undefined
  const votes = db.selectFrom('pulse_vote').select(['country', 'entered_by']).where('pulse_id', '=', row.id)
  const voted = await votes.orderBy('country').execute()
  return {
    id: row.id,
    roundId: row.round_id,
    field: row.field,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    voted: voted.map(({ country, entered_by }) => ({ country, enteredBy: entered_by })),
  }
}

const last = (db: Db, { meetingId, itemId }: Place) =>
  db
    .selectFrom('pulse')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .where('item_id', '=', itemId)
    .orderBy('number', 'desc')
    .limit(1)

/** What the room voted, without who: nothing before the pulse is closed. */
export async function votesOf(db: Db, pulseId: string): Promise<string[]> {
  const votes = db
    .selectFrom('pulse_vote')
    .innerJoin('pulse', 'pulse.id', 'pulse_vote.pulse_id')
    .select('pulse_vote.value')
    .where('pulse.id', '=', pulseId)
    .where('pulse.closed_at', 'is not', null)
  return (await votes.orderBy('pulse_vote.value').execute()).map(({ value }) => value)
}

/** What a delegation itself has voted. */
export async function ownVote(
  db: Db,
  { pulseId, country }: { pulseId: string; country: string },
): Promise<string | null> {
  const vote = db
    .selectFrom('pulse_vote')
    .select('value')
    .where('pulse_id', '=', pulseId)
    .where('country', '=', country)
  return (await vote.executeTakeFirst())?.value ?? null
}

/** Opens a pulse on an item. @returns false when one is open on it already */
export async function openPulse(
  db: Db,
  opening: Act & Place & { readonly roundId: string; readonly field: string },
): Promise<boolean> {
  const { meetingId, itemId, roundId, field, ...act } = opening
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, meetingId)
    const before = await last(trx, { meetingId, itemId }).executeTakeFirst()
    if (before?.closed_at === null) return false
    const numbers = trx.selectFrom('pulse').select(({ fn }) => fn.max('number').as('number'))
    const { number } = await numbers.where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
    const pulse = { id: randomUUID(), number: Number(number ?? 0) + 1, opened_at: act.at, opened_by: act.actor }
    const about = { meeting_id: meetingId, item_id: itemId, round_id: roundId, field }
    await trx
      .insertInto('pulse')
      .values({ ...pulse, ...about, closed_at: null, closed_by: null })
      .execute()
    await record(trx, { ...act, meetingId, pulseId: pulse.id, action: 'pulse.opened', details: { field } })
    return true
  })
}

/** Closes the pulse that is open on an item: from now on its votes are counted. @returns false when none is open */
export async function closePulse(db: Db, closing: Act & Place): Promise<boolean> {
  const { meetingId, itemId, ...act } = closing
  return inTransaction(db, async (trx) => {
    const open = await holdOpen(trx, { meetingId, itemId })
    if (!open) return false
    await trx.updateTable('pulse').set({ closed_at: act.at, closed_by: act.actor }).where('id', '=', open.id).execute()
    await record(trx, { ...act, meetingId, pulseId: open.id, action: 'pulse.closed', details: {} })
    return true
  })
}

type Voting = Act &
  Place & {
    readonly country: string
    readonly value: string
    readonly enteredBy: Tables['pulse_vote']['entered_by']
  }

/**
 * Takes the vote of a delegation, or changes it while the pulse is open. What the chair enters never replaces what a
 * delegation has said itself. The trail keeps that it voted, not how.
 * @returns false when no pulse is open on the item, or the chair comes after the delegation
 */
export async function castVote(db: Db, voting: Voting): Promise<boolean> {
  const { meetingId, itemId, country, value, enteredBy, ...act } = voting
  return inTransaction(db, async (trx) => {
    const open = await holdOpen(trx, { meetingId, itemId })
    if (!open) return false
    const earlier = trx.selectFrom('pulse_vote').select('entered_by').where('pulse_id', '=', open.id)
    const before = await earlier.where('country', '=', country).executeTakeFirst()
    if (enteredBy === 'chair' && before?.entered_by === 'delegation') return false
    const vote = { value, entered_by: enteredBy, at: act.at, by_account: act.actor }
    await trx
      .insertInto('pulse_vote')
      .values({ pulse_id: open.id, country, ...vote })
      .onConflict((oc) => oc.columns(['pulse_id', 'country']).doUpdateSet(vote))
      .execute()
    const details = { country, enteredBy }
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'pulse.voted',
      subject: `pulse:${open.id}`,
      details,
    })
    return true
  })
}

/** The open pulse of an item, which nobody closes until the transaction ends. */
async function holdOpen(trx: Transaction<Tables>, place: Place): Promise<Row<'pulse'> | undefined> {
  const row = await locked(trx, last(trx, place), 'pulse').executeTakeFirst()
  return row?.closed_at === null ? row : undefined
}

async function holdMeeting(trx: Transaction<Tables>, meetingId: string): Promise<void> {
  const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
  await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
}

type Deed = Act & {
  readonly meetingId: string
  readonly pulseId: string
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Opening and closing change what the screens show; a single vote does not: 300 screens need not look again for it. */
async function record(trx: Transaction<Tables>, { meetingId, pulseId, action, details, ...act }: Deed): Promise<void> {
  await touchStage(trx, meetingId)
  await recordAudit(trx, { ...act, chains: [meetingChain(meetingId)], action, subject: `pulse:${pulseId}`, details })
}
