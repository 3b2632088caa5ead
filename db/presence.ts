// A hint, nothing more: who of the delegation was last seen in which section.
import type { Db } from './tables.ts'

export type Presence = {
  readonly accountId: string
  readonly name: string
  readonly section: string
  readonly at: string
}

/** Somebody of the delegation looks at a section. No answer, state or right changes, so a GET may say so. */
export async function touchPresence(
  db: Db,
  { responseId, accountId, section, at }: { responseId: string; accountId: string; section: string; at: string },
): Promise<void> {
  await db
    .insertInto('presence')
    .values({ response_id: responseId, account_id: accountId, section, at })
    .onConflict((oc) => oc.columns(['response_id', 'account_id']).doUpdateSet({ section, at }))
    .execute()
}

/** Who was there since a time, but for one account (oneself); the latest first. */
export async function listPresence(
  db: Db,
  { responseId, since, except }: { responseId: string; since: string; except?: string },
): Promise<Presence[]> {
  return db
    .selectFrom('presence')
    .innerJoin('account', 'account.id', 'presence.account_id')
    .select(['presence.account_id as accountId', 'account.name', 'presence.section', 'presence.at'])
    .where('presence.response_id', '=', responseId)
    .where('presence.at', '>=', since)
    .$if(except !== undefined, (query) => query.where('presence.account_id', '<>', except as string))
    .orderBy('presence.at', 'desc')
    .execute()
}
