// Accounts and their passwords: made by an invitation, changed by their owner, taken away when a factor was lost.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

type Language = Tables['account']['language']
type NewAccount = {
  readonly email: string
  readonly name: string
  readonly language: Language
  readonly passwordHash: string
}

/** Makes an account with a password. @returns its id; null when the address has one already */
export async function createAccount(
  db: Db,
  { email, name, language, passwordHash, ...act }: Omit<Act, 'actor'> & NewAccount,
) {
  return inTransaction(db, async (trx) => {
    const id = randomUUID()
    const made = await trx
      .insertInto('account')
      // The code came by mail, so the address is theirs.
      .values({
        id,
        email: email.toLowerCase(),
        name,
        language,
        email_verified: 1,
        created_at: act.at,
        updated_at: act.at,
      })
      .onConflict((oc) => oc.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return null
    await writePassword(trx, { accountId: id, passwordHash, at: act.at })
    await record(trx, { ...act, actor: id }, id, 'account.created')
    return id
  })
}

/** The PHC string of an account's password; null when it has none. */
export async function findPassword(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.password ?? null
}

/** Gives an account another password. @param passwordHash null: none, until its owner chooses one */
export async function changePassword(
  db: Db,
  { accountId, passwordHash, ...act }: Act & { accountId: string; passwordHash: string | null },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await writePassword(trx, { accountId, passwordHash, at: act.at })
    await record(trx, act, accountId, passwordHash ? 'password.changed' : 'password.removed')
  })
}

/** The same password, hashed at today's cost: nothing that anybody did, so nothing for the trail. */
export async function rehashPassword(
  db: Db,
  password: { accountId: string; passwordHash: string; at: string },
): Promise<void> {
  await inTransaction(db, (trx) => writePassword(trx, password))
}

type Written = { accountId: string; passwordHash: string | null; at: string }

async function writePassword(trx: Transaction<Tables>, { accountId, passwordHash, at }: Written): Promise<void> {
  const change = { password: passwordHash, updated_at: at }
  await trx
    .insertInto('credential')
    .values({
      id: randomUUID(),
      account_id: accountId,
      provider_id: 'credential',
      provider_account_id: accountId,
      created_at: at,
      ...change,
    })
    .onConflict((oc) => oc.columns(['provider_id', 'provider_account_id']).doUpdateSet(change))
    .execute()
}

function record(trx: Transaction<Tables>, act: Act, account: string, action: string): Promise<string[]> {
  const deed = { chains: [HOUSE], action, subject: `account:${account}`, details: { account } }
  return recordAudit(trx, { ...act, ...deed })
}
