// The stage of a session: which item of the agenda all screens show, from which released snapshot, and how much of it.
import { randomInt } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Reveal = Tables['stage']['reveal']
export const REVEALS: readonly Reveal[] = ['region', 'named']

export type Stage = {
  readonly meetingId: string
  readonly code: string
  readonly snapshotId: string
  readonly snapshotNumber: number
  readonly itemId: string | null
  readonly isBlank: boolean
  readonly reveal: Reveal
  /** when the item came on, and when its time is over; ISO 8601 UTC */
  readonly beganAt: string | null
  readonly endsAt: string | null
  readonly revision: number
}

/** Letters and digits that nobody confuses when they are read from the last row. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

function stages(db: Db) {
  return db
    .selectFrom('stage')
    .innerJoin('snapshot', 'snapshot.id', 'stage.snapshot_id')
    .selectAll('stage')
    .select('snapshot.number')
    .where('snapshot.released_at', 'is not', null)
}

export async function findStage(db: Db, meetingId: string): Promise<Stage | undefined> {
  const row = await stages(db).where('stage.meeting_id', '=', meetingId).executeTakeFirst()
  return row && readStage(row)
}

/** The stage that a hall screen follows by its code, typed in small or large letters. */
export async function findStageByCode(db: Db, code: string): Promise<Stage | undefined> {
  const row = await stages(db).where('stage.code', '=', code.toUpperCase()).executeTakeFirst()
  return row && readStage(row)
}

function readStage(row: Tables['stage'] & { number: number }): Stage {
  return {
    meetingId: row.meeting_id,
    code: row.code,
    snapshotId: row.snapshot_id,
    snapshotNumber: Number(row.number),
    itemId: row.item_id,
    isBlank: row.is_blank === 1,
    reveal: row.reveal,
    beganAt: row.began_at,
    endsAt: row.ends_at,
    revision: Number(row.revision),
  }
}

/** The revision of a stage alone: what those who follow it ask all the time. */
export async function revisionOf(db: Db, meetingId: string): Promise<number | null> {
  const row = await db.selectFrom('stage').select('revision').where('meeting_id', '=', meetingId).executeTakeFirst()
  return row ? Number(row.revision) : null
}

/**
 * Puts a released snapshot on the stage; the first time, the stage gets its code.
 * @returns false when the meeting has no such released snapshot
 */
export async function setStage(db: Db, step: Act & { meetingId: string; number: number }): Promise<boolean> {
  const { meetingId, number, ...act } = step
  return inTransaction(db, async (trx) => {
    const snapshots = trx.selectFrom('snapshot').select('id').where('meeting_id', '=', meetingId)
    const released = snapshots.where('number', '=', number).where('released_at', 'is not', null)
    const snapshot = await released.executeTakeFirst()
    if (!snapshot) return false
    const first = { item_id: null, is_blank: 1, reveal: 'region', began_at: null, ends_at: null, revision: 1 } as const
    await trx
      .insertInto('stage')
      .values({ meeting_id: meetingId, code: newCode(), snapshot_id: snapshot.id, ...first })
      .onConflict((oc) =>
        oc.column('meeting_id').doUpdateSet(({ eb, ref }) => ({
          snapshot_id: snapshot.id,
          // what may be shown by name depends on the snapshot: the presenter decides again
          reveal: 'region',
          revision: eb(ref('stage.revision'), '+', 1),
        })),
      )
      .execute()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'stage.set',
      subject: `meeting:${meetingId}`,
      after: { number },
      details: { number },
    })
    return true
  })
}

/** Something that screens may show has changed: they look again. */
export async function touchStage(trx: Transaction<Tables>, meetingId: string): Promise<void> {
  await trx
    .updateTable('stage')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('meeting_id', '=', meetingId)
    .execute()
}

export type StageChange = Partial<Pick<Stage, 'itemId' | 'isBlank' | 'reveal' | 'beganAt' | 'endsAt'>>

/** Changes what the screens show. @returns false when there is no stage, or no such item in its meeting */
export async function moveStage(db: Db, step: Act & { meetingId: string; change: StageChange }): Promise<boolean> {
  const { meetingId, change, ...act } = step
  return inTransaction(db, async (trx) => {
    const held = trx.selectFrom('stage').selectAll().where('meeting_id', '=', meetingId)
    const stage = await locked(trx, held, 'stage').executeTakeFirst()
    if (!stage) return false
    const { itemId, isBlank, reveal, beganAt, endsAt } = change
    if (itemId) {
      const item = trx.selectFrom('agenda_item').select('id').where('id', '=', itemId)
      if (!(await item.where('meeting_id', '=', meetingId).executeTakeFirst())) return false
    }
    await trx
      .updateTable('stage')
      .set({
        ...(itemId !== undefined && { item_id: itemId }),
        ...(isBlank !== undefined && { is_blank: isBlank ? 1 : 0 }),
        ...(reveal !== undefined && { reveal }),
        ...(beganAt !== undefined && { began_at: beganAt }),
        ...(endsAt !== undefined && { ends_at: endsAt }),
        revision: Number(stage.revision) + 1,
      })
      .where('meeting_id', '=', meetingId)
      .execute()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'stage.moved',
      subject: `meeting:${meetingId}`,
      before: { item: stage.item_id, isBlank: stage.is_blank, reveal: stage.reveal },
      after: change,
      details: { ...change },
    })
    return true
  })
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
