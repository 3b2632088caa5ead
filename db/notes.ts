// Notes on the results of a round: the team's observations, and comments of organisations, which wait for the team's word.
import { randomUUID } from 'node:crypto'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type NoteKind = Tables['note']['kind']
export type NoteState = Tables['note']['state']
export type Note = {
  readonly id: string
  readonly kind: NoteKind
  /** `page:needs`, `item:training` */
  readonly target: string
  readonly texts: Text
  readonly organisation: string
  readonly state: NoteState
  readonly at: string
  /** name of the account */
  readonly by: string
  /** its id */
  readonly byAccount: string
}

/** The notes of a round in the order in which they were written. */
export async function listNotes(db: Db, roundId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('note')
    .innerJoin('account', 'account.id', 'note.by_account')
    .selectAll('note')
    .select('account.name as by')
    .where('round_id', '=', roundId)
    .orderBy('note.at')
    .orderBy('note.id')
    .execute()
  return rows.map(({ id, kind, target, texts, organisation, state, at, by, by_account }) => ({
    id,
    kind,
    target,
    texts: JSON.parse(texts),
    organisation,
    state,
    at,
    by,
    byAccount: by_account,
  }))
}

type Round = { readonly roundId: string; readonly meetingId: string }
type Keeping = Act & Round & Pick<Note, 'kind' | 'target' | 'texts' | 'organisation'>

/** Keeps a note: an observation is shown at once, a comment waits. */
export async function keepNote(db: Db, keeping: Keeping): Promise<void> {
  const { roundId, meetingId, kind, target, texts, organisation, ...act } = keeping
  await inTransaction(db, async (trx) => {
    const id = randomUUID()
    const state = kind === 'observation' ? 'shown' : 'waiting'
    const row = { id, round_id: roundId, kind, target, texts: JSON.stringify(texts), organisation, state } as const
    await trx
      .insertInto('note')
      .values({ ...row, at: act.at, by_account: act.actor, decided_at: null, decided_by: null })
      .execute()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'note.kept',
      subject: `note:${id}`,
      after: { kind, target, texts, organisation },
      details: { kind, target, organisation },
    })
  })
}

/** Shows a note or withholds it; either can be taken back by the other. @returns false when the round has no such note */
export async function decideNote(
  db: Db,
  deciding: Act & Round & { readonly noteId: string; readonly state: 'shown' | 'withheld' },
): Promise<boolean> {
  const { roundId, meetingId, noteId, state, ...act } = deciding
  return inTransaction(db, async (trx) => {
    const held = trx.selectFrom('note').select('state').where('id', '=', noteId).where('round_id', '=', roundId)
    const before = await locked(trx, held, 'note').executeTakeFirst()
    if (!before) return false
    const decided = { state, decided_at: act.at, decided_by: act.actor }
    await trx.updateTable('note').set(decided).where('id', '=', noteId).execute()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'note.decided',
      subject: `note:${noteId}`,
      before: before.state,
      after: state,
      details: { state },
    })
    return true
  })
}
