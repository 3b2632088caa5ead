// Whose answers were on the screens of the hall by name: written into the trail that the delegation reads.
import { type Act, meetingChain, recordAudit, responseChain } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Projection = Act & {
  readonly meetingId: string
  /** ids of the rounds and codes of the countries whose answers are shown by name */
  readonly rounds: readonly string[]
  readonly countries: readonly string[]
  /** the item of the agenda, as it says what it shows: never an answer */
  readonly shows: string
}

/** Notes what is shown in the chain of every reply that it names. @returns how many these are */
export async function noteProjection(
  db: Db,
  { meetingId, rounds, countries, shows, ...act }: Projection,
): Promise<number> {
  if (rounds.length === 0 || countries.length === 0) return 0
  return inTransaction(db, async (trx) => {
    const named = await trx
      .selectFrom('response')
      .select('id')
      .where('round_id', 'in', rounds)
      .where('country', 'in', countries)
      .where('official_submission_id', 'is not', null)
      .orderBy('id')
      .execute()
    if (named.length === 0) return 0
    await recordAudit(trx, {
      ...act,
      chains: named.map(({ id }) => responseChain(id)),
      action: 'stage.projected',
      subject: meetingChain(meetingId),
      details: { shows },
    })
    return named.length
  })
}
