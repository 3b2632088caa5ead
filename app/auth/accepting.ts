// Accepting an invitation: address, typed code and a new password together use it up; opening or posting the page does not.
import { findAccount } from '#db/accounts.ts'
import { createAccount } from '#db/credentials.ts'
import {
  findInvitation,
  findUsableInvitation,
  type Invitation,
  spendInvitation,
  tryInvitation,
} from '#db/invitations.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { isLanguage } from '../languages.ts'
import { browserCookie } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import { digestsOfMailCode } from './codes.ts'
import { openSession } from './opening.ts'
import type { AuthParts } from './parts.ts'
import { judgePassword, type PasswordProblem } from './password-rules.ts'
import { confirmPassword, hashed } from './passwords.ts'
import { recordOpening } from './signing-in.ts'
import { beforeTrying, forgive, triesFor } from './tries.ts'

/** `id` null: the code was typed without its link. */
export type Accepting = {
  readonly id: string | null
  readonly email: string
  readonly code: string
  readonly password: string
}
export type Acceptance =
  | { readonly state: 'open'; readonly headers: Headers }
  /** the address has an account: its own password adds the new place, and signing in is the next thing */
  | { readonly state: 'joined' | 'own_password' }
  | { readonly state: 'wrong' | 'over' | 'busy' }
  | { readonly state: 'refused'; readonly problem: PasswordProblem }
  | Limited

/** Accepts an invitation, or says what is missing. Only when everything is right is anything changed. */
export async function acceptInvitation(parts: AuthParts, caller: Caller, typed: Accepting): Promise<Acceptance> {
  const named = typed.id ? await findInvitation(parts.db, typed.id) : undefined
  const problem = judgePassword(typed.password, { names: [typed.email, named?.name ?? ''] })
  // A form without a passphrase is no try: mail scanners send it.
  if (problem) return { state: 'refused', problem }
  const tries = triesFor(parts, caller, { purpose: 'invitation', email: typed.email })
  const limited = await beforeTrying(parts, caller, tries)
  if (limited) return limited
  const found = await findTyped(parts, caller, typed)
  if ('state' in found) return found
  await forgive(parts, tries)
  const owner = await findAccount(parts.db, { email: found.email })
  return owner
    ? join(parts, caller, { invitation: found, accountId: owner.id, password: typed.password })
    : begin(parts, caller, { invitation: found, password: typed.password })
}

async function findTyped(
  parts: AuthParts,
  { act }: Caller,
  typed: Accepting,
): Promise<Invitation | { state: 'wrong' | 'over' }> {
  const email = typed.email.trim().toLowerCase()
  const codeHashes = digestsOfMailCode(parts.config, 'invitation', typed.code)
  if (!typed.id) return (await findUsableInvitation(parts.db, { email, codeHashes, at: act.at })) ?? { state: 'wrong' }
  const state = await tryInvitation(parts.db, { id: typed.id, email, codeHashes, at: act.at })
  if (state !== 'right') return { state }
  return (await findInvitation(parts.db, typed.id)) ?? { state: 'over' }
}

type Beginning = { readonly invitation: Invitation; readonly password: string }

async function begin(parts: AuthParts, caller: Caller, { invitation, password }: Beginning): Promise<Acceptance> {
  const passwordHash = await hashed(password)
  if (!passwordHash) return { state: 'busy' }
  const accountId = await createOwner(parts.db, caller, { invitation, passwordHash })
  if (!accountId) return { state: 'over' }
  const headers = await openSession(parts, caller, { accountId, factor: 'password' })
  if (!headers) return { state: 'over' }
  await recordOpening(parts, caller, { accountId, factor: 'password' })
  headers.append('set-cookie', browserCookie(parts.config, invitation.email))
  return { state: 'open', headers }
}

type Creating = { readonly invitation: Invitation; readonly passwordHash: string }

/** Account and place, or neither. @returns null when the invitation or the address was taken at the same moment */
async function createOwner(db: Db, { act }: Caller, { invitation, passwordHash }: Creating): Promise<string | null> {
  const { id, email, name } = invitation
  const language = isLanguage(invitation.language) ? invitation.language : null
  const beaten = new Error('The invitation was used or revoked at the same moment')
  try {
    return await inTransaction(db, async (trx) => {
      const accountId = await createAccount(trx, { ...act, email, name, language, passwordHash })
      const isUsed = accountId && (await spendInvitation(trx, { ...act, actor: accountId, id, accountId }))
      if (!isUsed) throw beaten
      return accountId
    })
  } catch (error) {
    if (error === beaten) return null
    throw error
  }
}

type Joining = Beginning & { readonly accountId: string }

/** Somebody who has an account proves it with its password; signing in, with its second step, comes after. */
async function join(
  parts: AuthParts,
  caller: Caller,
  { invitation, accountId, password }: Joining,
): Promise<Acceptance> {
  const confirmed = await confirmPassword(parts, caller, { accountId, password })
  if (confirmed.state !== 'right') return confirmed.state === 'wrong' ? { state: 'own_password' } : confirmed
  const { act } = caller
  const isUsed = await spendInvitation(parts.db, { ...act, actor: accountId, id: invitation.id, accountId })
  return { state: isUsed ? 'joined' : 'over' }
}
