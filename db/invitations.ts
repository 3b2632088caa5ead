// Invitations: the link only names one; an address, a typed code and a new password use it up. Codes are kept as hashes.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { addMembership } from './accounts.ts'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Role = Tables['membership']['role']
export type Invitation = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly meetingId: string | null
  readonly country: string | null
  readonly language: string
  readonly tries: number
  readonly expiresAt: string
  readonly acceptedAt: string | null
  readonly revokedAt: string | null
  readonly invitedBy: string | null
  readonly createdAt: string
}
export type NewInvitation = Pick<
  Invitation,
  'email' | 'name' | 'role' | 'meetingId' | 'country' | 'language' | 'expiresAt'
> & {
  /** SHA-256 of the code, 64 hex digits */
  readonly codeHash: string
  /** account id; null from the command line */
  readonly invitedBy: string | null
}
/** `wrong`: one try less. `over`: used, revoked, expired or tried too often; only a manager can renew it. */
export type Attempt = 'right' | 'wrong' | 'over'

const MOST_TRIES = 5

/** Invites somebody to a place. @returns the invitation, whose id goes into the link */
export async function createInvitation(
  db: Db,
  { actor, at, requestId, ...invited }: NewInvitation & Act,
): Promise<Invitation> {
  return inTransaction(db, async (trx) => {
    const row = {
      id: randomUUID(),
      email: invited.email.toLowerCase(),
      name: invited.name,
      role: invited.role,
      meeting_id: invited.meetingId,
      country: invited.country,
      language: invited.language,
      code_hash: invited.codeHash,
      tries: 0,
      expires_at: invited.expiresAt,
      accepted_at: null,
      revoked_at: null,
      invited_by: invited.invitedBy,
      created_at: at,
    }
    await trx.insertInto('invitation').values(row).execute()
    await record(trx, { actor, at, requestId }, readInvitation(row), 'invitation.created')
    return readInvitation(row)
  })
}

/** The invitation that a link names, whatever has become of it. */
export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && readInvitation(row)
}

/** True as long as the right address and code would use it up. */
export function isUsable({ acceptedAt, revokedAt, tries, expiresAt }: Invitation, now: string): boolean {
  return !acceptedAt && !revokedAt && tries < MOST_TRIES && expiresAt > now
}

/** Invitations, the youngest first; `open`: only those not used and not revoked. */
export async function listInvitations(db: Db, { isOpen = false }: { isOpen?: boolean } = {}): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .$if(isOpen, (query) => query.where('accepted_at', 'is', null).where('revoked_at', 'is', null))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(readInvitation)
}

/**
 * The usable invitation of an address with this code, where the code was typed without its link. A failure counts nowhere
 * here: whoever knows only an address must not be able to use up somebody's tries.
 */
export async function findUsableInvitation(
  db: Db,
  { email, codeHashes, at }: { email: string; codeHashes: readonly string[]; at: string },
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .where('code_hash', 'in', codeHashes)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('tries', '<', MOST_TRIES)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row && readInvitation(row)
}

/**
 * Compares what was typed with the invitation, and counts a failure. Nothing is used up: that is `spendInvitation`, once the
 * account exists.
 */
export async function tryInvitation(
  db: Db,
  { id, email, codeHashes, at }: { id: string; email: string; codeHashes: readonly string[]; at: string },
): Promise<Attempt> {
  return inTransaction(db, async (trx) => {
    const row = await hold(trx, id)
    if (!row || !isUsable(readInvitation(row), at)) return 'over'
    if (codeHashes.includes(row.code_hash) && row.email === email.trim().toLowerCase()) return 'right'
    await trx
      .updateTable('invitation')
      .set({ tries: row.tries + 1 })
      .where('id', '=', id)
      .execute()
    return 'wrong'
  })
}

/** Uses an invitation up: the account gets its place. @returns false when somebody was faster, or it is over */
export async function spendInvitation(
  db: Db,
  { id, accountId, ...act }: Act & { id: string; accountId: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await hold(trx, id)
    const invitation = row && readInvitation(row)
    if (!invitation || !isUsable(invitation, act.at)) return false
    await trx.updateTable('invitation').set({ accepted_at: act.at }).where('id', '=', id).execute()
    const { role, meetingId, country } = invitation
    await addMembership(trx, { ...act, accountId, role, meetingId, country })
    await record(trx, act, invitation, 'invitation.used', { account: accountId })
    return true
  })
}

/** The link and its code no longer work. @returns false when it was used or revoked already */
export async function revokeInvitation(db: Db, { id, ...act }: Act & { id: string }): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await hold(trx, id)
    if (!row || row.accepted_at || row.revoked_at) return false
    await trx.updateTable('invitation').set({ revoked_at: act.at }).where('id', '=', id).execute()
    await record(trx, act, readInvitation(row), 'invitation.revoked')
    return true
  })
}

/** Gives an unused invitation a new code and a new time; a revoked one works again. @returns false when it was used */
export async function renewInvitation(
  db: Db,
  { id, codeHash, expiresAt, ...act }: Act & { id: string; codeHash: string; expiresAt: string },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await hold(trx, id)
    if (!row || row.accepted_at) return false
    const renewed = { code_hash: codeHash, expires_at: expiresAt, tries: 0, revoked_at: null }
    await trx.updateTable('invitation').set(renewed).where('id', '=', id).execute()
    await record(trx, act, readInvitation(row), 'invitation.renewed', { expiresAt })
    return true
  })
}

function hold(trx: Transaction<Tables>, id: string) {
  return locked(trx, trx.selectFrom('invitation').selectAll().where('id', '=', id), 'invitation').executeTakeFirst()
}

function record(
  trx: Transaction<Tables>,
  act: Act,
  { id, role, meetingId, country }: Invitation,
  action: string,
  details: Record<string, unknown> = {},
): Promise<string[]> {
  // No name: the trail is for ever, and people are not.
  const place = { role, meetingId, country }
  const said = { action, subject: `invitation:${id}`, after: place, details: { ...place, ...details } }
  return recordAudit(trx, { ...act, chains: [HOUSE], ...said })
}

function readInvitation(row: Tables['invitation']): Invitation {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    meetingId: row.meeting_id,
    country: row.country,
    language: row.language,
    tries: row.tries,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
  }
}
