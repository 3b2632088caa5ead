// An entry of the audit trail as people read it: what was done, to whom, by whom, when and why.
import type { AuditEntry } from '#db/audit.ts'
import type { Text } from '#surveys/definition/model.ts'

export type Deed = {
  readonly seq: number
  readonly at: string
  /** null: the system */
  readonly actor: string | null
  /** a key of `team:action`, or the action itself where it has no words */
  readonly action: Action | { readonly unknown: string }
  /** the country whose response it concerns, where it is one's */
  readonly country: Text | null
  readonly why: string | null
}

/** What the trail may say; each has its words in `team:action`, with `_` for the dot. */
export const ACTIONS = [
  'account.changed',
  'account.corrected',
  'account.created',
  'account.disabled',
  'account.enabled',
  'account.erased',
  'agenda.changed',
  'assignment.done',
  'assignment.made',
  'assignment.reopened',
  'backup.made',
  'backup.restored',
  'carried.gone',
  'cells.saved',
  'conclusion.kept',
  'conclusion.objected',
  'clarification.accepted',
  'clarification.answered',
  'clarification.withdrawn',
  'draft.begun',
  'draft.discarded',
  'draft.edited',
  'draft.proposed',
  'draft.published',
  'draft.taken_back',
  'evidence.decided',
  'factor_reset.asked',
  'factor_reset.confirmed',
  'factor_reset.withdrawn',
  'file.kept',
  'file.removed',
  'invitation.created',
  'invitation.renewed',
  'invitation.revoked',
  'invitation.used',
  'meeting.created',
  'membership.added',
  'membership.ended',
  'need.decided',
  'passkey.added',
  'passkey.removed',
  'password.changed',
  'password.removed',
  'password_reset.asked',
  'password_reset.refused',
  'password_reset.used',
  'pulse.closed',
  'pulse.opened',
  'pulse.voted',
  'questionnaire.published',
  'questionnaire.texts_revised',
  'recovery_code.used',
  'recovery_codes.made',
  'request.granted',
  'request.made',
  'request.refused',
  'request.withdrawn',
  'response.acceptance_withdrawn',
  'response.accepted',
  'response.begun',
  'response.deadline_changed',
  'response.declined',
  'response.disclosure_changed',
  'response.invited',
  'response.moved',
  'response.not_ready',
  'response.read',
  'response.ready',
  'response.recalled',
  'response.reminded',
  'response.reopened',
  'response.sent_back',
  'response.submitted',
  'response.submitted_for',
  'retention.applied',
  'round.cancelled',
  'round.closed',
  'round.created',
  'round.deadline_changed',
  'round.opened',
  'round.piloted',
  'round.reminders_changed',
  'round.reopened',
  'round.version_changed',
  'round.signing_changed',
  'secret.rotated',
  'session.ended',
  'session.opened',
  'session.refused',
  'session.role_changed',
  'session.signed_out',
  'setting.changed',
  'signature.document_kept',
  'snapshot.proposed',
  'snapshot.released',
  'snapshot.taken',
  'stage.moved',
  'stage.set',
  'taf_request.answered',
  'taf_request.kept',
  'taf_request.moved',
  'totp.added',
  'totp.removed',
  'tour.moved',
  'tour.recorded',
] as const
export type Action = (typeof ACTIONS)[number]

/** Without digests: those are for the page of the trail. @param countries by chain */
export function deedOf(entry: AuditEntry, countries: ReadonlyMap<string, Text>): Deed {
  const { seq, at, actorName, actor, why } = entry
  return {
    seq,
    at,
    actor: actorName ?? (actor === 'system' ? null : actor),
    action: ACTIONS.find((known) => known === entry.action) ?? { unknown: entry.action },
    country: countries.get(entry.chain) ?? null,
    why,
  }
}
