// One more word in the thread of a clarification; what was said stays as it was said.
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Saying = {
  readonly clarificationId: string
  readonly side: 'team' | 'delegation'
  readonly body: string
  readonly language: string
  readonly at: string
  /** account id */
  readonly by: string
}

/** Adds a message. The response is held by whoever calls, so that two never take the same number. */
export async function say(
  trx: Transaction<Tables>,
  { clarificationId, side, body, language, at, by }: Saying,
): Promise<void> {
  const { last } = await trx
    .selectFrom('clarification_message')
    .select((eb) => eb.fn.max<number | string | null>('number').as('last'))
    .where('clarification_id', '=', clarificationId)
    .executeTakeFirstOrThrow()
  const number = Number(last ?? 0) + 1
  await trx
    .insertInto('clarification_message')
    .values({ clarification_id: clarificationId, number, side, body, language, at, by_account: by })
    .execute()
}
