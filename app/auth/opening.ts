// Opens and closes sessions; what comes back are the cookies to send along with the answer.
import type { Factor } from '#db/account-tables.ts'
import { type Act, HOUSE, recordAudit } from '#db/audit.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Caller } from './caller.ts'
import type { AuthParts } from './parts.ts'
import { type Asker, headersFor } from './request-headers.ts'

type Opening = { readonly accountId: string; readonly factor: Factor; readonly membershipId?: string | null }

/** A new session in place of the one the request came with. @returns the cookies; null when the account is disabled */
export async function openSession({ engine }: AuthParts, asker: Asker, opening: Opening): Promise<Headers | null> {
  try {
    const { headers } = await (await engine()).api.openSession({
      body: opening,
      headers: headersFor(asker),
      returnHeaders: true,
    })
    return cookiesOf(headers)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Takes the place of an invented person; the caller knows that this is the demonstration, and who is invented. */
export async function openDemonstration(parts: AuthParts, caller: Caller, accountId: string): Promise<Headers | null> {
  if (!parts.config.isLoopback) return null
  const headers = await openSession(parts, caller, { accountId, factor: 'demo' })
  const entry = { action: 'session.opened', account: accountId, details: { factor: 'demo' } }
  if (headers) await recordSigning(parts.db, { ...caller.act, actor: accountId, ...entry })
  return headers
}

/** Ends the session of the request. @returns cookies that forget it */
export async function signOut({ engine, db }: AuthParts, caller: Caller): Promise<Headers> {
  const { headers } = await (await engine()).api.signOut({ headers: headersFor(caller), returnHeaders: true })
  await recordSigning(db, { ...caller.act, action: 'session.signed_out', account: caller.act.actor })
  return cookiesOf(headers)
}

/** Only the cookies: nothing else that better-auth says about its answer concerns ours. */
export function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers()
  for (const cookie of headers.getSetCookie()) cookies.append('set-cookie', cookie)
  return cookies
}

/** better-auth refuses by throwing an answer with a status below 500; everything else is a real failure. */
export function isRefusal(error: unknown): error is Error & { statusCode: number } {
  return error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500
}

type Signing = Act & {
  readonly action: string
  readonly account: string | null
  readonly details?: Record<string, unknown>
}

/** An entry about signing in, in the chain of the house. @param signing `account` null: the address is nobody's */
export function recordSigning(db: Db, { action, account, details, ...act }: Signing): Promise<string[]> {
  const subject = account ? `account:${account}` : 'account:unknown'
  return inTransaction(db, (trx) => recordAudit(trx, { ...act, chains: [HOUSE], action, subject, details }))
}
