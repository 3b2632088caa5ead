// Snapshots: taken by a manager, numbered within their meeting, proposed for release by one person and released by another.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Mode } from '#surveys/analysis/model.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { digestOf } from './digest.ts'
import { locked } from './engine.ts'
import { copyRound } from './snapshot-rows.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type SnapshotKind = Tables['snapshot']['kind']
export const SNAPSHOT_KINDS: readonly SnapshotKind[] = ['draft_for_debate', 'for_conclusions', 'as_concluded', 'other']

export type Snapshot = {
  readonly id: string
  readonly meetingId: string
  readonly number: number
  readonly kind: SnapshotKind
  readonly title: Text
  readonly hash: string
  readonly takenAt: string
  /** names of accounts */
  readonly takenBy: string
  readonly mode: Mode | null
  readonly why: string | null
  readonly proposedAt: string | null
  readonly proposedBy: string | null
  /** account id: the one who may not release it too */
  readonly proposer: string | null
  readonly releasedAt: string | null
  readonly releasedBy: string | null
}

/**
 * Takes a snapshot of every round of a meeting that is open or closed and has a reply.
 * @param taking `today`: ISO date in the meeting's zone, what findings compare with
 * @returns null when no delegation has submitted anything
 */
export async function takeSnapshot(
  db: Db,
  taking: Act & { meetingId: string; kind: SnapshotKind; title: Text; today: string },
): Promise<Snapshot | null> {
  const { meetingId, kind, title, today, ...act } = taking
  return inTransaction(db, async (trx) => {
    // Whoever holds the meeting gives the number: two snapshots at once get two.
    const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
    await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
    const rounds = await roundsWithReplies(trx, meetingId)
    if (rounds.length === 0) return null
    const last = trx.selectFrom('snapshot').select(({ fn }) => fn.max('number').as('number'))
    const { number } = await last.where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
    const place = { id: randomUUID(), number: Number(number ?? 0) + 1 }
    const copies = await copyRounds(trx, rounds, today)
    const hash = digestOf(copies.map((copy) => copy.hash))
    await trx
      .insertInto('snapshot')
      .values({
        ...place,
        meeting_id: meetingId,
        kind,
        title: JSON.stringify(title),
        hash,
        taken_at: act.at,
        taken_by: act.actor,
      })
      .execute()
    for (const copy of copies) await copy.keep(place.id)
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'snapshot.taken',
      subject: `snapshot:${place.id}`,
      after: { number: place.number, hash },
      details: { number: place.number, kind, hash, rounds: rounds.map(({ slug }) => slug) },
    })
    return (await findSnapshot(trx, { meetingId, number: place.number })) ?? null
  })
}

async function copyRounds(trx: Transaction<Tables>, rounds: readonly { id: string }[], today: string) {
  const copies = []
  for (const { id } of rounds) copies.push(await copyRound(trx, id, today))
  return copies
}

async function roundsWithReplies(db: Db, meetingId: string) {
  return db
    .selectFrom('round')
    .select(['round.id', 'round.slug'])
    .where('round.meeting_id', '=', meetingId)
    .where('round.state', 'in', ['open', 'closed'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('response')
          .select('response.id')
          .whereRef('response.round_id', '=', 'round.id')
          .where('response.official_submission_id', 'is not', null)
          .where('response.state', '<>', 'declined'),
      ),
    )
    .orderBy('round.created_at')
    .orderBy('round.slug')
    .execute()
}

function snapshots(db: Db) {
  return db
    .selectFrom('snapshot')
    .innerJoin('account as taker', 'taker.id', 'snapshot.taken_by')
    .leftJoin('account as proposer', 'proposer.id', 'snapshot.proposed_by')
    .leftJoin('account as releaser', 'releaser.id', 'snapshot.released_by')
    .selectAll('snapshot')
    .select(['taker.name as taker', 'proposer.name as proposer', 'releaser.name as releaser'])
}
type Row = Awaited<ReturnType<ReturnType<typeof snapshots>['executeTakeFirstOrThrow']>>

