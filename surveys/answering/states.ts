// The states of a round and of a reply, and what is done with a round as a whole. What is done with a reply: acts.ts.

export type RoundState = 'planned' | 'pilot' | 'open' | 'closed' | 'cancelled'
/**
 * draft: everything can be changed, also while an earlier revision is official · returned: only what the team asked about ·
 * ready: complete, waits for the signature · submitted: the official revision stands · accepted: and the team accepted it
 */
export type ReplyState = 'invited' | 'draft' | 'returned' | 'ready' | 'submitted' | 'accepted' | 'declined'
export type DelegationRole = 'head' | 'focal_point' | 'alternate' | 'contributor' | 'reader'
export type TeamRole = 'manager' | 'officer' | 'translator'

/** Why something cannot be done; the sentence is in the locale files. */
export type Refusal =
  | 'role'
  | 'round_planned'
  | 'round_closed'
  | 'round_cancelled'
  | 'round_running'
  | 'declined'
  | 'not_declined'
  | 'submitted'
  | 'not_submitted'
  | 'accepted'
  | 'not_accepted'
  | 'ready'
  | 'not_ready'
  | 'not_returned'
  | 'after_deadline'
  | 'can_reopen'
  | 'asked_already'
  | 'not_asked'
  | 'unsettled'
  | 'changed'

export type Situation = {
  readonly round: RoundState
  readonly response: ReplyState
  /** true when an earlier revision is the official one, also while a new one is prepared */
  readonly hasOfficial: boolean
  /** the country's own deadline, else the round's; ISO 8601; null: none */
  readonly deadline: string | null
  /** ISO 8601, the server's time */
  readonly now: string
  /** true from the moment the team asked back until the next revision is submitted, or the delegation reopened it all */
  readonly isReturned?: boolean
  /** true where the focal point says "ready" before the head signs */
  readonly needsReady?: boolean
  /** what the two sides have said to each other; nothing unless given */
  readonly review?: Review
}

/** Counts of clarifications by their state, and whether the delegation waits for an answer to a request of its own. */
export type Review = {
  /** written down by the team, not sent yet */
  readonly noted: number
  /** sent, and neither accepted nor withdrawn */
  readonly unsettled: number
  readonly isAsking: boolean
  /** whether an answer is another one than in the official revision */
  readonly hasChanged: boolean
}

/** True when the deadline has passed. The round goes on until it is closed; what comes now is marked late. */
export function isLate({ deadline, now }: Pick<Situation, 'deadline' | 'now'>): boolean {
  return deadline !== null && Date.parse(now) > Date.parse(deadline)
}

/** Why a round that is not running takes nothing; undefined when it runs. */
export function roundRefusal(round: RoundState): Refusal | undefined {
  switch (round) {
    case 'planned':
      return 'round_planned'
    case 'closed':
      return 'round_closed'
    case 'cancelled':
      return 'round_cancelled'
    case 'pilot':
    case 'open':
      return undefined
  }
}

/**
 * What the team does with a round as a whole. `extend` also sets the first deadline; `invite` adds a country late; `move`
 * goes on with a later version of the questionnaire; `signing` chooses between one step and two; `remind` changes the
 * plan of reminders.
 */
export type RoundAct =
  | 'open'
  | 'pilot'
  | 'close'
  | 'reopen'
  | 'cancel'
  | 'extend'
  | 'invite'
  | 'move'
  | 'signing'
  | 'remind'

const ROUND: Readonly<Record<RoundState, readonly RoundAct[]>> = {
  planned: ['open', 'pilot', 'cancel', 'extend', 'invite', 'move', 'signing', 'remind'],
  pilot: ['open', 'close', 'cancel', 'extend', 'invite', 'move', 'signing', 'remind'],
  open: ['close', 'cancel', 'extend', 'invite', 'move', 'signing', 'remind'],
  closed: ['reopen', 'cancel'],
  cancelled: ['reopen'],
}

const OFFICER: readonly RoundAct[] = ['extend', 'invite', 'remind']

/** Why a member of the team may not do this with a round now; undefined when they may. */
export function roundActRefusal(act: RoundAct, round: RoundState, role: TeamRole): Refusal | undefined {
  if (!ROUND[round].includes(act)) return roundRefusal(round) ?? 'round_running'
  return role === 'manager' || (role === 'officer' && OFFICER.includes(act)) ? undefined : 'role'
}
