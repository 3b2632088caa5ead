// The tables of snapshots as Kysely sees them; db/migrations/0005-snapshots.ts is what creates them.
type Json = string
type Time = string
type Level = 'pmt_only' | 'aggregate_only' | 'named' | 'public'

export type SnapshotTables = {
  snapshot: {
    id: string
    meeting_id: string
    /** from 1, within the meeting */
    number: number
    kind: 'draft_for_debate' | 'for_conclusions' | 'as_concluded' | 'other'
    title: Json
    /** over the hashes of its rounds */
    hash: string
    taken_at: Time
    taken_by: string
    /** how it is released where one or two delegations stay in the totals only */
    mode: 'by_name' | 'totals' | null
    /** why it is released although somebody becomes inferable */
    why: string | null
    proposed_at: Time | null
    proposed_by: string | null
    released_at: Time | null
    /** never the one who proposed it */
    released_by: string | null
  }
  snapshot_round: {
    snapshot_id: string
    round_id: string
    version_id: string
    /** codes of those who take part, in protocol order */
    countries: Json
    /** ISO date: the day that findings compare with */
    today: string
    /** `country/field` of the accepted evidence, sorted */
    evidence: Json
    /** over version, countries, evidence and every row of its replies; not over how they may be shown */
    hash: string
  }
  snapshot_reply: {
    snapshot_id: string
    round_id: string
    country: string
    response_id: string
    submission_id: string
    revision: number
    submitted_at: Time
    /** when it was taken; outputs show the lower of then and now */
    level: Level
    section_levels: Json
  }
  snapshot_cell: {
    snapshot_id: string
    round_id: string
    country: string
    field: string
    value: Json | null
    absence: string | null
    comment: string | null
    language: string | null
  }
}
