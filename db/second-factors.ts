// Second factors: which an account has, that no code is accepted twice, and recovery codes kept as hashes.
import type { Transaction } from 'kysely'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Passkey = {
  readonly id: string
  readonly name: string | null
  readonly aaguid: string | null
  readonly isBackedUp: boolean
  readonly createdAt: string | null
}
export type Factors = {
  readonly hasTotp: boolean
  readonly passkeys: readonly Passkey[]
  /** recovery codes that are left */
  readonly recoveryCodes: number
}

/** What an account can show besides its password. */
export async function findFactors(db: Db, accountId: string): Promise<Factors> {
  const totp = await db.selectFrom('account').select('has_totp').where('id', '=', accountId).executeTakeFirst()
  const passkeys = await db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const codes = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  return {
    hasTotp: totp?.has_totp === 1,
    passkeys: passkeys.map((row) => ({
      id: row.id,
      name: row.name,
      aaguid: row.aaguid,
      isBackedUp: row.backed_up === 1,
      createdAt: row.created_at,
    })),
    recoveryCodes: codes.length,
  }
}

/** The encrypted secret of an account's TOTP, set up or about to be. */
export async function findTotpSecret(db: Db, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('second_factor')
    .select('secret')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.secret
}

/** The encrypted secrets of all authenticator apps, those about to be set up among them. */
export async function listTotpSecrets(db: Db): Promise<{ accountId: string; sealed: string }[]> {
  const query = db.selectFrom('second_factor').select(['account_id as accountId', 'secret as sealed'])
  return query.orderBy('account_id').execute()
}

/** The same secret, encrypted otherwise. */
export async function replaceTotpSecret(db: Db, { accountId, sealed }: { accountId: string; sealed: string }) {
  await db.updateTable('second_factor').set({ secret: sealed }).where('account_id', '=', accountId).execute()
}

/**
 * Takes a step of thirty seconds for itself: its code, and every older one, is accepted no more (RFC 6238, 5.2).
 * @returns false when this step or a later one was taken before
 */
export async function takeTotpStep(db: Db, { accountId, step }: { accountId: string; step: number }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Puts ten new recovery codes in the place of all older ones. @param codeHashes SHA-256 each */
export async function replaceRecoveryCodes(
  db: Db,
  { accountId, codeHashes, ...act }: Act & { accountId: string; codeHashes: readonly string[] },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
    const rows = codeHashes.map((code_hash) => ({ account_id: accountId, code_hash, created_at: act.at }))
    await trx.insertInto('recovery_code').values(rows).execute()
    await record(trx, act, accountId, 'recovery_codes.made')
  })
}

/** Uses a recovery code up. @returns false when it is none of the account's, or was used before */
export async function spendRecoveryCode(
  db: Db,
  { accountId, codeHash, ...act }: Act & { accountId: string; codeHash: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('recovery_code')
      .set({ used_at: act.at })
      .where('account_id', '=', accountId)
      .where('code_hash', '=', codeHash)
      .where('used_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(trx, act, accountId, 'recovery_code.used')
    return true
  })
}

/** Takes one passkey away. @returns false when it is not there, or somebody else's */
export async function removePasskey(
  db: Db,
  { id, accountId, ...act }: Act & { id: string; accountId: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('passkey')
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await record(trx, act, accountId, 'passkey.removed')
    return true
  })
}

/** Takes everything away that an account can show besides its password. */
export async function removeFactors(trx: Transaction<Tables>, accountId: string): Promise<void> {
  await trx.deleteFrom('second_factor').where('account_id', '=', accountId).execute()
  await trx.deleteFrom('passkey').where('account_id', '=', accountId).execute()
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await trx.updateTable('account').set({ has_totp: 0 }).where('id', '=', accountId).execute()
}

function record(trx: Transaction<Tables>, act: Act, account: string, action: string): Promise<string[]> {
  const deed = { chains: [HOUSE], action, subject: `account:${account}`, details: { account } }
  return recordAudit(trx, { ...act, ...deed })
}
