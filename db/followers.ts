// Who in the team follows a reply up: whoever was named for an open clarification, else whoever asked it.
import type { Db } from './tables.ts'

/** Account ids, each once; none where nothing is open. */
export async function followersOf(db: Db, responseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('clarification')
    .select((eb) => eb.fn.coalesce('assignee', 'asked_by').as('account'))
    .distinct()
    .where('response_id', '=', responseId)
    .where('state', 'in', ['open', 'answered'])
    .execute()
  return rows.map(({ account }) => account)
}
