// A focal point hands over: the successor becomes focal point, the leaver's access ends or shrinks, in one transaction.
import type { GivenRole } from '#surveys/answering/delegation.ts'
import { changeRole, endMembership } from './accounts.ts'
import { passAssignments } from './assignments.ts'
import type { Act } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Handover = Act & {
  /** membership of the focal point who hands over */
  readonly leaver: string
  /** membership of the colleague who takes over */
  readonly successor: string
  /** what the leaver is afterwards; null: their access ends */
  readonly leaverRole: GivenRole | null
  readonly why?: string | null
}

/**
 * Hands the work of a focal point over, open tasks included. What the leaver wrote keeps their name.
 * @returns false when one of the two has no such place any more; then nothing was changed
 */
export async function handOver(db: Db, { leaver, successor, leaverRole, why, ...act }: Handover): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const places = await trx
      .selectFrom('membership')
      .selectAll()
      .where('id', 'in', [leaver, successor])
      .where('ended_at', 'is', null)
      .execute()
    const [from, to] = [leaver, successor].map((id) => places.find((place) => place.id === id))
    const isSamePlace = from && to && from.country === to.country && from.meeting_id === to.meeting_id
    if (!isSamePlace || from.account_id === to.account_id || from.role !== 'focal_point') return false
    await changeRole(trx, { ...act, id: successor, role: 'focal_point', why })
    if (leaverRole === null) await endMembership(trx, { ...act, id: leaver, why })
    else await changeRole(trx, { ...act, id: leaver, role: leaverRole, why })
    const tasks = { from: from.account_id, to: to.account_id, country: from.country }
    if (tasks.country !== null) await passAssignments(trx, { ...tasks, country: tasks.country })
    return true
  })
}
