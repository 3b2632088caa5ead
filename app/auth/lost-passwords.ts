// A forgotten password: a letter with link and code, then address, code and a new password. A second factor stays.
import { setTimeout as pause } from 'node:timers/promises'
import { findAccount } from '#db/accounts.ts'
import type { Act } from '#db/audit.ts'
import { createPasswordReset, findPasswordReset, spendPasswordReset, tryPasswordReset } from '#db/password-resets.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { House } from '../house.ts'
import { browserCookie } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import { digestMailCode, digestsOfMailCode, makeMailCode } from './codes.ts'
import { writeToOwner } from './letters.ts'
import { recordSigning } from './opening.ts'
import type { AuthParts } from './parts.ts'
import { judgePassword, type PasswordProblem } from './password-rules.ts'
import { hashed } from './passwords.ts'
import { beforeTrying, forgive, triesFor } from './tries.ts'

/** Milliseconds: an hour. */
const VALID = 3_600_000

/** Milliseconds: writing a letter takes a moment, and no answer comes before it would be over. */
const EARLIEST = 150

/** Asks for a new password. The answer, and the time it takes, are the same whether or not anybody has this address. */
export async function askNewPassword(
  parts: AuthParts,
  caller: Caller,
  email: string,
): Promise<{ state: 'asked' } | Limited> {
  const limited = await beforeTrying(parts, caller, triesFor(parts, caller, { purpose: 'lost', email }))
  if (limited) return limited
  await Promise.all([writeIfAnybody(parts, caller, email), pause(EARLIEST)])
  return { state: 'asked' }
}

async function writeIfAnybody(parts: AuthParts, { act, words }: Caller, email: string): Promise<void> {
  const owner = await findAccount(parts.db, { email })
  const stranger = { ...act, actor: 'nobody' }
  if (owner && !owner.disabledAt) {
    const sending = { accountId: owner.id, letter: 'password_reset', validFor: VALID } as const
    return sendPasswordReset({ ...parts, words }, parts.db, stranger, sending)
  }
  await recordSigning(parts.db, { ...stranger, action: 'password_reset.refused', account: owner?.id ?? null })
}

type Sending = {
  readonly accountId: string
  /** `factors_reset` where everything else is gone as well */
  readonly letter: 'password_reset' | 'factors_reset'
  /** milliseconds */
  readonly validFor: number
}
type Desk = Pick<House, 'config' | 'words'>

/** Makes a reset and queues its letter. Link and code go to the owner alone: whoever sees both could take the account. */
export function sendPasswordReset(
  desk: Desk,
  db: Db,
  act: Act,
  { accountId, letter, validFor }: Sending,
): Promise<void> {
  const code = makeMailCode()
  const codeHash = digestMailCode(desk.config.secret, 'password', code)
  const expiresAt = new Date(Date.parse(act.at) + validFor).toISOString()
  return inTransaction(db, async (trx) => {
    const id = await createPasswordReset(trx, { ...act, accountId, codeHash, expiresAt })
    const values = { link: `${desk.config.origin}/sign-in/lost/${id}`, code, expiresAt }
    await writeToOwner(desk, trx, { letter, accountId, at: act.at, values })
  })
}

export type NewPassword = {
  readonly id: string
  readonly email: string
  readonly code: string
  readonly password: string
}
export type Chosen =
  | { readonly state: 'done'; readonly headers: Headers }
  | { readonly state: 'wrong' | 'over' | 'busy' }
  | { readonly state: 'refused'; readonly problem: PasswordProblem }
  | Limited

/** Chooses a new password: all sessions end. Signing in, with the second step where there is one, comes after. */
export async function chooseNewPassword(parts: AuthParts, caller: Caller, typed: NewPassword): Promise<Chosen> {
  const { id, email, code, password } = typed
  const { act } = caller
  const reset = await findPasswordReset(parts.db, { id, at: act.at })
  const problem = judgePassword(password, { names: [email, reset?.name ?? ''] })
  if (problem) return { state: 'refused', problem }
  const tries = triesFor(parts, caller, { purpose: 'renewal', email })
  const limited = await beforeTrying(parts, caller, tries)
  if (limited) return limited
  const codeHashes = digestsOfMailCode(parts.config, 'password', code)
  const tried = await tryPasswordReset(parts.db, { id, email, codeHashes, at: act.at })
  if (tried !== 'right' || !reset) return { state: tried === 'wrong' ? 'wrong' : 'over' }
  const passwordHash = await hashed(password)
  if (!passwordHash) return { state: 'busy' }
  if (!(await spendAndTell(parts, caller, { id, accountId: reset.accountId, passwordHash }))) return { state: 'over' }
  await forgive(parts, tries)
  return { state: 'done', headers: new Headers({ 'set-cookie': browserCookie(parts.config, reset.email) }) }
}

type Spending = { readonly id: string; readonly accountId: string; readonly passwordHash: string }

function spendAndTell(
  parts: AuthParts,
  { act, words }: Caller,
  { id, accountId, passwordHash }: Spending,
): Promise<boolean> {
  return inTransaction(parts.db, async (trx) => {
    if (!(await spendPasswordReset(trx, { ...act, id, passwordHash }))) return false
    const values = { link: `${parts.config.origin}/sign-in/lost` }
    await writeToOwner({ ...parts, words }, trx, { letter: 'password_changed', accountId, at: act.at, values })
    return true
  })
}
