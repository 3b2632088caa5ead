// The tables as Kysely sees them; db/migrations is what creates them. Booleans are 0/1, times are ISO 8601 UTC text, structured values are JSON text.
import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type { AccountTables } from './account-tables.ts'
import type { AuditTables } from './audit-tables.ts'
import type { DecisionTables } from './decision-tables.ts'
import type { DelegationTables } from './delegation-tables.ts'
import type { DraftTables } from './draft-tables.ts'
import type { ReviewTables } from './review-tables.ts'
import type { SessionTables } from './session-tables.ts'
import type { SnapshotTables } from './snapshot-tables.ts'

type Json = string
type Time = string
type Flag = 0 | 1

/** Those that are described beside this file. */
type OtherTables = AccountTables &
  AuditTables &
  DelegationTables &
  DraftTables &
  ReviewTables &
  SnapshotTables &
  SessionTables &
  DecisionTables

export type Tables = OtherTables & {
  meeting: {
    id: string
    slug: string
    title: Json
    /** the roster as it was when the meeting was made: Roster JSON */
    roster: Json
    time_zone: string
    starts_on: string | null
    ends_on: string | null
    created_at: Time
  }
  questionnaire_version: {
    id: string
    slug: string
    version: string
    /** canonical JSON of the sealed Questionnaire */
    document: Json
    structure_hash: string
    /** {language: {revision, hash}} */
    text_hashes: Json
    published_at: Time
  }
  round: {
    id: string
    slug: string
    meeting_id: string
    version_id: string
    title: Json
    state: 'planned' | 'pilot' | 'open' | 'closed' | 'cancelled'
    deadline: Time | null
    /** grows with everything that changes what results show */
    stamp: Generated<number>
    is_demonstration: Flag
    /** the focal point says "ready" before the head signs */
    needs_ready: Generated<Flag>
    created_at: Time
    /** the round whose answers this one starts from */
    from_round_id: string | null
    /** days around a due date on which people are reminded: JSON of numbers */
    reminders: Generated<Json>
  }
  /** one per invited country and round */
  response: {
    id: string
    round_id: string
    country: string
    /** place in protocol order */
    place: number
    version_id: string
    state: 'invited' | 'draft' | 'submitted' | 'declined'
    /** a deadline of its own, with the reason in the audit trail */
    deadline: Time | null
    official_submission_id: string | null
    /** the number of the revision being prepared: official + 1 */
    next_revision: number
    joined_late: Flag
    last_activity_at: Time | null
    last_activity_by: string | null
    /** kept with each save, so that a board needs no draft: ProgressSummary JSON */
    progress: Json
    /** secret; mixed into the digests of the audit trail, so that nobody can guess an answer from its digest */
    salt: string
    /** complete in the eyes of the focal point, waiting for the signature */
    ready_at: Time | null
    ready_by: string | null
    /** since when only what was asked about can be changed */
    returned_at: Time | null
    /** the revision that the team accepted: in force while it is the official one and nothing is being changed */
    accepted_submission_id: string | null
    accepted_at: Time | null
    accepted_by: string | null
    created_at: Time
  }
  cell: {
    response_id: string
    field: string
    /** JSON of Value */
    value: Json | null
    absence: string | null
    comment: string | null
    typed: string | null
    language: string | null
    revision: number
    at: Time
    /** account id */
    by_account: string
  }
  cell_history: {
    response_id: string
    field: string
    revision: number
    value: Json | null
    absence: string | null
    comment: string | null
    typed: string | null
    language: string | null
    at: Time
    by_account: string
  }
  /** an answer given elsewhere, to an earlier round or version, that counts here once the delegation confirms it */
  carried: {
    response_id: string
    field: string
    origin: 'round' | 'version'
    /** of the earlier round: the sealed revision it is taken from */
    submission_id: string | null
    /** the version to which it was the answer */
    version_id: string
    /** JSON of Cell, in the terms of then; and in those of now, null where it does not fit any more */
    given: Json
    offered: Json | null
    given_at: Time
    /** name of who gave or signed it */
    given_by: string
    state: 'open' | 'valid' | 'changed' | 'gone'
    decided_at: Time | null
    decided_by: string | null
  }
  /** better words for a published version, whole; the highest revision is what people read */
  text_revision: {
    version_id: string
    revision: number
    document: Json
    /** {language: {revision, hash}} */
    text_hashes: Json
    why: string
    at: Time
    by_account: string
  }
  /** a hint, nothing more: who was last seen in which section */
  presence: { response_id: string; account_id: string; section: string; at: Time }
  /** a key per intent, kept with its answer in the same transaction */
  intent: { account_id: string; key: string; request_hash: string; answer: Json; at: Time }
  file: {
    id: string
    response_id: string
    field: string
    name: string
    bytes: number
    sha256: string
    media_type: string
    content: Uint8Array
    uploaded_at: Time
    by_account: string
  }
  submission: {
    id: string
    response_id: string
    revision: number
    version_id: string
    /** canonical JSON of what was submitted */
    document: Json
    hash: string
    /** head of the response's audit chain when it was sealed: the entry that says so, with the document's hash */
    audit_head: string
    level: 'pmt_only' | 'aggregate_only' | 'named' | 'public'
    /** {section: level} */
    section_levels: Json
    signed_name: string
    signed_function: string
    is_late: Flag
    answers: number
    absences: number
    submitted_at: Time
    by_account: string
  }
  /** the cells of a submission that apply: what results read */
  submission_cell: {
    submission_id: string
    field: string
    value: Json | null
    absence: string | null
    comment: string | null
    language: string | null
  }
  /** the files that were part of a submission: these are never deleted */
  submission_file: { submission_id: string; file_id: string }
  /** evidence accepted by the team, per country and field of the evidenced status */
  evidence_decision: {
    response_id: string
    field: string
    submission_id: string
    decision: 'accepted' | 'not_accepted'
    note: string | null
    at: Time
    by_account: string
  }
  membership: {
    id: string
    account_id: string
    /** null: the whole installation (managers) */
    meeting_id: string | null
    country: string | null
    role:
      | 'head'
      | 'focal_point'
      | 'alternate'
      | 'contributor'
      | 'reader'
      | 'manager'
      | 'officer'
      | 'translator'
      | 'presenter'
      | 'rapporteur'
      | 'observer'
    ended_at: Time | null
    created_at: Time
  }
  invitation: {
    id: string
    email: string
    name: string
    role: string
    meeting_id: string | null
    country: string | null
    language: string
    /** SHA-256 of the typed code */
    code_hash: string
    tries: number
    expires_at: Time
    accepted_at: Time | null
    revoked_at: Time | null
    invited_by: string | null
    created_at: Time
  }
  outbox: {
    id: string
    to_address: string
    subject: string
    body_text: string
    body_html: string | null
    language: string
    state: 'waiting' | 'sent' | 'refused'
    attempts: number
    next_attempt_at: Time
    last_error: string | null
    created_at: Time
    sent_at: Time | null
  }
  setting: { name: string; value: string }
}

/** A row as it is read. */
export type Row<T extends keyof Tables> = Selectable<Tables[T]>
export type Db = Kysely<Tables> | Transaction<Tables>
