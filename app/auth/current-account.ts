// Who sent a request: the session of its cookie, as long as it lasts, and the places of its account.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { listMemberships } from '#db/accounts.ts'
import { sha256 } from '#db/digest.ts'
import { findSession, type OpenSession, touchSession } from '#db/sessions.ts'
import { orLeaveIt } from '#db/trouble.ts'
import type { SignedIn } from '../house.ts'
import { cookiePrefix, type Parts } from './parts.ts'
import { cookieOf } from './request-headers.ts'
import { endsOf, LAST_SEEN, needsTwoFactors } from './session-limits.ts'

const sessionCookie = (config: Parts['config']) => `${cookiePrefix(config)}.session_token`

/**
 * @param isByPerson false for what an open page asks by itself: it must not keep the session of somebody who left
 * @returns null for a stranger, an ended session, and a disabled account
 */
export async function currentAccount(
  { db, config, clock }: Parts,
  headers: Headers,
  isByPerson = true,
): Promise<SignedIn | null> {
  const tokenHash = tokenHashOf(config, headers)
  const session = tokenHash && (await findSession(db, tokenHash))
  if (!session) return null
  const memberships = await listMemberships(db, session.account.id)
  const ends = endsOf(
    session,
    memberships.map(({ role }) => role),
  )
  const now = clock()
  if (ends.idle <= now) return null
  if (isByPerson) await noteVisit(db, session, now)
  const lastSeenAt = isByPerson ? now.toISOString() : session.lastSeenAt
  const membership = memberships.find(({ id }) => id === session.membershipId) ?? memberships[0] ?? null
  const { hasTotp, ...account } = session.account
  return {
    account,
    session: {
      id: session.id,
      factor: session.factor,
      endsAt: endsOf(
        { ...session, lastSeenAt },
        memberships.map(({ role }) => role),
      ).idle,
      lastsUntil: ends.absolute,
    },
    memberships,
    membership,
    needsSecondFactor: membership !== null && needsTwoFactors(membership.role) && session.factor === 'password',
  }
}

/** SHA-256 of the token in the cookie; undefined without one, or when the signature is not ours. */
export function tokenHashOf(config: Parts['config'], headers: Headers): string | undefined {
  const cookie = cookieOf(headers, sessionCookie(config)) ?? ''
  const at = cookie.lastIndexOf('.')
  if (at < 1 || cookie.length > 300) return undefined
  const token = cookie.slice(0, at)
  const signature = Buffer.from(cookie.slice(at + 1), 'base64')
  const expected = createHmac('sha256', config.secret).update(token).digest()
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined
  return sha256(token)
}

/** At most once a minute: a page asks several loaders, and each of them comes here. */
async function noteVisit(db: Parts['db'], { id, lastSeenAt }: OpenSession, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(lastSeenAt) < LAST_SEEN) return
  await orLeaveIt(touchSession(db, { id, at: now.toISOString() }))
}
