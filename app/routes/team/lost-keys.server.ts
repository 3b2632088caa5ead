// A lost passphrase and a lost second factor: what a manager starts, and what a second manager has to confirm.
import { findAccount, type Person } from '#db/accounts.ts'
import { listFactorResets, withdrawFactorReset } from '#db/factor-resets.ts'
import { audit, type TeamVisit } from '../../access.server.ts'
import { confirmReset } from '../../auth/factor-resets.ts'
import { sendPasswordReset } from '../../auth/lost-passwords.ts'
import type { FormReading } from './reading.ts'

/** Milliseconds: a manager sends it to somebody who waits for it. */
const VALID = 86_400_000

export async function sendPasswordLetter(visit: TeamVisit, { id }: Person): Promise<boolean> {
  const sending = { accountId: id, letter: 'password_reset', validFor: VALID } as const
  await sendPasswordReset(visit.house, visit.db, audit(visit), sending)
  return true
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
