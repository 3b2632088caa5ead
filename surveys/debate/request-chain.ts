// The way of a request to the facility: from a need that was identified to the Commission's decision and what came of it.

export const STATUSES = [
  'identified',
  'drafted',
  'submitted',
  'pmt_assessed',
  'ec_decided',
  'implementing',
  'completed',
] as const
export type Status = (typeof STATUSES)[number]

/** The decision is the Commission's; the house only records it. */
export const DECISIONS = ['approved', 'rejected', 'returned'] as const
export type Decision = (typeof DECISIONS)[number]

/** What a request has to fulfil; the team judges each from 0 to 3. */
export const CRITERIA = ['thematic_area', 'objectives', 'common_need', 'no_duplication', 'further'] as const
export type Criterion = (typeof CRITERIA)[number]
export const HIGHEST_SCORE = 3

export type Standing = { readonly status: Status; readonly decision: Decision | null }

/** What may come next: the following status, a new draft after a return, or one back, because every status can be undone. */
export function nextStatuses({ status, decision }: Standing): Status[] {
  const place = STATUSES.indexOf(status)
  const [back, following] = [STATUSES[place - 1], STATUSES[place + 1]]
  const backwards = back ? [back] : []
  if (status === 'ec_decided' && decision === 'returned') return ['drafted', ...backwards]
  if (status === 'ec_decided' && decision !== 'approved') return backwards
  return following ? [following, ...backwards] : backwards
}

/** Whether a step leads back: it needs its reason. */
export const isBackwards = (from: Status, to: Status): boolean => STATUSES.indexOf(to) < STATUSES.indexOf(from)
