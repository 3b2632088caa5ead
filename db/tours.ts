// The tour de table: the floor goes from delegation to delegation, the clock can stop, and what is said is recorded.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { moveStage, type StageChange, touchStage } from './stages.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type TurnAct = Tables['tour_turn']['act']
export type RecordKind = Tables['tour_record']['kind']
export const RECORD_KINDS: readonly RecordKind[] = ['statement', 'comment']

export type TourRecord = {
  readonly country: string
  readonly kind: RecordKind
  /** who commented; empty for the delegation itself */
  readonly organisation: string
  readonly words: string
  readonly at: string
}
export type Tour = {
  /** who has the floor */
  readonly country: string | null
  /** null: the clock runs */
  readonly leftSeconds: number | null
  /** the last that happened to a country; not in it: still to come */
  readonly states: ReadonlyMap<string, TurnAct>
  /** in the order in which they were said */
  readonly records: readonly TourRecord[]
}

export async function readTour(db: Db, meetingId: string): Promise<Tour> {
  const row = await db.selectFrom('tour').selectAll().where('meeting_id', '=', meetingId).executeTakeFirst()
  const turns = db.selectFrom('tour_turn').select(['country', 'act']).where('meeting_id', '=', meetingId)
  const records = db
    .selectFrom('tour_record')
    .select(['country', 'kind', 'organisation', 'words', 'at'])
    .where('meeting_id', '=', meetingId)
  return {
    country: row?.country ?? null,
    leftSeconds: row?.left_seconds === null || row === undefined ? null : Number(row.left_seconds),
    states: new Map((await turns.orderBy('number').execute()).map(({ country, act }) => [country, act])),
    records: await records.orderBy('at').orderBy('id').execute(),
  }
}

type At = Act & { readonly meetingId: string }

/**
 * Hands the floor to a delegation; whoever had it is done. The screens show its page where `itemId` names the item of the
 * agenda for the tour.
 * @param giving `endsAt`: when its time is over; ISO 8601 UTC
 */
export async function giveFloor(
  db: Db,
  giving: At & { readonly country: string; readonly endsAt: string; readonly itemId: string | null },
): Promise<void> {
  const { country, endsAt, itemId, ...at } = giving
  await inTransaction(db, async (trx) => {
    const before = await holdTour(trx, at.meetingId)
    if (before.country && before.country !== country) await turn(trx, at, before.country, 'done')
    await turn(trx, at, country, 'floor')
    await trx.updateTable('tour').set({ country, left_seconds: null }).where('meeting_id', '=', at.meetingId).execute()
    const shown = itemId === null ? {} : ({ itemId, isBlank: false, reveal: 'region' } as const)
    await show(trx, at, { ...shown, beganAt: at.at, endsAt })
  })
}

/** The delegation that has the floor is done, or is passed over and may come back. @returns false when nobody has it */
export async function endTurn(db: Db, ending: At & { readonly act: 'done' | 'skipped' }): Promise<boolean> {
  const { act, ...at } = ending
  return inTransaction(db, async (trx) => {
    const { country } = await holdTour(trx, at.meetingId)
    if (!country) return false
    await turn(trx, at, country, act)
    await trx
      .updateTable('tour')
      .set({ country: null, left_seconds: null })
      .where('meeting_id', '=', at.meetingId)
      .execute()
    await show(trx, at, { endsAt: null })
    return true
  })
}

/** Passes over a delegation that does not have the floor; it stays in the list, and may come back. */
export async function skipCountry(db: Db, skipping: At & { readonly country: string }): Promise<void> {
  const { country, ...at } = skipping
  await inTransaction(db, async (trx) => {
    await holdTour(trx, at.meetingId)
    await turn(trx, at, country, 'skipped')
    await touchStage(trx, at.meetingId)
  })
}

/** Stops the clock with so many seconds left, or lets it run again. @returns false when nobody has the floor */
export async function holdClock(db: Db, holding: At & { readonly leftSeconds: number | null }): Promise<boolean> {
  const { leftSeconds, ...at } = holding
  return inTransaction(db, async (trx) => {
    const before = await holdTour(trx, at.meetingId)
    if (!before.country || (before.left_seconds === null) === (leftSeconds === null)) return false
    await trx.updateTable('tour').set({ left_seconds: leftSeconds }).where('meeting_id', '=', at.meetingId).execute()
    const left = Number(before.left_seconds ?? 0)
    const endsAt = leftSeconds === null ? new Date(Date.parse(at.at) + left * 1000).toISOString() : null
    await show(trx, at, { endsAt })
    return true
  })
}

/** Records what a delegation said in its turn, or what an organisation said about it. */
export async function recordWords(db: Db, saying: At & Omit<TourRecord, 'at'>): Promise<void> {
  const { meetingId, country, kind, organisation, words, ...act } = saying
  await inTransaction(db, async (trx) => {
    const row = { id: randomUUID(), meeting_id: meetingId, country, kind, organisation, words }
    await trx
      .insertInto('tour_record')
      .values({ ...row, at: act.at, by_account: act.actor })
      .execute()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'tour.recorded',
      subject: `meeting:${meetingId}`,
      after: { country, kind, organisation, words },
      details: { country, kind, organisation },
    })
  })
}

/** The tour of a meeting, made when it is first needed; nobody else moves it until the transaction ends. */
async function holdTour(trx: Transaction<Tables>, meetingId: string): Promise<Tables['tour']> {
  await trx
    .insertInto('tour')
    .values({ meeting_id: meetingId, country: null, left_seconds: null })
    .onConflict((oc) => oc.column('meeting_id').doNothing())
    .execute()
  const row = trx.selectFrom('tour').selectAll().where('meeting_id', '=', meetingId)
  return locked(trx, row, 'tour').executeTakeFirstOrThrow()
}

async function turn(
  trx: Transaction<Tables>,
  { meetingId, ...act }: At,
  country: string,
  what: TurnAct,
): Promise<void> {
  const turns = trx.selectFrom('tour_turn').select(({ fn }) => fn.max('number').as('number'))
  const { number } = await turns.where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
  const row = { meeting_id: meetingId, number: Number(number ?? 0) + 1, country, act: what }
  await trx
    .insertInto('tour_turn')
    .values({ ...row, at: act.at, by_account: act.actor })
    .execute()
  await recordAudit(trx, {
    ...act,
    chains: [meetingChain(meetingId)],
    action: 'tour.moved',
    subject: `meeting:${meetingId}`,
    details: { country, act: what },
  })
}

/** The clock of the screens is the clock of the tour; without a stage there is none. */
async function show(trx: Transaction<Tables>, { meetingId, ...act }: At, change: StageChange): Promise<void> {
  await moveStage(trx, { ...act, meetingId, change })
}
