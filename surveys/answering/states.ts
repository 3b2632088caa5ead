// Who may do what with a reply and its round, in which state, and why not. One table; routes and db ask here before
// they act.

export type RoundState = 'planned' | 'pilot' | 'open' | 'closed' | 'cancelled'
type ResponseState = 'invited' | 'draft' | 'submitted' | 'declined'
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
  | 'after_deadline'

export type Situation = {
  readonly round: RoundState
  readonly response: ResponseState
  /** true when an earlier revision is the official one, also while a new one is prepared */
  readonly hasOfficial: boolean
  /** the country's own deadline, else the round's; ISO 8601; null: none */
  readonly deadline: string | null
  /** ISO 8601, the server's time */
  readonly now: string
}

/**
 * edit: change answers · submit: sign and send · reopen: prepare revision n + 1 · decline: take no part in the round
 */
export type DelegationAct = 'edit' | 'submit' | 'reopen' | 'decline'

const DELEGATION: Readonly<Record<DelegationAct, readonly DelegationRole[]>> = {
  edit: ['head', 'focal_point', 'alternate', 'contributor'],
  submit: ['head'],
  reopen: ['head', 'focal_point', 'alternate', 'contributor'],
  decline: ['head'],
}

/** True when the deadline has passed. The round goes on until it is closed; what comes now is marked late. */
export function isLate({ deadline, now }: Pick<Situation, 'deadline' | 'now'>): boolean {
  return deadline !== null && Date.parse(now) > Date.parse(deadline)
}

/**
 * Why a member of a delegation may not do this now; undefined when they may.
 * The state comes before the role, so that a reader too is told that the round is closed.
 */
export function delegationRefusal(act: DelegationAct, situation: Situation, role: DelegationRole): Refusal | undefined {
  const reason = roundRefusal(situation.round) ?? responseRefusal(act, situation)
  return reason ?? (DELEGATION[act].includes(role) ? undefined : 'role')
}

function roundRefusal(round: RoundState): Refusal | undefined {
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

function responseRefusal(act: DelegationAct, situation: Situation): Refusal | undefined {
  const { response, hasOfficial } = situation
  if (response === 'declined') return 'declined'
  switch (act) {
    case 'edit':
    case 'submit':
      return response === 'submitted' ? 'submitted' : undefined
    case 'reopen':
      if (response !== 'submitted') return 'not_submitted'
      return isLate(situation) ? 'after_deadline' : undefined
    case 'decline':
      return response === 'submitted' || hasOfficial ? 'submitted' : undefined
  }
}

/**
 * What the team does with a round as a whole. `extend` also sets the first deadline; `invite` adds a country late; `move`
 * goes on with a later version of the questionnaire.
 */
export type RoundAct = 'open' | 'pilot' | 'close' | 'reopen' | 'cancel' | 'extend' | 'invite' | 'move'

const ROUND: Readonly<Record<RoundState, readonly RoundAct[]>> = {
  planned: ['open', 'pilot', 'cancel', 'extend', 'invite', 'move'],
  pilot: ['open', 'close', 'cancel', 'extend', 'invite', 'move'],
  open: ['close', 'cancel', 'extend', 'invite', 'move'],
  closed: ['reopen', 'cancel'],
  cancelled: ['reopen'],
}

const OFFICER: readonly RoundAct[] = ['extend', 'invite']

/** Why a member of the team may not do this with a round now; undefined when they may. */
export function roundActRefusal(act: RoundAct, round: RoundState, role: TeamRole): Refusal | undefined {
  if (!ROUND[round].includes(act)) return roundRefusal(round) ?? 'round_running'
  return role === 'manager' || (role === 'officer' && OFFICER.includes(act)) ? undefined : 'role'
}

/**
 * What the team does with one country's reply. read: a submitted revision, never a draft · accept_evidence: of a
 * submitted revision ·
 * decline: record that it takes no part · invite_again: undo that · extend: a deadline of its own
 */
type ReplyAct = 'read' | 'accept_evidence' | 'decline' | 'invite_again' | 'extend'

/** Why a member of the team may not do this with a reply now; undefined when they may. */
export function replyActRefusal(act: ReplyAct, situation: Situation, role: TeamRole): Refusal | undefined {
  if (role === 'translator') return 'role'
  const { response, hasOfficial } = situation
  switch (act) {
    case 'read':
    case 'accept_evidence':
      return hasOfficial ? undefined : 'not_submitted'
    case 'decline':
      if (response === 'declined') return 'declined'
      return response === 'submitted' || hasOfficial ? 'submitted' : roundOver(situation.round)
    case 'invite_again':
      return response === 'declined' ? roundOver(situation.round) : 'not_declined'
    case 'extend':
      return response === 'declined' ? 'declined' : roundOver(situation.round)
  }
}

function roundOver(round: RoundState): Refusal | undefined {
  return round === 'planned' ? undefined : roundRefusal(round)
}
