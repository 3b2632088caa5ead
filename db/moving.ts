// Moves a reply from state to state as the table of acts says: its columns, and what is cleared on the way.
import type { Transaction } from 'kysely'
import { effectOf, type ReplyAct } from '#surveys/answering/acts.ts'
import type { ReplyState } from '#surveys/answering/states.ts'
import type { Standing } from './situations.ts'
import type { Row, Tables } from './tables.ts'

type Columns = Partial<Row<'response'>>
const UNREADY: Columns = { ready_at: null, ready_by: null }
const UNACCEPTED: Columns = { accepted_submission_id: null, accepted_at: null, accepted_by: null }

/**
 * Writes what an act does to the state of a reply. That it may be done was asked before, in the same transaction.
 * @param more columns that change with it
 * @returns the state it leads to
 */
export async function move(
  trx: Transaction<Tables>,
  { response, situation }: Standing,
  act: ReplyAct,
  { at, actor, ...more }: { at: string; actor: string } & Columns,
): Promise<ReplyState> {
  const { to, clears } = effectOf(act, situation)
  const columns: Columns = {
    ...(clears.includes('acceptance') && UNACCEPTED),
    ...(clears.includes('readiness') && UNREADY),
    ...(to !== situation.response && columnsOf(to, response, { at, actor })),
    ...more,
  }
  if (Object.keys(columns).length > 0) {
    await trx.updateTable('response').set(columns).where('id', '=', response.id).execute()
  }
  if (clears.includes('unlocks')) await trx.deleteFrom('unlocked').where('response_id', '=', response.id).execute()
  return to
}

function columnsOf(to: ReplyState, response: Row<'response'>, { at, actor }: { at: string; actor: string }): Columns {
  switch (to) {
    case 'invited':
    case 'declined':
      return { state: to }
    case 'draft':
      return { state: 'draft', returned_at: null }
    case 'returned':
      return { state: 'draft', returned_at: response.returned_at ?? at }
    case 'ready':
      return { state: 'draft', ready_at: at, ready_by: actor }
    case 'submitted':
      return { state: 'submitted', returned_at: null }
    case 'accepted':
      return { accepted_submission_id: response.official_submission_id, accepted_at: at, accepted_by: actor }
  }
}
