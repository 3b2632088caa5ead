// Signing in with address and password; where an authenticator app is set up, a second step follows.
import { findAccount } from '#db/accounts.ts'
import { findPassword, rehashPassword } from '#db/credentials.ts'
import { endSessionOf } from '#db/sessions.ts'
import { browserCookie } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import { tokenHashOf } from './current-account.ts'
import { cookiesOf, isRefusal, recordSigning } from './opening.ts'
import type { AuthParts } from './parts.ts'
import { hashPassword, isOutdated, isTooBusy } from './password-hash.ts'
import { headersFor, withCookies } from './request-headers.ts'
import { passSecondStep } from './second-step.ts'
import { beforeTrying, forgive, triesFor } from './tries.ts'

/** `second_step`: the password was right, and a code is still to come; `problem` says why the one typed along is not it. */
export type SignIn =
  | { readonly state: 'open'; readonly headers: Headers }
  | { readonly state: 'second_step'; readonly headers: Headers; readonly problem?: 'wrong_code' | 'used_code' }
  | { readonly state: 'refused' | 'busy' | 'locked' | 'expired' }
  | Limited

/** `code` of the authenticator app where it was typed along; empty otherwise */
type Typed = { readonly email: string; readonly password: string; readonly code: string }

/** Signs in. The answer, and the time it takes, are the same for an address that nobody has. */
export async function signIn(parts: AuthParts, caller: Caller, { email, password, code }: Typed): Promise<SignIn> {
  const address = email.trim().toLowerCase()
  const tries = triesFor(parts, caller, { purpose: 'password', email: address })
  const limited = await beforeTrying(parts, caller, tries)
  if (limited) return note(parts, caller, address, limited)
  const asked = await askEngine(parts, caller, { email: address, password })
  if ('state' in asked) return note(parts, caller, address, asked)
  await refreshHash(parts, caller, { address, password })
  if (asked.isWaiting) return secondStep(parts, caller, { headers: asked.headers, code })
  await forgive(parts, tries)
  await endSessionOf(parts.db, tokenHashOf(parts.config, caller.headers))
  asked.headers.append('set-cookie', browserCookie(parts.config, address))
  await recordOpening(parts, caller, { accountId: asked.accountId, factor: 'password' })
  return { state: 'open', headers: asked.headers }
}

type Asked = { readonly headers: Headers; readonly isWaiting: boolean; readonly accountId: string }
type Secret = { readonly email: string; readonly password: string }

async function askEngine(
  { engine }: AuthParts,
  caller: Caller,
  body: Secret,
): Promise<Asked | { state: 'refused' | 'busy' }> {
  try {
    const { headers, response } = await (await engine()).api.signInEmail({
      body,
      headers: headersFor(caller),
      returnHeaders: true,
    })
    const isWaiting = 'twoFactorRedirect' in response
    return { headers: cookiesOf(headers), isWaiting, accountId: response.user?.id ?? '' }
  } catch (error) {
    if (isTooBusy(error)) return { state: 'busy' }
    if (isRefusal(error)) return { state: 'refused' }
    throw error
  }
}

/** Every refusal leaves an entry, for a known address and for an unknown one. */
async function note<R extends { state: string }>(
  { db }: AuthParts,
  { act }: Caller,
  address: string,
  refusal: R,
): Promise<R> {
  const known = await findAccount(db, { email: address })
  const account = known?.id ?? null
  const details = { why: refusal.state }
  await recordSigning(db, { ...act, actor: account ?? 'nobody', action: 'session.refused', account, details })
  return refusal
}

type Waiting = { readonly headers: Headers; readonly code: string }

/** The code may have been typed along with the password; without one, or with a wrong one, the next page asks. */
async function secondStep(parts: AuthParts, caller: Caller, { headers, code }: Waiting): Promise<SignIn> {
  if (code.trim() === '') return { state: 'second_step', headers }
  const waiting = { ...caller, headers: withCookies(caller.headers, headers) }
  const step = await passSecondStep(parts, waiting, code)
  switch (step.state) {
    case 'wrong_code':
    case 'used_code':
      return { state: 'second_step', headers, problem: step.state }
    case 'open':
    case 'limited':
      return step
    case 'locked':
    case 'expired':
      return { state: step.state }
  }
}

export function recordOpening(
  { db }: AuthParts,
  { act }: Caller,
  { accountId, factor }: { accountId: string; factor: string },
): Promise<string[]> {
  return recordSigning(db, {
    ...act,
    actor: accountId,
    action: 'session.opened',
    account: accountId,
    details: { factor },
  })
}

/** The cost of hashing was raised since this password was hashed, and now we know it for a moment. */
async function refreshHash(
  { db }: AuthParts,
  { act }: Caller,
  { address, password }: { address: string; password: string },
) {
  const account = await findAccount(db, { email: address })
  const kept = account && (await findPassword(db, account.id))
  if (!account || !kept || !isOutdated(kept)) return
  await rehashPassword(db, { accountId: account.id, passwordHash: await hashPassword(password), at: act.at })
}
