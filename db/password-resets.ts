// A forgotten password: the mailed link only names the reset; address, typed code and a new password use it up.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { changePassword } from './credentials.ts'
import { locked } from './engine.ts'
import type { Attempt } from './invitations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

const MOST_TRIES = 5

export type PasswordReset = {
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly name: string
}
type NewReset = { readonly accountId: string; readonly codeHash: string; readonly expiresAt: string }

/** Makes a reset; older ones of the account no longer work. @returns its id, for the link */
export async function createPasswordReset(
  db: Db,
  { accountId, codeHash, expiresAt, ...act }: Act & NewReset,
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const id = randomUUID()
    const own = trx.deleteFrom('password_reset').where('account_id', '=', accountId).where('used_at', 'is', null)
    await own.execute()
    await trx
      .insertInto('password_reset')
      .values({ id, account_id: accountId, code_hash: codeHash, expires_at: expiresAt, created_at: act.at })
      .execute()
    await record(trx, act, accountId, 'password_reset.asked')
    return id
  })
}

/** The reset that a link names, as long as it can be used. */
export async function findPasswordReset(
  db: Db,
  { id, at }: { id: string; at: string },
): Promise<PasswordReset | undefined> {
  const row = await db
    .selectFrom('password_reset')
    .innerJoin('account', 'account.id', 'password_reset.account_id')
    .where('password_reset.id', '=', id)
    .where('used_at', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .where('expires_at', '>', at)
    .where('account.disabled_at', 'is', null)
    .select(['password_reset.id', 'account_id', 'email', 'name'])
    .executeTakeFirst()
  return row && { id: row.id, accountId: row.account_id, email: row.email, name: row.name }
}

/** Compares what was typed with the reset, and counts a failure. Nothing is used up by this. */
export async function tryPasswordReset(
  db: Db,
  { id, email, codeHashes, at }: { id: string; email: string; codeHashes: readonly string[]; at: string },
): Promise<Attempt> {
  return inTransaction(db, async (trx) => {
    const row = await hold(trx, id)
    const reset = row && (await findPasswordReset(trx, { id, at }))
    if (!reset) return 'over'
    if (codeHashes.includes(row.code_hash) && reset.email === email.trim().toLowerCase()) return 'right'
    await trx
      .updateTable('password_reset')
      .set({ tries: row.tries + 1 })
      .where('id', '=', id)
      .execute()
    return 'wrong'
  })
}

/** Uses a reset up: the account has the new password, and all its sessions end. @returns false when somebody was faster */
export async function spendPasswordReset(
  db: Db,
  { id, passwordHash, ...act }: Omit<Act, 'actor'> & { id: string; passwordHash: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    await hold(trx, id)
    const reset = await findPasswordReset(trx, { id, at: act.at })
    if (!reset) return false
    const { accountId } = reset
    await trx.updateTable('password_reset').set({ used_at: act.at }).where('id', '=', id).execute()
    await trx.deleteFrom('session').where('account_id', '=', accountId).execute()
    await changePassword(trx, { ...act, actor: accountId, accountId, passwordHash })
    await record(trx, { ...act, actor: accountId }, accountId, 'password_reset.used')
    return true
  })
}

function hold(trx: Transaction<Tables>, id: string) {
  return locked(
    trx,
    trx.selectFrom('password_reset').selectAll().where('id', '=', id),
    'password_reset',
  ).executeTakeFirst()
}

function record(trx: Transaction<Tables>, act: Act, account: string, action: string): Promise<string[]> {
  const deed = { chains: [HOUSE], action, subject: `account:${account}`, details: { account } }
  return recordAudit(trx, { ...act, ...deed })
}
