// After a restore: what gave access, or was on its way, when the backup was made counts for nothing until somebody confirms it.
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** How many of each were in force. */
export type Invalidated = {
  readonly sessions: number
  readonly invitations: number
  readonly passwordResets: number
  readonly factorResets: number
  readonly letters: number
}
/** The backup that a database now comes from. */
export type Origin = { readonly seq: number; readonly hash: string; readonly madeAt: string }

/** What a letter says that waited when the backup was made; it may have been sent since. */
const HELD = 'held back: the database was restored from a backup'

/**
 * Ends sessions, challenges and remembered intents; revokes invitations and resets, which a manager renews one by one; holds
 * letters back, which a manager sends again. All of it, and the entry that says so, in one transaction.
 */
export async function invalidateAccess(db: Db, { origin, ...act }: Act & { origin: Origin }): Promise<Invalidated> {
  const { at } = act
  return inTransaction(db, async (trx) => {
    const sessions = await trx.deleteFrom('session').executeTakeFirst()
    await trx.deleteFrom('verification').execute()
    await trx.deleteFrom('intent').execute()
    const invitations = await trx
      .updateTable('invitation')
      .set({ revoked_at: at })
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    const passwordResets = await trx.deleteFrom('password_reset').where('used_at', 'is', null).executeTakeFirst()
    const factorResets = await trx
      .updateTable('factor_reset')
      .set({ decision: 'withdrawn', decided_at: at })
      .where('decision', 'is', null)
      .executeTakeFirst()
    const letters = await trx
      .updateTable('outbox')
      .set({ state: 'refused', last_error: HELD })
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    const counts = {
      sessions: Number(sessions.numDeletedRows),
      invitations: Number(invitations.numUpdatedRows),
      passwordResets: Number(passwordResets.numDeletedRows),
      factorResets: Number(factorResets.numUpdatedRows),
      letters: Number(letters.numUpdatedRows),
    }
    const deed = { action: 'backup.restored', subject: `audit:${origin.seq}`, details: { ...origin, ...counts } }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
    return counts
  })
}
