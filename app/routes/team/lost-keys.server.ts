// A lost passphrase and a lost second factor: what a manager starts, and what a second manager has to confirm.
import { findAccount, type Person } from '#db/accounts.ts'
import { listFactorResets, withdrawFactorReset } from '#db/factor-resets.ts'
import { createPasswordReset } from '#db/password-resets.ts'
import { inTransaction } from '#db/transaction.ts'
import { audit, type TeamVisit } from '../../access.server.ts'
import { digestMailCode, makeMailCode } from '../../auth/codes.ts'
import { confirmReset } from '../../auth/factor-resets.ts'
import { writeToOwner } from '../../auth/letters.ts'
import type { FormReading } from './reading.ts'

/** Milliseconds: a manager sends it to somebody who waits for it. */
const VALID = 86_400_000

/** Link and code go to the owner alone: a manager who saw them could take the account. */
export async function sendPasswordLetter({ db, house, now, ...visit }: TeamVisit, person: Person): Promise<boolean> {
  const code = makeMailCode()
  const expiresAt = new Date(now.getTime() + VALID).toISOString()
  const codeHash = digestMailCode(house.config.secret, 'password', code)
  return inTransaction(db, async (trx) => {
    const act = audit({ ...visit, db, house, now })
    const id = await createPasswordReset(trx, { ...act, accountId: person.id, codeHash, expiresAt })
    const values = { link: `${house.config.origin}/sign-in/lost/${id}`, code, expiresAt }
    await writeToOwner(house, trx, { letter: 'password_reset', accountId: person.id, at: act.at, values })
    return true
  })
}

/** The reset that waits for a second manager, in words. */
export async function openResetOf({ db, now, account }: TeamVisit, accountId: string) {
  const reset = (await listFactorResets(db, now.toISOString())).find((one) => one.accountId === accountId)
  if (!reset) return null
  const asker = await findAccount(db, { id: reset.askedBy })
  const { id, why, askedAt } = reset
  return { id, why, askedAt, by: asker?.name ?? reset.askedBy, isOwn: reset.askedBy === account.id }
}
export type OpenReset = NonNullable<Awaited<ReturnType<typeof openResetOf>>>

type Deciding = { act: 'confirm_factor' | 'withdraw_factor'; form: FormReading; why: string }

export async function decideOnReset(visit: TeamVisit, person: Person, { act, form, why }: Deciding): Promise<boolean> {
  const reset = await openResetOf(visit, person.id)
  if (!reset) return false
  const step = { ...audit(visit), id: reset.id }
  const decision =
    act === 'confirm_factor'
      ? await confirmReset(visit.house, audit(visit), reset.id)
      : await withdrawFactorReset(visit.db, { ...step, why })
  if (decision === 'own') form.refuse('act', 'same_person')
  return decision === 'done'
}
