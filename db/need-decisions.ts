// What the room decides on each need area: retained, merged, postponed or withdrawn, by whom and with which reservations.
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { touchStage } from './stages.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Outcome = Tables['need_decision']['outcome']
export const OUTCOMES: readonly Outcome[] = ['retained', 'merged', 'postponed', 'withdrawn']

export type NeedDecision = {
  readonly area: string
  readonly roundId: string
  readonly outcome: Outcome
  readonly into: string | null
  readonly lead: string | null
  readonly countries: readonly string[]
  readonly modality: string | null
  readonly reservations: readonly string[]
  readonly note: string
  readonly snapshotNumber: number
  readonly at: string
  /** name of the account */
  readonly by: string
}

/** The decisions that hold, by area. */
export async function listNeedDecisions(db: Db, meetingId: string): Promise<NeedDecision[]> {
  const rows = await db
    .selectFrom('need_decision')
    .innerJoin('snapshot', 'snapshot.id', 'need_decision.snapshot_id')
    .innerJoin('account', 'account.id', 'need_decision.by_account')
    .selectAll('need_decision')
    .select(['snapshot.number as snapshot_number', 'account.name as by'])
    .where('need_decision.meeting_id', '=', meetingId)
    .orderBy('need_decision.area')
    .orderBy('need_decision.number')
    .execute()
  const latest = new Map(rows.map((row) => [row.area, row]))
  return [...latest.values()].map((row) => ({
    area: row.area,
    roundId: row.round_id,
    outcome: row.outcome,
    into: row.into_area,
    lead: row.lead,
    countries: JSON.parse(row.countries),
    modality: row.modality,
    reservations: JSON.parse(row.reservations),
    note: row.note,
    snapshotNumber: Number(row.snapshot_number),
    at: row.at,
    by: row.by,
  }))
}

type Deciding = Act &
  Omit<NeedDecision, 'snapshotNumber' | 'at' | 'by'> & { readonly meetingId: string; readonly snapshotId: string }

/** Decides on an area; an earlier decision stays in the history. */
export async function decideNeed(db: Db, deciding: Deciding): Promise<void> {
  const { meetingId, roundId, snapshotId, area, outcome, into, lead, countries, modality, reservations, note, ...act } =
    deciding
  await inTransaction(db, async (trx) => {
    const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
    await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
    const last = trx
      .selectFrom('need_decision')
      .select(['number', 'outcome'])
      .where('meeting_id', '=', meetingId)
      .where('area', '=', area)
      .orderBy('number', 'desc')
    const before = await last.executeTakeFirst()
    await trx
      .insertInto('need_decision')
      .values({
        meeting_id: meetingId,
        round_id: roundId,
        area,
        number: Number(before?.number ?? 0) + 1,
        outcome,
        into_area: into,
        lead,
        countries: JSON.stringify(countries),
        modality,
        reservations: JSON.stringify(reservations),
        note,
        snapshot_id: snapshotId,
        at: act.at,
        by_account: act.actor,
      })
      .execute()
    await touchStage(trx, meetingId)
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'need.decided',
      subject: `need:${area}`,
      before: before?.outcome ?? null,
      after: { outcome, into, lead, countries, modality, reservations },
      details: { area, outcome, into, lead, countries, modality, reservations },
    })
  })
}
