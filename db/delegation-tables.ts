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
}
