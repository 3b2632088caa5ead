// The status board: one line per invited country, with its progress and its submission, never with its draft.
import type { Level } from '#surveys/answering/model.ts'
import type { Progress } from '#surveys/answering/progress.ts'
import type { ReplyState } from '#surveys/answering/states.ts'
import { replyStateOf } from './situations.ts'
import type { Db } from './tables.ts'

export type BoardLine = {
  readonly responseId: string
  readonly country: string
  readonly place: number
  readonly state: ReplyState
  /** the country's own deadline; null: the round's holds */
  readonly ownDeadline: string | null
  readonly joinedLate: boolean
  readonly progress: Progress
  readonly lastActivityAt: string | null
  /** the official revision, the one that results show */
  readonly official: {
    readonly id: string
    readonly revision: number
    readonly submittedAt: string
    readonly isLate: boolean
    readonly level: Level
  } | null
  readonly nextRevision: number
}

/** The board of a round in protocol order, declined countries included. */
export async function listBoard(db: Db, roundId: string): Promise<BoardLine[]> {
  const rows = await db
    .selectFrom('response')
    .leftJoin('submission', 'submission.id', 'response.official_submission_id')
    .selectAll('response')
    .select(['submission.revision', 'submission.submitted_at', 'submission.is_late', 'submission.level'])
    .where('response.round_id', '=', roundId)
    .orderBy('response.place')
    .execute()
  return rows.map((row) => ({
    responseId: row.id,
    country: row.country,
    place: row.place,
    state: replyStateOf(row),
    ownDeadline: row.deadline,
    joinedLate: row.joined_late === 1,
    progress: JSON.parse(row.progress),
    lastActivityAt: row.last_activity_at,
    official: row.official_submission_id
      ? {
          id: row.official_submission_id,
          revision: row.revision ?? 0,
          submittedAt: row.submitted_at ?? '',
          isLate: row.is_late === 1,
          level: row.level ?? 'pmt_only',
        }
      : null,
    nextRevision: row.next_revision,
  }))
}
