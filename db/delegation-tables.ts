// The tables of the work inside a delegation. Nothing of them leaves it: no page, file, letter or export of the team reads them.
type Time = string

export type DelegationTables = {
  assignment: {
    id: string
    response_id: string
    kind: 'answer' | 'contribution'
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
  /** what an institution answers to a question: kept as it was entered, whatever becomes the national answer */
  contribution: {
    response_id: string
    field: string
    /** counts all contributions to the question */
    number: number
    institution: string
    value: string | null
    absence: string | null
    comment: string | null
    typed: string | null
    language: string | null
    at: Time
    by_account: string
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