/** Snapshots of a meeting, the newest first: all of them, those that hold a round, or those that are released. */
export async function listSnapshots(
  db: Db,
  { meetingId, roundId, isReleased }: { meetingId: string; roundId?: string; isReleased?: true },
): Promise<Snapshot[]> {
  let query = snapshots(db).where('snapshot.meeting_id', '=', meetingId)
  if (isReleased) query = query.where('snapshot.released_at', 'is not', null)
  if (roundId)
    query = query.where('snapshot.id', 'in', ({ selectFrom }) =>
      selectFrom('snapshot_round').select('snapshot_id').where('round_id', '=', roundId),
    )
  return (await query.orderBy('number', 'desc').execute()).map(readSnapshot)
}

export async function findSnapshot(
  db: Db,
  { meetingId, number }: { meetingId: string; number: number },
): Promise<Snapshot | undefined> {
  const query = snapshots(db).where('snapshot.meeting_id', '=', meetingId).where('snapshot.number', '=', number)
  const row = await query.executeTakeFirst()
  return row && readSnapshot(row)
}

function readSnapshot(row: Row): Snapshot {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    number: Number(row.number),
    kind: row.kind,
    title: JSON.parse(row.title),
    hash: row.hash,
    takenAt: row.taken_at,
    takenBy: row.taker,
    mode: row.mode,
    why: row.why,
    proposedAt: row.proposed_at,
    proposedBy: row.proposer,
    proposer: row.proposed_by,
    releasedAt: row.released_at,
    releasedBy: row.releaser,
  }
}

export type ReleaseRefusal = 'released' | 'not_proposed' | 'same_person'

/** Proposes a snapshot for release, or proposes it in another way; what is released stays as it is. */
export async function proposeRelease(
  db: Db,
  step: Act & { snapshotId: string; mode: Mode; why: string | null },
): Promise<ReleaseRefusal | undefined> {
  const { snapshotId, mode, why, ...act } = step
  return inTransaction(db, async (trx) => {
    const held = await holdSnapshot(trx, snapshotId)
    if (held.released_at) return 'released'
    const proposed = { mode, why, proposed_at: act.at, proposed_by: act.actor }
    await trx.updateTable('snapshot').set(proposed).where('id', '=', snapshotId).execute()
    const before = { mode: held.mode }
    await recordRelease(trx, held, { ...act, action: 'snapshot.proposed', before, after: { mode }, why, mode })
    return undefined
  })
}

/** Releases what another person has proposed: from now on everybody of the meeting reads it. */
export async function approveRelease(db: Db, step: Act & { snapshotId: string }): Promise<ReleaseRefusal | undefined> {
  const { snapshotId, ...act } = step
  return inTransaction(db, async (trx) => {
    const held = await holdSnapshot(trx, snapshotId)
    if (held.released_at) return 'released'
    if (!held.proposed_by) return 'not_proposed'
    if (held.proposed_by === act.actor) return 'same_person'
    const released = { released_at: act.at, released_by: act.actor }
    await trx.updateTable('snapshot').set(released).where('id', '=', snapshotId).execute()
    const { mode } = held
    await recordRelease(trx, held, {
      ...act,
      action: 'snapshot.released',
      before: null,
      after: { mode },
      why: null,
      mode,
    })
    return undefined
  })
}

async function holdSnapshot(trx: Transaction<Tables>, id: string): Promise<Tables['snapshot']> {
  const query = trx.selectFrom('snapshot').selectAll().where('id', '=', id)
  return locked(trx, query, 'snapshot').executeTakeFirstOrThrow()
}

type Release = Act & {
  readonly action: 'snapshot.proposed' | 'snapshot.released'
  readonly before: unknown
  readonly after: unknown
  readonly why: string | null
  readonly mode: Mode | null
}

async function recordRelease(
  trx: Transaction<Tables>,
  held: Tables['snapshot'],
  { mode, ...release }: Release,
): Promise<void> {
  await recordAudit(trx, {
    ...release,
    chains: [meetingChain(held.meeting_id)],
    subject: `snapshot:${held.id}`,
    details: { number: Number(held.number), hash: held.hash, mode },
  })
}
