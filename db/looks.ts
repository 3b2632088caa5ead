// What changed in a reply since somebody last looked, and the mark that says until when they have.
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import { historyOf } from './cells.ts'
import type { Db } from './tables.ts'

/** Before anything was ever looked at. */
const NEVER = '0000-00-00T00:00:00.000Z'

/** Until when an account has seen a reply; the beginning of time when it never said so. ISO 8601 */
export async function lookedAt(
  db: Db,
  responseId: string,
  accountId: string,
): Promise<{ at: string; isFirst: boolean }> {
  const query = db.selectFrom('look').select('at').where('response_id', '=', responseId)
  const row = await query.where('account_id', '=', accountId).executeTakeFirst()
  return { at: row?.at ?? NEVER, isFirst: row === undefined }
}

/** Marks everything until `until` as seen; a mark never goes back. */
export async function markSeen(
  db: Db,
  { responseId, accountId, until }: { responseId: string; accountId: string; until: string },
): Promise<void> {
  await db
    .insertInto('look')
    .values({ response_id: responseId, account_id: accountId, at: until })
    .onConflict((oc) =>
      oc.columns(['response_id', 'account_id']).doUpdateSet({ at: until }).where('look.at', '<', until),
    )
    .execute()
}

export type Since = { readonly since: string; readonly except: string }

/** By field, an answer that others have changed: what it said when one last looked, what it says now, and who changed it. */
export type Moved = {
  readonly field: string
  readonly before: Cell | undefined
  readonly after: KeptCell
  readonly by: readonly string[]
}

/** Answers that others changed after a time, the youngest first. @param except an account */
export async function answersMoved(db: Db, responseId: string, { since, except }: Since): Promise<Moved[]> {
  const moved = await fieldsMoved(db, responseId, { since, except })
  if (moved.length === 0) return []
  const names = new Set(moved)
  const history = (await historyOf(db, responseId)).filter(({ field }) => names.has(field))
  return [...Map.groupBy(history, ({ field }) => field)].flatMap(([field, revisions]) => {
    const [after] = revisions
    if (!after) return []
    const later = revisions.filter(({ at }) => at > since)
    return [{ field, before: revisions[later.length], after, by: [...new Set(later.map(({ by }) => by))] }]
  })
}

async function fieldsMoved(db: Db, responseId: string, { since, except }: Since): Promise<string[]> {
  const rows = await db
    .selectFrom('cell_history')
    .select('field')
    .distinct()
    .where('response_id', '=', responseId)
    .where('at', '>', since)
    .where('by_account', '<>', except)
    .execute()
  return rows.map(({ field }) => field)
}

/** How many answers, remarks and contributions of others came after a time: what the outline says before one opens the page. */
export async function countChanges(db: Db, responseId: string, { since, except }: Since): Promise<number> {
  const answers = await fieldsMoved(db, responseId, { since, except })
  const count = (table: 'remark' | 'contribution') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .where('response_id', '=', responseId)
      .where('at', '>', since)
      .where('by_account', '<>', except)
  const remarks = await count('remark').where('erased_at', 'is', null).executeTakeFirstOrThrow()
  const contributions = await count('contribution').executeTakeFirstOrThrow()
  return answers.length + Number(remarks.count) + Number(contributions.count)
}
