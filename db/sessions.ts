// Sessions as the house reads them: who is signed in, since when, with what; and how a session ends.
import type { Factor } from './account-tables.ts'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type OpenSession = {
  readonly id: string
  readonly factor: Factor
  readonly membershipId: string | null
  readonly createdAt: string
  readonly lastSeenAt: string
  /** the absolute end at the latest; idle sessions and those of the team end before */
  readonly expiresAt: string
  readonly account: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly language: 'en' | 'fr' | 'ar' | null
    readonly digits: 'latn' | 'arab'
    readonly timeZone: string | null
    readonly hasTotp: boolean
  }
}
export type ListedSession = Pick<OpenSession, 'id' | 'factor' | 'createdAt' | 'lastSeenAt' | 'expiresAt'> & {
  readonly ipAddress: string | null
  readonly userAgent: string | null
}

/** The session of a cookie, whether or not it has ended. @returns undefined also for a disabled account */
export async function findSession(db: Db, tokenHash: string): Promise<OpenSession | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .where('session.token_hash', '=', tokenHash)
    .where('account.disabled_at', 'is', null)
    .select(['session.id', 'factor', 'membership_id', 'session.created_at', 'last_seen_at', 'expires_at'])
    .select(['account.id as account_id', 'name', 'email', 'language', 'digits', 'time_zone', 'has_totp'])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    factor: row.factor,
    membershipId: row.membership_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    account: {
      id: row.account_id,
      name: row.name,
      email: row.email,
      language: row.language,
      digits: row.digits,
      timeZone: row.time_zone,
      hasTotp: row.has_totp === 1,
    },
  }
}

/** Remembers that somebody was there. It is an access log, not a deed: it has no place in the trail. */
export async function touchSession(db: Db, { id, at }: { id: string; at: string }): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('last_seen_at', '<', at)
    .execute()
}

/** The sessions of an account, the one used last first; those that have ended since may be among them. */
export async function listSessions(db: Db, accountId: string): Promise<ListedSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    factor: row.factor,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
  }))
}

/** Ends one session of an account. @returns false when it is not there, or somebody else's */
export async function endSession(
  db: Db,
  { id, accountId, ...act }: Act & { id: string; accountId: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .where('id', '=', id)
      .where('account_id', '=', accountId)
      .returning('id')
      .executeTakeFirst()
    if (ended) await record(trx, act, accountId, { sessions: 1 })
    return ended !== undefined
  })
}

/** Ends the session of a cookie, because another one has just been opened in its place. */
export async function endSessionOf(db: Db, tokenHash: string | undefined): Promise<void> {
  if (tokenHash) await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** Ends all sessions of an account. @param except one that stays @returns how many ended */
export async function endSessions(
  db: Db,
  { accountId, except, ...act }: Act & { accountId: string; except?: string },
): Promise<number> {
  return inTransaction(db, async (trx) => {
    const ended = await trx
      .deleteFrom('session')
      .where('account_id', '=', accountId)
      .$if(except !== undefined, (query) => query.where('id', '<>', except as string))
      .returning('id')
      .execute()
    if (ended.length > 0) await record(trx, act, accountId, { sessions: ended.length })
    return ended.length
  })
}

function record(trx: Parameters<typeof recordAudit>[0], act: Act, accountId: string, details: Record<string, unknown>) {
  const deed = { action: 'session.ended', subject: `account:${accountId}`, details }
  return recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
}

/** Acts in another place from now on. The caller knows that the place is the account's. */
export async function actIn(
  db: Db,
  { id, accountId, membershipId, ...act }: Act & { id: string; accountId: string; membershipId: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.updateTable('session').set({ membership_id: membershipId }).where('id', '=', id).execute()
    const deed = {
      action: 'session.role_changed',
      subject: `account:${accountId}`,
      details: { membership: membershipId },
    }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
  })
}

/** Forgets sessions whose absolute end has passed. @returns how many */
export async function forgetSessions(db: Db, at: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').where('expires_at', '<', at).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets challenges that nobody has answered in time: second steps of a sign-in, passkeys. @returns how many */
export async function forgetChallenges(db: Db, at: string): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('verification').where('expires_at', '<', at).executeTakeFirst()
  return Number(numDeletedRows)
}
