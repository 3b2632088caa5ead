// Who may do what with a reply, in which state, what it clears and whom it tells. One table; routes and db ask here.
import {
  type DelegationRole,
  isLate,
  type Refusal,
  type ReplyState,
  type RoundState,
  roundRefusal,
  type Situation,
  type TeamRole,
} from './states.ts'

type Role = DelegationRole | TeamRole

/** edit, ready, submit …: the delegation's own. Those that end in `_for`, and what follows `read`: the team's. */
export type ReplyAct =
  | 'edit'
  | 'ready'
  | 'not_ready_yet'
  | 'submit'
  | 'reopen'
  | 'answer'
  | 'discuss'
  | 'contribute'
  | 'adopt'
  | 'ask_unlock'
  | 'ask_reopen'
  | 'take_back_request'
  | 'disclose'
  | 'decline'
  | 'read'
  | 'judge_evidence'
  | 'ask'
  | 'send_back'
  | 'settle'
  | 'recall'
  | 'accept'
  | 'take_back_acceptance'
  | 'decide_request'
  | 'reopen_for'
  | 'submit_for'
  | 'invite_again'
  | 'extend'

/** acceptance: of the revision by the team · readiness: the word of the focal point · unlocks: what was opened one by one */
export type Cleared = 'acceptance' | 'readiness' | 'unlocks'
/** team: whoever asked or is to follow, else the round's officers and managers */
export type Told = 'head' | 'focal_point' | 'team'

type Rule = {
  readonly by: readonly Role[]
  readonly from: readonly ReplyState[]
  /** said when the reply is in a state that has no word of its own for why not */
  readonly otherwise: Refusal
  /** in which states of the round; by default while it runs */
  readonly during?: readonly RoundState[]
  readonly unless?: (situation: Situation) => Refusal | undefined
  /** the state afterwards; `back`: where it was before it was ready; nothing: it stays */
  readonly leads?: ReplyState | 'back'
  readonly clears?: readonly Cleared[]
  readonly tells?: readonly Told[]
}

const EDITORS = ['head', 'focal_point', 'alternate', 'contributor'] as const
/** Those who speak for the delegation to the team. */
const SPEAKERS = ['head', 'focal_point', 'alternate'] as const
const TEAM = ['manager', 'officer'] as const

const UNSENT = ['invited', 'draft', 'returned', 'ready'] as const
const SENT = ['submitted', 'accepted'] as const
/** Something official stands or has stood: there is something to ask about. */
const READABLE = ['draft', 'returned', 'ready', 'submitted', 'accepted'] as const
const ANY = ['invited', 'draft', 'returned', 'ready', 'submitted', 'accepted', 'declined'] as const

const RUNNING: readonly RoundState[] = ['pilot', 'open']
const NOT_OVER: readonly RoundState[] = ['planned', ...RUNNING]
const BEGUN: readonly RoundState[] = [...RUNNING, 'closed']
const ALWAYS: readonly RoundState[] = [...NOT_OVER, 'closed', 'cancelled']

const unlessOfficial = ({ hasOfficial }: Situation) => (hasOfficial ? undefined : 'not_submitted')
const unlessFirst = ({ hasOfficial }: Situation) => (hasOfficial ? 'submitted' : undefined)
const unlessLate = (situation: Situation) => (isLate(situation) ? 'after_deadline' : undefined)
const unlessReadyFirst = ({ needsReady, response }: Situation) =>
  needsReady && response !== 'ready' ? 'not_ready' : undefined
const unlessAsking = ({ review }: Situation) => (review?.isAsking ? 'asked_already' : undefined)
const onlyAsking = ({ review }: Situation) => (review?.isAsking ? undefined : 'not_asked')
const unlessFree = (situation: Situation) =>
  situation.response === 'submitted' && !isLate(situation) ? 'can_reopen' : unlessAsking(situation)
const unlessNothingNoted = (situation: Situation) =>
  unlessOfficial(situation) ?? ((situation.review?.noted ?? 0) > 0 ? undefined : 'not_asked')
const unlessUnsettled = ({ review }: Situation) => ((review?.unsettled ?? 0) > 0 ? 'unsettled' : undefined)

