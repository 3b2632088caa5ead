// The tables of the work inside a delegation. Nothing of them leaves it: no page, file, letter or export of the team reads them.
type Time = string

export type DelegationTables = {
  assignment: {
    id: string
    response_id: string
    /** `section:means`, `group:needs`, `field:lead_institution` */
    target: string
    account_id: string | null
    institution: string | null
    note: string | null
    /** ISO date */
    due_on: string | null
    created_at: Time
    by_account: string
    done_at: Time | null
  }
  /** a word between colleagues about a question; one that was erased keeps its place, without its words */
  remark: {
    response_id: string
    field: string
    number: number
    body: string
    language: string
    at: Time
    by_account: string
    edited_at: Time | null
    erased_at: Time | null
  }
  /** what a revision of an answer was taken from: contributions, or an earlier revision of its own */
  cell_source: {
    response_id: string
    field: string
    revision: number
    kind: 'contribution' | 'revision'
    number: number
  }
  /** until when somebody has seen what colleagues changed */
  look: { response_id: string; account_id: string; at: Time }
}
