// Test answers: what an author tries in the preview of a draft. They count nowhere, and are gone when it is published.
import type { Transaction } from 'kysely'
import type { Cell, KeptCell } from '#surveys/answering/model.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

type Trial = { readonly draftId: string; readonly accountId: string }

/** The test answers of one author, by field. */
export async function trialOf(db: Db, { draftId, accountId }: Trial): Promise<ReadonlyMap<string, KeptCell>> {
  const row = await db
    .selectFrom('draft_trial')
    .innerJoin('account', 'account.id', 'draft_trial.account_id')
    .select(['draft_trial.cells', 'draft_trial.at', 'account.name as by'])
    .where('draft_id', '=', draftId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const cells: Cell[] = row ? JSON.parse(row.cells) : []
  return new Map(cells.map((cell) => [cell.field, { ...cell, revision: 1, at: row?.at ?? '', by: row?.by ?? '' }]))
}

/** Keeps test answers in place of those of before; other fields stay. */
export async function keepTrial(
  db: Db,
  { draftId, accountId, cells, at }: Trial & { cells: readonly Cell[]; at: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const before = await trialOf(trx, { draftId, accountId })
    const all = new Map<string, Cell>(before)
    for (const { field, value, absence, comment, typed, language } of cells) {
      all.set(field, { field, value, absence, comment, typed, language })
    }
    const row = { draft_id: draftId, account_id: accountId, cells: JSON.stringify([...all.values()]), at }
    await trx
      .insertInto('draft_trial')
      .values(row)
      .onConflict((oc) => oc.columns(['draft_id', 'account_id']).doUpdateSet({ cells: row.cells, at }))
      .execute()
  })
}

/** All test answers of a draft, whoever gave them; or those of one author. */
export async function wipeTrials(db: Transaction<Tables> | Db, draftId: string, accountId?: string): Promise<void> {
  const gone = db.deleteFrom('draft_trial').where('draft_id', '=', draftId)
  await (accountId === undefined ? gone : gone.where('account_id', '=', accountId)).execute()
}
