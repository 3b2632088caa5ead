// The part of the trail that concerns one delegation: what happened to its reply, and who got which role in it.
import { type AuditEntry, HOUSE, readEntry, responseChain } from './audit.ts'
import type { Db } from './tables.ts'

const ROLES = ['membership.added', 'membership.ended']

export type TrailOf = {
  readonly responseId: string
  readonly meetingId: string
  readonly country: string
  /** only entries older than this seq, for the next page */
  readonly before?: number | undefined
  readonly limit: number
}

/**
 * Entries of the reply's chain, and those of the house's that give or end a role in this delegation; the newest first.
 * Roles of other delegations and of the team are left out by what their entries say of the place.
 */
export async function listTrail(
  db: Db,
  { responseId, meetingId, country, before, limit }: TrailOf,
): Promise<AuditEntry[]> {
  // Details are canonical JSON: a place is written in one way only.
  const said = (name: string, value: string | null) => `%"${name}":${JSON.stringify(value)}%`
  const rows = await db
    .selectFrom('audit')
    .leftJoin('account', 'account.id', 'audit.actor')
    .selectAll('audit')
    .select('account.name as actorName')
    .where((eb) =>
      eb.or([
        eb('audit.chain', '=', responseChain(responseId)),
        eb.and([
          eb('audit.chain', '=', HOUSE),
          eb('audit.action', 'in', ROLES),
          eb('audit.details', 'like', said('country', country)),
          eb.or([
            eb('audit.details', 'like', said('meetingId', meetingId)),
            eb('audit.details', 'like', said('meetingId', null)),
          ]),
        ]),
      ]),
    )
    .$if(before !== undefined, (query) => query.where('audit.seq', '<', before as number))
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readEntry)
}

/** Names of the people whom entries are about, by account. */
export async function namesOf(db: Db, entries: readonly AuditEntry[]): Promise<Map<string, string>> {
  const ids = [
    ...new Set(entries.flatMap(({ details }) => (typeof details.account === 'string' ? [details.account] : []))),
  ]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
