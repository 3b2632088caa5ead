// Clarifications: what the team asks about one answer, and what was said about it since. Reading them.
import type { Clarification, Message } from '#surveys/answering/clarification.ts'
import type { Db } from './tables.ts'

function clarifications(db: Db) {
  return db
    .selectFrom('clarification')
    .innerJoin('response', 'response.id', 'clarification.response_id')
    .innerJoin('submission', 'submission.id', 'clarification.submission_id')
    .innerJoin('account as asker', 'asker.id', 'clarification.asked_by')
    .leftJoin('account as follower', 'follower.id', 'clarification.assignee')
    .leftJoin('proposal', 'proposal.clarification_id', 'clarification.id')
    .selectAll('clarification')
    .select(['response.country', 'response.place', 'submission.revision', 'asker.name as asked_by_name'])
    .select(['follower.name as assignee_name', 'proposal.cell', 'proposal.state as proposal_state'])
    .orderBy('response.place')
    .orderBy('clarification.number')
}

type Row = Awaited<ReturnType<ReturnType<typeof clarifications>['executeTakeFirstOrThrow']>>

/**
 * The clarifications of a response, or of all responses to a round, in protocol order and by number.
 * @param side what was only noted is the team's alone
 */
export async function listClarifications(
  db: Db,
  of: { responseId: string } | { roundId: string },
  { side }: { side: 'team' | 'delegation' },
): Promise<Clarification[]> {
  let query = clarifications(db)
  query =
    'responseId' in of
      ? query.where('clarification.response_id', '=', of.responseId)
      : query.where('response.round_id', '=', of.roundId)
  if (side === 'delegation') query = query.where('clarification.state', '<>', 'noted')
  const rows = await query.execute()
  const messages = await messagesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => readClarification(row, messages.get(row.id) ?? []))
}

async function messagesOf(db: Db, ids: readonly string[]): Promise<Map<string, Message[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('clarification_message as message')
    .innerJoin('account', 'account.id', 'message.by_account')
    .select(['message.clarification_id', 'message.side', 'message.body', 'message.language', 'message.at'])
    .select('account.name as by')
    .where('message.clarification_id', 'in', ids)
    .orderBy('message.clarification_id')
    .orderBy('message.number')
    .execute()
  const byId = Map.groupBy(rows, ({ clarification_id }) => clarification_id)
  return new Map([...byId].map(([id, all]) => [id, all.map(({ clarification_id: _, ...message }) => message)]))
}

function readClarification(row: Row, messages: readonly Message[]): Clarification {
  return {
    id: row.id,
    responseId: row.response_id,
    country: row.country,
    number: row.number,
    field: row.field,
    state: row.state,
    question: row.question,
    language: row.language,
    assignee: row.assignee && row.assignee_name ? { id: row.assignee, name: row.assignee_name } : null,
    dueOn: row.due_on,
    askedBy: row.asked_by_name,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
    settledAt: row.settled_at,
    submissionId: row.submission_id,
    revision: row.revision,
    proposal: row.cell && row.proposal_state ? { cell: JSON.parse(row.cell), state: row.proposal_state } : null,
    messages,
  }
}