const RULES: Readonly<Record<ReplyAct, Rule>> = {
  edit: { by: EDITORS, from: ['invited', 'draft', 'returned'], otherwise: 'submitted' },
  ready: {
    by: ['focal_point', 'alternate'],
    from: ['draft', 'returned'],
    otherwise: 'not_submitted',
    leads: 'ready',
    tells: ['head'],
  },
  not_ready_yet: {
    by: SPEAKERS,
    from: ['ready'],
    otherwise: 'not_ready',
    leads: 'back',
    clears: ['readiness'],
    tells: ['focal_point'],
  },
  submit: {
    by: ['head'],
    from: UNSENT,
    otherwise: 'submitted',
    unless: unlessReadyFirst,
    leads: 'submitted',
    clears: ['readiness', 'unlocks'],
    tells: ['team'],
  },
  reopen: {
    by: SPEAKERS,
    from: ['submitted'],
    otherwise: 'not_submitted',
    unless: unlessLate,
    leads: 'draft',
    clears: ['unlocks'],
  },
  answer: { by: SPEAKERS, from: ['draft', 'returned', 'ready'], otherwise: 'not_asked', tells: ['team'] },
  // Among colleagues, at any time: it changes nothing of the reply.
  discuss: { by: EDITORS, from: ANY, otherwise: 'not_submitted', during: ALWAYS },
  // What an institution says is kept beside the answers; what of it becomes the country's answer is no contributor's word.
  contribute: { by: EDITORS, from: ['invited', 'draft', 'returned'], otherwise: 'submitted' },
  adopt: { by: SPEAKERS, from: ['invited', 'draft', 'returned'], otherwise: 'submitted' },
  ask_unlock: {
    by: EDITORS,
    from: ['returned'],
    otherwise: 'not_returned',
    unless: unlessAsking,
    tells: ['team'],
  },
  ask_reopen: { by: SPEAKERS, from: SENT, otherwise: 'not_submitted', unless: unlessFree, tells: ['team'] },
  take_back_request: { by: SPEAKERS, from: ANY, otherwise: 'not_asked', during: ALWAYS, unless: onlyAsking },
  disclose: { by: ['head'], from: ANY, otherwise: 'not_submitted', during: ALWAYS, unless: unlessOfficial },
  decline: {
    by: ['head', ...TEAM],
    from: ['invited', 'draft', 'ready'],
    otherwise: 'submitted',
    during: NOT_OVER,
    unless: unlessFirst,
    leads: 'declined',
    clears: ['readiness'],
  },
  read: { by: TEAM, from: ANY, otherwise: 'not_submitted', during: ALWAYS, unless: unlessOfficial },
  judge_evidence: { by: TEAM, from: ANY, otherwise: 'not_submitted', during: ALWAYS, unless: unlessOfficial },
  ask: { by: TEAM, from: READABLE, otherwise: 'not_submitted', unless: unlessOfficial },
  send_back: {
    by: TEAM,
    from: READABLE,
    otherwise: 'not_submitted',
    unless: unlessNothingNoted,
    leads: 'returned',
    clears: ['acceptance', 'readiness'],
    tells: ['head', 'focal_point'],
  },
  settle: { by: TEAM, from: READABLE, otherwise: 'not_submitted', during: BEGUN, unless: unlessOfficial },
  // Everything asked is settled and nothing was changed: the official revision stands again, without another signature.
  recall: {
    by: TEAM,
    from: ['returned'],
    otherwise: 'not_returned',
    during: BEGUN,
    unless: (situation) => unlessUnsettled(situation) ?? (situation.review?.hasChanged ? 'changed' : undefined),
    leads: 'submitted',
    clears: ['unlocks'],
  },
  accept: {
    by: TEAM,
    from: ['submitted'],
    otherwise: 'not_submitted',
    during: BEGUN,
    unless: unlessUnsettled,
    leads: 'accepted',
    tells: ['head', 'focal_point'],
  },
  take_back_acceptance: {
    by: TEAM,
    from: ['accepted'],
    otherwise: 'not_accepted',
    during: BEGUN,
    leads: 'submitted',
    clears: ['acceptance'],
    tells: ['head', 'focal_point'],
  },
  decide_request: {
    by: TEAM,
    from: READABLE,
    otherwise: 'not_asked',
    unless: onlyAsking,
    tells: ['head', 'focal_point'],
  },
  reopen_for: {
    by: TEAM,
    from: SENT,
    otherwise: 'not_submitted',
    leads: 'draft',
    clears: ['acceptance', 'unlocks'],
    tells: ['head', 'focal_point'],
  },
  submit_for: {
    by: ['manager'],
    from: UNSENT,
    otherwise: 'submitted',
    leads: 'submitted',
    clears: ['readiness', 'unlocks'],
    tells: ['head', 'focal_point'],
  },
  invite_again: { by: TEAM, from: ['declined'], otherwise: 'not_declined', during: NOT_OVER },
  extend: { by: TEAM, from: ANY.filter((state) => state !== 'declined'), otherwise: 'declined', during: NOT_OVER },
}

export const REPLY_ACTS = Object.keys(RULES) as readonly ReplyAct[]

/**
 * Why somebody may not do this with a reply now; undefined when they may.
 * The state comes before the role, so that a reader too is told that the round is closed.
 */
export function actRefusal(act: ReplyAct, situation: Situation, role: Role): Refusal | undefined {
  const rule = RULES[act]
  return (
    duringRefusal(rule, situation.round) ??
    fromRefusal(rule, situation.response) ??
    rule.unless?.(situation) ??
    (rule.by.includes(role) ? undefined : 'role')
  )
}

function duringRefusal({ during = RUNNING }: Rule, round: RoundState): Refusal | undefined {
  return during.includes(round) ? undefined : (roundRefusal(round) ?? 'round_running')
}

function fromRefusal({ from, otherwise }: Rule, state: ReplyState): Refusal | undefined {
  if (from.includes(state)) return undefined
  if (otherwise === 'submitted' && (state === 'accepted' || state === 'ready')) return state
  return state === 'declined' && otherwise !== 'not_declined' ? 'declined' : otherwise
}

/** A contributor changes the answers that were assigned to them, and reads the others. */
export const editsOnlyAssigned = (role: Role): boolean => role === 'contributor'

/** Where an act leads, and what it clears on the way. Asks nothing: that is `actRefusal`. */
export function effectOf(
  act: ReplyAct,
  situation: Pick<Situation, 'response' | 'isReturned'>,
): { readonly to: ReplyState; readonly clears: readonly Cleared[] } {
  const { leads, clears = [] } = RULES[act]
  const { response, isReturned = false } = situation
  const open: ReplyState = isReturned ? 'returned' : 'draft'
  if (act === 'edit') return { to: response === 'invited' ? 'draft' : response, clears }
  if (leads === 'back') return { to: open, clears }
  // What the delegation has opened altogether is not locked again by a question.
  const isOpenAlready = act === 'send_back' && !isReturned && (response === 'draft' || response === 'ready')
  return { to: isOpenAlready ? 'draft' : (leads ?? response), clears }
}

/** Who gets a letter about it. */
export const toldOf = (act: ReplyAct): readonly Told[] => RULES[act].tells ?? []
