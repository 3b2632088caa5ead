// A lost second factor: one manager asks for the reset, another one confirms it. Neither can do it alone, nor for oneself.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { changePassword } from './credentials.ts'
import { locked } from './engine.ts'
import { removeFactors } from './second-factors.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type FactorReset = {
  readonly id: string
  readonly accountId: string
  readonly why: string
  readonly askedBy: string
  readonly askedAt: string
  readonly expiresAt: string
}
/** `own`: whoever asks confirms, or it is their own account. `over`: decided or expired. */
export type Decision = 'done' | 'own' | 'over'

/** Days in which a second manager has to decide. */
const DAYS = 7

/** Asks for a reset. @returns its id; null when one is open already, or it would be one's own */
export async function askFactorReset(
  db: Db,
  { accountId, why, ...act }: Act & { accountId: string; why: string },
): Promise<string | null> {
  if (act.actor === accountId) return null
  return inTransaction(db, async (trx) => {
    const expired = { decision: 'withdrawn' as const, decided_at: act.at }
    const open = trx
      .updateTable('factor_reset')
      .set(expired)
      .where('account_id', '=', accountId)
      .where('decision', 'is', null)
    await open.where('expires_at', '<=', act.at).execute()
    const id = randomUUID()
    const expires_at = new Date(Date.parse(act.at) + DAYS * 86_400_000).toISOString()
    const made = await trx
      .insertInto('factor_reset')
      .values({ id, account_id: accountId, why, asked_by: act.actor, asked_at: act.at, expires_at })
      .onConflict((oc) => oc.column('account_id').where('decision', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return null
    await record(trx, { ...act, accountId, action: 'factor_reset.asked', why })
    return id
  })
}

/** Resets that wait for a second manager, the oldest first. @param at ISO time: expired ones are left out */
export async function listFactorResets(db: Db, at: string): Promise<FactorReset[]> {
  const rows = await db
    .selectFrom('factor_reset')
    .selectAll()
    .where('decision', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map(readReset)
}

/**
 * Confirms a reset: all factors, the password and all sessions of the account are gone. What is left is the way of a
 * forgotten password, which whoever calls this opens and mails in the same transaction.
 */
export async function confirmFactorReset(
  trx: Transaction<Tables>,
  { id, ...act }: Act & { id: string },
): Promise<Decision> {
  const reset = await hold(trx, { id, at: act.at })
  if (!reset) return 'over'
  if (reset.askedBy === act.actor || reset.accountId === act.actor) return 'own'
  const { accountId } = reset
  await decide(trx, { id, ...act, decision: 'confirmed' })
  await removeFactors(trx, accountId)
  await trx.deleteFrom('session').where('account_id', '=', accountId).execute()
  await changePassword(trx, { ...act, accountId, passwordHash: null })
  await record(trx, { ...act, accountId, action: 'factor_reset.confirmed', why: reset.why })
  return 'done'
}

/** Withdraws a reset: nothing changes for the account. Whoever asked may do it too. */
export async function withdrawFactorReset(
  db: Db,
  { id, why, ...act }: Act & { id: string; why?: string | null },
): Promise<Decision> {
  return inTransaction(db, async (trx) => {
    const reset = await hold(trx, { id, at: act.at })
    if (!reset) return 'over'
    await decide(trx, { id, ...act, decision: 'withdrawn' })
    await record(trx, { ...act, accountId: reset.accountId, action: 'factor_reset.withdrawn', why })
    return 'done'
  })
}

type Decided = Act & { readonly id: string; readonly decision: 'confirmed' | 'withdrawn' }

async function decide(trx: Transaction<Tables>, { id, actor, at, decision }: Decided): Promise<void> {
  await trx
    .updateTable('factor_reset')
    .set({ decision, decided_by: actor, decided_at: at })
    .where('id', '=', id)
    .execute()
}

/** The open reset, held until the transaction ends. */
async function hold(
  trx: Transaction<Tables>,
  { id, at }: { id: string; at: string },
): Promise<FactorReset | undefined> {
  const query = trx.selectFrom('factor_reset').selectAll().where('id', '=', id).where('decision', 'is', null)
  const row = await locked(trx, query.where('expires_at', '>', at), 'factor_reset').executeTakeFirst()
  return row && readReset(row)
}

type Recorded = Act & { readonly accountId: string; readonly action: string; readonly why?: string | null }

function record(trx: Transaction<Tables>, { accountId, action, why, ...act }: Recorded): Promise<string[]> {
  const deed = { chains: [HOUSE], action, subject: `account:${accountId}`, why, details: { account: accountId } }
  return recordAudit(trx, { ...act, ...deed })
}

function readReset(row: Tables['factor_reset']): FactorReset {
  return {
    id: row.id,
    accountId: row.account_id,
    why: row.why,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
  }
}
