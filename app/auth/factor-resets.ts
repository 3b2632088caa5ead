// A lost second factor: two managers reset an account together, and its owner hears of both steps.
import type { Act } from '#db/audit.ts'
import { askFactorReset, confirmFactorReset, type Decision, listFactorResets } from '#db/factor-resets.ts'
import { inTransaction } from '#db/transaction.ts'
import type { House } from '../house.ts'
import { writeToOwner } from './letters.ts'
import { sendPasswordReset } from './lost-passwords.ts'

/** Milliseconds in which the owner can choose a new password: they may be travelling. */
const VALID = 3 * 86_400_000

type Desk = Pick<House, 'db' | 'config' | 'words'>

/** A manager asks for the reset of somebody else's account. @returns its id; null when one is open, or it is one's own */
export function askReset(
  desk: Desk,
  act: Act,
  { accountId, why }: { accountId: string; why: string },
): Promise<string | null> {
  return inTransaction(desk.db, async (trx) => {
    const id = await askFactorReset(trx, { ...act, accountId, why })
    if (id) await writeToOwner(desk, trx, { letter: 'reset_asked', accountId, at: act.at, values: {} })
    return id
  })
}

/** A second manager confirms: factors, password and sessions are gone, and the owner gets link and code for a new start. */
export function confirmReset(desk: Desk, act: Act, id: string): Promise<Decision> {
  return inTransaction(desk.db, async (trx) => {
    const reset = (await listFactorResets(trx, act.at)).find((one) => one.id === id)
    const decision = await confirmFactorReset(trx, { ...act, id })
    if (!reset || decision !== 'done') return decision
    const { accountId } = reset
    await sendPasswordReset(desk, trx, act, { accountId, letter: 'factors_reset', validFor: VALID })
    return decision
  })
}
