// What a returned reply may change: unlocked question by question, locked again, gone with the next submission.
import type { Transaction } from 'kysely'
import { openFields } from '#surveys/answering/unlocking.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { Act } from './audit.ts'
import type { Standing } from './situations.ts'
import type { Db, Tables } from './tables.ts'

/** The names of the fields that were unlocked one by one, by a question or on request. */
export async function unlockedOf(db: Db, responseId: string): Promise<string[]> {
  const query = db.selectFrom('unlocked').select('field').where('response_id', '=', responseId).orderBy('field')
  return (await query.execute()).map(({ field }) => field)
}

/** What can be changed in a reply that may be edited now; null: everything. */
export async function openIn(
  db: Db,
  { response, situation }: Pick<Standing, 'response' | 'situation'>,
  codebook: Codebook,
): Promise<ReadonlySet<string> | null> {
  return situation.response === 'returned' ? openFields(codebook, await unlockedOf(db, response.id)) : null
}

/** Unlocks fields; those that are unlocked already stay so. */
export async function unlock(
  trx: Transaction<Tables>,
  response_id: string,
  fields: readonly string[],
  { at, actor }: Act,
): Promise<void> {
  if (fields.length === 0) return
  const rows = [...new Set(fields)].map((field) => ({ response_id, field, at, by_account: actor }))
  await trx
    .insertInto('unlocked')
    .values(rows)
    .onConflict((oc) => oc.columns(['response_id', 'field']).doNothing())
    .execute()
}

/** Locks a field again, unless its answer was changed since the return, or something else about it is still open. */
export async function lockUntouched(
  trx: Transaction<Tables>,
  { response }: Pick<Standing, 'response'>,
  field: string,
): Promise<void> {
  const asked = trx.selectFrom('clarification').select('id').where('response_id', '=', response.id)
  const open = asked.where('field', '=', field).where('state', 'in', ['open', 'answered'])
  const changed = trx
    .selectFrom('cell')
    .select('field')
    .where('response_id', '=', response.id)
    .where('field', '=', field)
  const since = changed.where('at', '>', response.returned_at ?? '')
  await trx
    .deleteFrom('unlocked')
    .where('response_id', '=', response.id)
    .where('field', '=', field)
    .where((eb) => eb.not(eb.exists(open)))
    .where((eb) => eb.not(eb.exists(since)))
    .execute()
}
