// The tables of requests to the facility as Kysely sees them; db/migrations/0016-requests.ts is what creates them.
type Json = string
type Time = string

export type TafTables = {
  /** its number never changes */
  taf_request: {
    id: string
    meeting_id: string
    number: number
    /** the round that asked for the needs */
    round_id: string
    created_at: Time
  }
  /** the sheet, every wording of it */
  taf_request_revision: {
    request_id: string
    revision: number
    /** RequestSheet */
    sheet: Json
    /** what its figures were read from */
    snapshot_id: string
    at: Time
    by_account: string
  }
  /** where the request stands; the one with the highest number holds */
  taf_request_step: {
    request_id: string
    number: number
    status: 'identified' | 'drafted' | 'submitted' | 'pmt_assessed' | 'ec_decided' | 'implementing' | 'completed'
    decision: 'approved' | 'rejected' | 'returned' | null
    /** {criterion: 0-3}, with the team's assessment */
    scores: Json | null
    note: string
    at: Time
    by_account: string
  }
  /** what a delegation says in a later round about what was delivered; the highest revision holds */
  taf_request_answer: {
    request_id: string
    response_id: string
    revision: number
    answer: 'met' | 'partly' | 'not_met' | 'not_delivered'
    words: string
    at: Time
    by_account: string
  }
}
