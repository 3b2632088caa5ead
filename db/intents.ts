// What is sent twice is kept once: an intent, its key made when the form was shown, and the answer it got.
import type { Transaction } from 'kysely'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Intent = {
  /** account id */
  readonly account: string
  readonly key: string
  /** digest of what was asked; the same key with another request is refused */
  readonly requestHash: string
  readonly at: string
}
/** `done`: the answer, now or the one given the first time. `refused`: the key was used for another request. */
export type Once<T> =
  | { readonly state: 'done'; readonly answer: T; readonly isRepeat: boolean }
  | { readonly state: 'refused' }

/**
 * Does `work` once per account and key, in one transaction with the note that it was done. Of two that come at the same
 * moment the second waits for the first, and gets its answer.
 * @param work plain data back, as it is kept as JSON; what it throws leaves the intent unused
 */
export async function once<T>(
  db: Db,
  intent: Intent,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<Once<T>> {
  const { account, key, requestHash, at } = intent
  return inTransaction(db, async (trx) => {
    const claimed = await trx
      .insertInto('intent')
      .values({ account_id: account, key, request_hash: requestHash, answer: 'null', at })
      .onConflict((oc) => oc.columns(['account_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!claimed) return earlierAnswer<T>(trx, intent)
    const answer = await work(trx)
    await trx
      .updateTable('intent')
      .set({ answer: JSON.stringify(answer ?? null) })
      .where('account_id', '=', account)
      .where('key', '=', key)
      .execute()
    return { state: 'done', answer, isRepeat: false }
  })
}

async function earlierAnswer<T>(trx: Transaction<Tables>, { account, key, requestHash }: Intent): Promise<Once<T>> {
  const earlier = await trx
    .selectFrom('intent')
    .select(['request_hash', 'answer'])
    .where('account_id', '=', account)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (earlier.request_hash !== requestHash) return { state: 'refused' }
  return { state: 'done', answer: JSON.parse(earlier.answer) as T, isRepeat: true }
}

/** Forgets intents older than `before` (90 days are a good age). @returns how many */
export async function forgetIntents(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('intent').where('at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
