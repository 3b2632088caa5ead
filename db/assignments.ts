// Assignments inside a delegation: made, done, passed on with a handover. The trail says that, not what about.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Assignment } from '#surveys/answering/assignments.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** Of one response; the open ones first, by their due date, then the youngest. */
export async function listAssignments(db: Db, responseId: string): Promise<Assignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('account as asker', 'asker.id', 'assignment.by_account')
    .leftJoin('account as asked', 'asked.id', 'assignment.account_id')
    .selectAll('assignment')
    .select(['asker.name as asker_name', 'asked.name as asked_name'])
    .where('assignment.response_id', '=', responseId)
    .orderBy('assignment.created_at', 'desc')
    .orderBy('assignment.id')
    .execute()
  const all = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    target: row.target,
    colleague: row.account_id && row.asked_name ? { id: row.account_id, name: row.asked_name } : null,
    institution: row.institution,
    note: row.note,
    dueOn: row.due_on,
    createdAt: row.created_at,
    by: row.asker_name,
    doneAt: row.done_at,
  }))
  const rank = ({ doneAt, dueOn }: Assignment) => `${doneAt === null ? 0 : 1}${dueOn ?? '9'}`
  return all.sort((a, b) => rank(a).localeCompare(rank(b)))
}

export type NewAssignment = Pick<Assignment, 'kind' | 'target' | 'institution' | 'note' | 'dueOn'> & {
  readonly responseId: string
  /** account id */
  readonly colleague: string | null
}

/** Asks a colleague or an institution. @returns the id */
export async function assign(
  db: Db,
  { responseId, kind, target, colleague, institution, note, dueOn, ...act }: Act & NewAssignment,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = randomUUID()
    await trx
      .insertInto('assignment')
      .values({
        id,
        response_id: responseId,
        kind,
        target,
        account_id: colleague,
        institution,
        note,
        due_on: dueOn,
        created_at: act.at,
        by_account: act.actor,
        done_at: null,
      })
      .execute()
    await record(trx, act, { id, responseId, action: 'assignment.made' })
    return id
  })
}

/** Closes an assignment, or opens it again. @returns false when it is not there, or is so already */
export async function settleAssignment(
  db: Db,
  { responseId, id, isDone, ...act }: Act & { responseId: string; id: string; isDone: boolean },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('assignment')
      .set({ done_at: isDone ? act.at : null })
      .where('id', '=', id)
      .where('response_id', '=', responseId)
      .where('done_at', isDone ? 'is' : 'is not', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(trx, act, { id, responseId, action: isDone ? 'assignment.done' : 'assignment.reopened' })
    return true
  })
}

/** Open assignments of somebody who leaves become those of the successor, in the same delegation. */
export async function passAssignments(
  trx: Transaction<Tables>,
  { from, to, country }: { from: string; to: string; country: string },
): Promise<void> {
  const own = trx.selectFrom('response').select('id').where('country', '=', country)
  await trx
    .updateTable('assignment')
    .set({ account_id: to })
    .where('account_id', '=', from)
    .where('done_at', 'is', null)
    .where('response_id', 'in', own)
    .execute()
}

function record(
  trx: Transaction<Tables>,
  { actor, at, requestId }: Act,
  { id, responseId, action }: { id: string; responseId: string; action: string },
): Promise<string[]> {
  const chains = [responseChain(responseId)]
  return recordAudit(trx, { actor, at, requestId, chains, action, subject: `assignment:${id}` })
}
