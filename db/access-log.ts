// Who outside a delegation opened, exported or projected its answers: written into the trail that the delegation reads.
import { type Act, listAudit, recordAudit, responseChain } from './audit.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** opened: on the pages of the results · exported: in a file · projected: on the screens of the hall */
export type Access = 'opened' | 'exported' | 'projected'
const ACTIONS = {
  opened: 'answers.opened',
  exported: 'answers.exported',
  projected: 'answers.projected',
} as const satisfies Record<Access, string>

export type Accessing = Act & {
  readonly access: Access
  /** the replies whose answers were seen by name */
  readonly responses: readonly string[]
  /** the file, or the question: never an answer */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Notes an access in the chain of every reply that it concerns. */
export async function noteAccess(db: Db, { access, responses, details, ...act }: Accessing): Promise<void> {
  if (responses.length === 0) return
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      ...act,
      chains: responses.map(responseChain),
      action: ACTIONS[access],
      subject: `answers:${access}`,
      details: details ?? {},
    }),
  )
}

/** Leaves out the replies for which the same person's same access was noted since a time: one sitting is one entry. */
export async function notNotedSince(
  db: Db,
  { access, responses, actor }: Pick<Accessing, 'access' | 'responses' | 'actor'>,
  from: string,
): Promise<string[]> {
  const chains = responses.map(responseChain)
  const noted = await listAudit(db, { chains, actor, action: ACTIONS[access], from, limit: chains.length })
  const known = new Set(noted.map(({ chain }) => chain))
  return responses.filter((id) => !known.has(responseChain(id)))
}

/** The replies of these countries to the rounds that have something official. */
export async function repliesOf(
  db: Db,
  { rounds, countries }: { rounds: readonly string[]; countries: readonly string[] },
): Promise<string[]> {
  if (rounds.length === 0 || countries.length === 0) return []
  const rows = await db
    .selectFrom('response')
    .select('id')
    .where('round_id', 'in', rounds)
    .where('country', 'in', countries)
    .where('official_submission_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
