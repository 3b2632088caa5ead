// What people say about themselves: their name, and how pages speak to them.
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

type Account = Tables['account']
export type Profile = {
  readonly name: string
  readonly language: Account['language']
  readonly digits: 'latn' | 'arab'
  readonly timeZone: string | null
}

/** How to speak to the owner of an account, and where to write to. */
export async function findProfile(
  db: Db,
  accountId: string,
): Promise<(Profile & { readonly email: string }) | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['name', 'email', 'language', 'digits', 'time_zone as timeZone'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  return row
}

/** Changes a profile. @returns false when it says the same already, or there is no such account */
export async function changeProfile(
  db: Db,
  { accountId, profile, ...act }: Act & { accountId: string; profile: Profile },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const found = await findProfile(trx, accountId)
    if (!found) return false
    const { email: _, ...before } = found
    const after = { ...profile }
    const changed = Object.keys(before).filter((key) => before[key as keyof Profile] !== after[key as keyof Profile])
    if (changed.length === 0) return false
    const { timeZone: time_zone, ...same } = profile
    await trx
      .updateTable('account')
      .set({ ...same, time_zone, updated_at: act.at })
      .where('id', '=', accountId)
      .execute()
    const deed = { action: 'account.changed', subject: `account:${accountId}`, before, after, details: { changed } }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
    return true
  })
}
