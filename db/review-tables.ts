// The tables of the review: what the team asks, what the delegation says, what is unlocked for it.
type Json = string
type Time = string

export type ReviewTables = {
  clarification: {
    id: string
    response_id: string
    /** from 1 in each response */
    number: number
    field: string
    /** the revision that was asked about */
    submission_id: string
    /** noted: written down, not sent */
    state: 'noted' | 'open' | 'answered' | 'accepted' | 'withdrawn'
    question: string
    language: string
    /** account of the team who follows it up */
    assignee: string | null
    /** ISO date */
    due_on: string | null
    asked_by: string
    created_at: Time
    sent_at: Time | null
    answered_at: Time | null
    settled_at: Time | null
  }
  clarification_message: {
    clarification_id: string
    number: number
    side: 'team' | 'delegation'
    body: string
    language: string
    at: Time
    by_account: string
  }
  /** what a returned reply may change; gone with the next submission */
  unlocked: { response_id: string; field: string; at: Time; by_account: string }
  /** a letter that went to somebody because of a date, so that it goes once */
  reminder: {
    account_id: string
    /** what is due, when, and for which step: `deadline:<response>:<day>:<step>` */
    matter: string
    /** null where it concerns the work inside a delegation, or the team itself */
    response_id: string | null
    step: number | null
    mail_id: string
    at: Time
  }
  /** what a delegation asks of the team */
  request: {
    id: string
    response_id: string
    kind: 'reopen' | 'unlock'
    /** names of the fields to unlock */
    fields: Json
    why: string
    state: 'open' | 'granted' | 'refused' | 'withdrawn'
    answer: string | null
    at: Time
    by_account: string
    decided_at: Time | null
    decided_by: string | null
  }
  /** what a signature rests on; one that no revision was signed with is the delegation's own, and replaced by the next */
  signature_document: {
    id: string
    response_id: string
    name: string
    bytes: number
    sha256: string
    media_type: string
    content: Uint8Array
    uploaded_at: Time
    by_account: string
  }
  /** with each submission, since the basis of a signature is asked for */
  signature: {
    submission_id: string
    basis: 'in_person' | 'letter' | 'note_verbale'
    attestation: string
    /** in which the attestation was read */
    language: string
    document_id: string | null
    on_behalf: 0 | 1
  }
}
