// What an account can show besides its password: an authenticator app and recovery codes, set up and taken away by its
// owner. Whoever has a factor already must have shown one: a stolen password alone adds nothing and removes nothing.
import { findFactors, findTotpSecret, replaceRecoveryCodes } from '#db/second-factors.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { SignedIn } from '../house.ts'
import type { LetterName } from '../mail.ts'
import type { Caller } from './caller.ts'
import { digestRecoveryCode, makeRecoveryCodes } from './codes.ts'
import { writeToOwner } from './letters.ts'
import { cookiesOf, isRefusal, recordSigning } from './opening.ts'
import type { AuthParts } from './parts.ts'
import { type Confirmation, confirmPassword } from './passwords.ts'
import { headersFor } from './request-headers.ts'
import { openTotpSecret, readTotp, takeStepOf, totpUri } from './totp.ts'

export type Owned = { readonly signedIn: SignedIn; readonly password: string }
/** `step_up`: a factor that is there already has to be shown first. `there`: an app is set up already. */
export type Refused = { readonly state: 'step_up' | 'there' } | Exclude<Confirmation, { state: 'right' }>
export type Proved = {
  readonly state: 'done'
  readonly headers: Headers
  readonly recoveryCodes: readonly string[] | null
}

/** Whether this session may change the factors of its account. */
export async function mayChangeFactors({ db }: AuthParts, { account, session }: SignedIn): Promise<boolean> {
  if (session.factor !== 'password') return true
  const { hasTotp, passkeys } = await findFactors(db, account.id)
  return !hasTotp && passkeys.length === 0
}

/** Begins to set up an authenticator app: a secret is made, and counts for nothing until a code has proved it. */
export async function beginTotp(parts: AuthParts, caller: Caller, owned: Owned): Promise<{ state: 'begun' } | Refused> {
  const refused = await refuseOwner(parts, caller, owned)
  if (refused) return refused
  try {
    const body = { password: owned.password, method: 'totp' } as const
    await (await parts.engine()).api.enableTwoFactor({ body, headers: headersFor(caller) })
    return { state: 'begun' }
  } catch (error) {
    if (isRefusal(error)) return { state: 'there' }
    throw error
  }
}

/** The secret that waits to be proved, as an address for apps and as text; null when none waits. */
export async function pendingTotp(
  parts: AuthParts,
  { account }: SignedIn,
): Promise<{ uri: string; secret: string } | null> {
  const { hasTotp } = await findFactors(parts.db, account.id)
  const sealed = hasTotp ? undefined : await findTotpSecret(parts.db, account.id)
  if (!sealed) return null
  return totpUri(await openTotpSecret(parts, sealed), account.email)
}

/** Proves the app with a code: from now on it is asked for at every sign-in. The session gets a new name. */
export async function proveTotp(
  parts: AuthParts,
  caller: Caller,
  { signedIn, typed }: { signedIn: SignedIn; typed: string },
): Promise<Proved | { state: 'wrong_code' }> {
  const { id } = signedIn.account
  const code = readTotp(typed)
  if (!code || (await takeStepOf(parts, id, code)) !== 'taken') return { state: 'wrong_code' }
  try {
    const { headers } = await (await parts.engine()).api.verifyTOTP({
      body: { code },
      headers: headersFor(caller),
      returnHeaders: true,
    })
    await note(parts, caller, { accountId: id, action: 'totp.added', letter: 'factor_added' })
    return { state: 'done', headers: cookiesOf(headers), recoveryCodes: await firstRecoveryCodes(parts, caller, id) }
  } catch (error) {
    if (isRefusal(error)) return { state: 'wrong_code' }
    throw error
  }
}

/** Takes the app away; where the role needs two factors, another one has to be set up before anything else. */
export async function removeTotp(
  parts: AuthParts,
  caller: Caller,
  owned: Owned,
): Promise<Refused | { state: 'done'; headers: Headers }> {
  const refused = await refuseOwner(parts, caller, owned)
  if (refused) return refused
  const { headers } = await (await parts.engine()).api.disableTwoFactor({
    body: { password: owned.password },
    headers: headersFor(caller),
    returnHeaders: true,
  })
  await note(parts, caller, { accountId: owned.signedIn.account.id, action: 'totp.removed', letter: 'factor_removed' })
  return { state: 'done', headers: cookiesOf(headers) }
}

/** Ten new recovery codes in place of all older ones; they are shown once. */
export async function renewRecoveryCodes(
  parts: AuthParts,
  caller: Caller,
  owned: Owned,
): Promise<Refused | { state: 'done'; recoveryCodes: readonly string[] }> {
  const refused = await refuseOwner(parts, caller, owned)
  if (refused) return refused
  return { state: 'done', recoveryCodes: await makeCodes(parts, caller, owned.signedIn.account.id) }
}

/** With the first factor come the first codes. @returns null when the account has some */
export async function firstRecoveryCodes(
  parts: AuthParts,
  caller: Caller,
  accountId: string,
): Promise<readonly string[] | null> {
  const { recoveryCodes } = await findFactors(parts.db, accountId)
  return recoveryCodes > 0 ? null : makeCodes(parts, caller, accountId)
}

async function makeCodes({ db }: AuthParts, { act }: Caller, accountId: string): Promise<string[]> {
  const codes = makeRecoveryCodes()
  await replaceRecoveryCodes(db, { ...act, accountId, codeHashes: codes.map(digestRecoveryCode) })
  return codes
}

/** Before anything delicate: a factor that is there was shown, and the password is known. */
export async function refuseOwner(
  parts: AuthParts,
  caller: Caller,
  { signedIn, password }: Owned,
): Promise<Refused | null> {
  if (!(await mayChangeFactors(parts, signedIn))) return { state: 'step_up' }
  const confirmed = await confirmPassword(parts, caller, { accountId: signedIn.account.id, password })
  return confirmed.state === 'right' ? null : confirmed
}

type Noted = { readonly accountId: string; readonly letter: LetterName }

/** What better-auth has done is in the trail, and its owner hears of it. */
export async function note(
  parts: AuthParts,
  caller: Caller,
  { action, ...noted }: Noted & { action: string },
): Promise<void> {
  await inTransaction(parts.db, async (trx) => {
    await tellOwner(parts, trx, caller, noted)
    await recordSigning(trx, { ...caller.act, action, account: noted.accountId })
  })
}

export function tellOwner(
  parts: AuthParts,
  db: Db,
  { act, words }: Caller,
  { accountId, letter }: Noted,
): Promise<void> {
  const values = { link: `${parts.config.origin}/account` }
  return writeToOwner({ ...parts, words }, db, { letter, accountId, at: act.at, values })
}
