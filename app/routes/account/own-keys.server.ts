// What an account can show, and where it is signed in.
import { findFactors } from '#db/second-factors.ts'
import { type ListedSession, listSessions } from '#db/sessions.ts'
import { endsOf } from '../../auth/session-limits.ts'
import type { KnownVisit } from './confirming.server.ts'

/** In numbers, for the lines of the account's page. */
export async function ownKeys(visit: KnownVisit) {
  const { hasTotp, passkeys, recoveryCodes } = await findFactors(visit.db, visit.account.id)
  return { hasTotp, passkeys: passkeys.length, recoveryCodes, sessions: (await openSessions(visit)).length }
}

/** The sessions that are still open, the one used last first. */
export async function openSessions({ db, account, signedIn, now }: KnownVisit): Promise<ListedSession[]> {
  const roles = signedIn.memberships.map(({ role }) => role)
  const sessions = await listSessions(db, account.id)
  return sessions.filter((session) => endsOf(session, roles).idle > now)
}
