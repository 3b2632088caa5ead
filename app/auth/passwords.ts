// Passwords of those who are signed in: asked again before anything delicate, and changed.
import { changePassword, findPassword } from '#db/credentials.ts'
import { endSessions } from '#db/sessions.ts'
import { inTransaction } from '#db/transaction.ts'
import type { SignedIn } from '../house.ts'
import type { Caller, Limited } from './caller.ts'
import { writeToOwner } from './letters.ts'
import { openSession } from './opening.ts'
import type { AuthParts } from './parts.ts'
import { hashPassword, isTooBusy, verifyPassword } from './password-hash.ts'
import { judgePassword, type PasswordProblem } from './password-rules.ts'
import { beforeTrying, forgive, triesFor } from './tries.ts'

export type Confirmation = { readonly state: 'right' } | { readonly state: 'wrong' | 'busy' } | Limited

/** Whether it is still the owner who sits there: the password of the account, asked again, as seldom as when signing in. */
export async function confirmPassword(
  parts: AuthParts,
  caller: Caller,
  { accountId, password }: Owned,
): Promise<Confirmation> {
  // Nothing typed is no try.
  if (password === '') return { state: 'wrong' }
  const tries = triesFor(parts, caller, { purpose: 'confirm', email: accountId })
  const limited = await beforeTrying(parts, caller, tries)
  if (limited) return limited
  const hash = await findPassword(parts.db, accountId)
  try {
    if (!hash || !(await verifyPassword({ hash, password }))) return { state: 'wrong' }
  } catch (error) {
    if (isTooBusy(error)) return { state: 'busy' }
    throw error
  }
  await forgive(parts, tries)
  return { state: 'right' }
}

type Owned = { readonly accountId: string; readonly password: string }

export type Change =
  | { readonly state: 'done'; readonly headers: Headers }
  | { readonly state: 'wrong' | 'busy' }
  | { readonly state: 'refused'; readonly problem: PasswordProblem }
  | Limited

/** Changes one's own password: all other sessions end, this one gets a new name, and a letter says so. */
export async function changeOwnPassword(
  parts: AuthParts,
  caller: Caller,
  { signedIn, current, next }: { signedIn: SignedIn; current: string; next: string },
): Promise<Change> {
  const { account, session, membership } = signedIn
  const problem = judgePassword(next, { names: [account.name, account.email] })
  if (problem) return { state: 'refused', problem }
  const confirmed = await confirmPassword(parts, caller, { accountId: account.id, password: current })
  if (confirmed.state !== 'right') return confirmed
  const passwordHash = await hashed(next)
  if (!passwordHash) return { state: 'busy' }
  const accountId = account.id
  await inTransaction(parts.db, async (trx) => {
    await writeToOwner({ ...parts, words: caller.words }, trx, {
      letter: 'password_changed',
      accountId,
      at: caller.act.at,
      values: { link: `${parts.config.origin}/account` },
    })
    await endSessions(trx, { ...caller.act, accountId, except: session.id })
    await changePassword(trx, { ...caller.act, accountId, passwordHash })
  })
  const opening = { accountId, factor: session.factor, membershipId: membership?.id }
  const headers = await openSession(parts, caller, opening)
  return headers ? { state: 'done', headers } : { state: 'wrong' }
}

/** @returns null when too many are being hashed */
export async function hashed(password: string): Promise<string | null> {
  try {
    return await hashPassword(password)
  } catch (error) {
    if (isTooBusy(error)) return null
    throw error
  }
}
