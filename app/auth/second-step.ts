// The second step of a sign-in: a code of the authenticator app, accepted once, or a recovery code, used up.
import { findProfile } from '#db/profiles.ts'
import { spendRecoveryCode } from '#db/second-factors.ts'
import type { SignedIn } from '../house.ts'
import { browserCookie } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import { digestRecoveryCode } from './codes.ts'
import { cookiesOf, isRefusal, openSession, recordSigning } from './opening.ts'
import { type AuthParts, cookiePrefix } from './parts.ts'
import { headersFor, withoutCookie } from './request-headers.ts'
import { readTotp, takeStepOf } from './totp.ts'
import { beforeTrying, forgive, triesFor } from './tries.ts'

/** `expired`: nobody's sign-in waits in this browser. `locked`: ten wrong codes in a row; a quarter of an hour's pause. */
export type SecondStep =
  | { readonly state: 'open'; readonly headers: Headers }
  | { readonly state: 'wrong_code' | 'used_code' | 'locked' | 'expired' }
  | Limited

/** Whether a sign-in waits for its second step in this browser. */
export async function isWaiting({ engine }: AuthParts, caller: Pick<Caller, 'headers' | 'ip'>): Promise<boolean> {
  return (await (await engine()).api.findWaiting({ headers: headersFor(caller) })).accountId !== null
}

/** Passes the second step. @param typed six digits of the app, or a recovery code */
export async function passSecondStep(parts: AuthParts, caller: Caller, typed: string): Promise<SecondStep> {
  // A session that this browser may still have must not be taken for the one that is to be opened.
  const headers = withoutCookie(caller.headers, `${cookiePrefix(parts.config)}.session_token`)
  const asker = { ...caller, headers }
  const { accountId } = await (await parts.engine()).api.findWaiting({ headers: headersFor(asker) })
  if (!accountId) return { state: 'expired' }
  const totp = readTotp(typed)
  const step = totp
    ? await passTotp(parts, asker, { accountId, totp })
    : await passRecovery(parts, asker, { accountId, typed })
  const factor = totp ? 'totp' : 'recovery'
  const isOpen = step.state === 'open'
  const entry = {
    action: isOpen ? 'session.opened' : 'session.refused',
    details: isOpen ? { factor } : { why: step.state },
  }
  await recordSigning(parts.db, { ...caller.act, actor: accountId, account: accountId, ...entry })
  if (isOpen) await welcome(parts, caller, { accountId, headers: step.headers })
  return step
}

/** The person is in: what failed before is forgotten, and this browser is known from now on. */
async function welcome(
  parts: AuthParts,
  caller: Caller,
  { accountId, headers }: { accountId: string; headers: Headers },
) {
  const owner = await findProfile(parts.db, accountId)
  if (!owner) return
  await forgive(parts, triesFor(parts, caller, { purpose: 'password', email: owner.email }))
  headers.append('set-cookie', browserCookie(parts.config, owner.email))
}

type Typed = { readonly accountId: string }

async function passTotp(
  parts: AuthParts,
  asker: Caller,
  { accountId, totp }: Typed & { totp: string },
): Promise<SecondStep> {
  if ((await takeStepOf(parts, accountId, totp)) === 'used') return { state: 'used_code' }
  try {
    const { headers } = await (await parts.engine()).api.verifyTOTP({
      body: { code: totp },
      headers: headersFor(asker),
      returnHeaders: true,
    })
    return { state: 'open', headers: cookiesOf(headers) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { state: refusalOf(error) }
  }
}

/** better-auth's words for why a code was not accepted, in ours. */
function refusalOf(error: Error & { statusCode: number }): 'wrong_code' | 'locked' | 'expired' {
  if (error.statusCode === 429) return 'locked'
  const code =
    'body' in error && error.body && typeof error.body === 'object' && 'code' in error.body ? error.body.code : ''
  return code === 'INVALID_CODE' ? 'wrong_code' : 'expired'
}

type Code = Typed & { readonly typed: string }

async function passRecovery(parts: AuthParts, asker: Caller, { accountId, typed }: Code): Promise<SecondStep> {
  const spent = await spend(parts, asker, { accountId, typed })
  if (spent) return spent
  const ended = await (await parts.engine()).api.endWaiting({ headers: headersFor(asker), returnHeaders: true })
  const opened = ended.response.accountId ? await openSession(parts, asker, { accountId, factor: 'recovery' }) : null
  if (!opened) return { state: 'expired' }
  for (const cookie of cookiesOf(ended.headers).getSetCookie()) opened.append('set-cookie', cookie)
  return { state: 'open', headers: opened }
}

/** @returns null when the code was one of the account's, and is used up now */
async function spend(
  parts: AuthParts,
  { act, ...asker }: Caller,
  { accountId, typed }: Code,
): Promise<{ state: 'wrong_code' } | Limited | null> {
  const tries = triesFor(parts, { act, ...asker }, { purpose: 'recovery', email: accountId })
  const limited = await beforeTrying(parts, { act, ...asker }, tries)
  if (limited) return limited
  const codeHash = digestRecoveryCode(typed)
  const isSpent = await spendRecoveryCode(parts.db, { ...act, actor: accountId, accountId, codeHash })
  if (!isSpent) return { state: 'wrong_code' }
  await forgive(parts, tries)
  return null
}

/** Who signed in with a password alone, and has lost passkey and app, shows a recovery code instead. */
export async function showRecoveryCode(
  parts: AuthParts,
  caller: Caller,
  { signedIn, typed }: { signedIn: SignedIn; typed: string },
): Promise<SecondStep> {
  const { account, membership } = signedIn
  const spent = await spend(parts, caller, { accountId: account.id, typed })
  if (spent) return spent
  const opening = { accountId: account.id, factor: 'recovery', membershipId: membership?.id } as const
  const headers = await openSession(parts, caller, opening)
  return headers ? { state: 'open', headers } : { state: 'expired' }
}
