import { expect, test } from 'vitest'
import { actRefusal, effectOf, REPLY_ACTS, type ReplyAct, toldOf } from '#surveys/answering/acts.ts'
import type { Refusal, ReplyState, Review, RoundState, Situation } from '#surveys/answering/states.ts'

/**
 * Every act by every role in every state, in a running round before the deadline, with the facts that let the act be
 * done: h head, f focal point, a alternate, c contributor, r reader, m manager, o officer, t translator; "-" nobody.
 */
const TABLE = `
                      invited  draft  returned  ready  submitted  accepted  declined
edit                  hfac     hfac   hfac      -      -          -         -
ready                 -        fa     fa        -      -          -         -
not_ready_yet         -        -      -         hfa    -          -         -
submit                h        h      h         h      -          -         -
reopen                -        -      -         -      hfa        -         -
answer                -        hfa    hfa       hfa    -          -         -
discuss               hfac     hfac   hfac      hfac   hfac       hfac      hfac
contribute            hfac     hfac   hfac      -      -          -         -
adopt                 hfa      hfa    hfa       -      -          -         -
ask_unlock            -        -      hfac      -      -          -         -
ask_reopen            -        -      -         -      -          hfa       -
take_back_request     hfa      hfa    hfa       hfa    hfa        hfa       hfa
disclose              h        h      h         h      h          h         h
decline               hmo      hmo    -         hmo    -          -         -
read                  mo       mo     mo        mo     mo         mo        mo
judge_evidence        mo       mo     mo        mo     mo         mo        mo
ask                   -        mo     mo        mo     mo         mo        -
send_back             -        mo     mo        mo     mo         mo        -
settle                -        mo     mo        mo     mo         mo        -
recall                -        -      mo        -      -          -         -
accept                -        -      -         -      mo         -         -
take_back_acceptance  -        -      -         -      -          mo        -
decide_request        -        mo     mo        mo     mo         mo        -
reopen_for            -        -      -         -      mo         mo        -
submit_for            m        m      m         m      -          -         -
invite_again          -        -      -         -      -          -         mo
extend                mo       mo     mo        mo     mo         mo        -
`
const ROLES = {
  h: 'head',
  f: 'focal_point',
  a: 'alternate',
  c: 'contributor',
  r: 'reader',
  m: 'manager',
  o: 'officer',
  t: 'translator',
} as const
const STATES = ['invited', 'draft', 'returned', 'ready', 'submitted', 'accepted', 'declined'] as const
const ROUNDS = ['planned', 'pilot', 'open', 'closed', 'cancelled'] as const
const NOW = '2026-11-24T10:00:00.000Z'
const QUIET: Review = { noted: 1, unsettled: 0, isAsking: false, hasChanged: false }

/** The facts that let an act be done; a reply that may be declined has nothing official. */
function inState(act: ReplyAct, response: ReplyState, more: Partial<Situation> = {}): Situation {
  const isAsking = act === 'take_back_request' || act === 'decide_request'
  return {
    round: 'open',
    response,
    hasOfficial: act !== 'decline',
    deadline: '2026-12-18T17:00:00.000Z',
    now: NOW,
    review: { ...QUIET, isAsking },
    ...more,
  }
}

const rows = TABLE.trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [act = '', ...cells] = line.trim().split(/\s+/)
    return { act: act as ReplyAct, cells }
  })

test('the table has a row for every act, and a cell for every state', () => {
  expect(rows.map(({ act }) => act).sort()).toEqual([...REPLY_ACTS].sort())
  for (const { act, cells } of rows) expect(cells.length, act).toBe(STATES.length)
})

test.each(rows)('$act: who may, in every state', ({ act, cells }) => {
  const may = STATES.map((state) => {
    const letters = Object.entries(ROLES).filter(([, role]) => !actRefusal(act, inState(act, state), role))
    return letters.map(([letter]) => letter).join('') || '-'
  })
  expect(may).toEqual(cells)
})

/** In which states of the round an act is possible at all; not said: while it is piloted or open. */
const DURING: Partial<Record<ReplyAct, readonly RoundState[]>> = {
  take_back_request: ROUNDS,
  discuss: ROUNDS,
  disclose: ROUNDS,
  read: ROUNDS,
  judge_evidence: ROUNDS,
  decline: ['planned', 'pilot', 'open'],
  invite_again: ['planned', 'pilot', 'open'],
  extend: ['planned', 'pilot', 'open'],
  settle: ['pilot', 'open', 'closed'],
  recall: ['pilot', 'open', 'closed'],
  accept: ['pilot', 'open', 'closed'],
  take_back_acceptance: ['pilot', 'open', 'closed'],
}

test.each(rows)('$act: in every state of the round', ({ act, cells }) => {
  const index = cells.findIndex((cell) => cell !== '-')
  const role = ROLES[cells[index]?.[0] as keyof typeof ROLES]
  const possible = ROUNDS.filter(
    (round) => actRefusal(act, inState(act, STATES[index] ?? 'draft', { round }), role) === undefined,
  )
  expect(possible).toEqual(DURING[act] ?? ['pilot', 'open'])
})

const LATE = { deadline: '2026-11-01T17:00:00.000Z' }
const UNOFFICIAL = { hasOfficial: false }
const facts = (review: Partial<Review>) => ({ review: { ...QUIET, ...review } })

test.each<[ReplyAct, ReplyState, Partial<Situation>, keyof typeof ROLES, Refusal | undefined]>([
  ['edit', 'draft', {}, 'r', 'role'],
  ['edit', 'draft', { round: 'closed' }, 'r', 'round_closed'],
  ['edit', 'draft', { round: 'planned' }, 'h', 'round_planned'],
  ['edit', 'draft', { round: 'cancelled' }, 'h', 'round_cancelled'],
  ['edit', 'draft', LATE, 'c', undefined],
  ['edit', 'submitted', {}, 'h', 'submitted'],
  ['edit', 'accepted', {}, 'h', 'accepted'],
  ['edit', 'ready', {}, 'h', 'ready'],
  ['edit', 'declined', {}, 'h', 'declined'],
  ['submit', 'draft', LATE, 'h', undefined],
  ['submit', 'draft', { needsReady: true }, 'h', 'not_ready'],
  ['submit', 'ready', { needsReady: true }, 'h', undefined],
  ['submit', 'draft', {}, 'f', 'role'],
  ['reopen', 'submitted', LATE, 'h', 'after_deadline'],
  ['reopen', 'submitted', { deadline: null }, 'h', undefined],
  ['reopen', 'accepted', {}, 'h', 'not_submitted'],
  ['ask_reopen', 'submitted', {}, 'h', 'can_reopen'],
  ['ask_reopen', 'submitted', LATE, 'h', undefined],
  ['ask_reopen', 'submitted', { ...LATE, ...facts({ isAsking: true }) }, 'h', 'asked_already'],
  ['ask_unlock', 'returned', facts({ isAsking: true }), 'c', 'asked_already'],
  ['take_back_request', 'returned', facts({ isAsking: false }), 'h', 'not_asked'],
  ['decide_request', 'returned', facts({ isAsking: false }), 'm', 'not_asked'],
  ['decline', 'draft', { hasOfficial: true }, 'h', 'submitted'],
  ['disclose', 'draft', UNOFFICIAL, 'h', 'not_submitted'],
  ['read', 'draft', UNOFFICIAL, 'm', 'not_submitted'],
  ['read', 'submitted', {}, 't', 'role'],
  ['judge_evidence', 'draft', UNOFFICIAL, 'o', 'not_submitted'],
  ['ask', 'draft', UNOFFICIAL, 'o', 'not_submitted'],
  ['send_back', 'submitted', facts({ noted: 0 }), 'o', 'not_asked'],
  ['settle', 'draft', UNOFFICIAL, 'o', 'not_submitted'],
  ['recall', 'returned', facts({ unsettled: 1 }), 'o', 'unsettled'],
  ['recall', 'returned', facts({ hasChanged: true }), 'o', 'changed'],
  ['accept', 'submitted', facts({ unsettled: 1 }), 'o', 'unsettled'],
  ['accept', 'submitted', {}, 'h', 'role'],
  ['invite_again', 'draft', {}, 'm', 'not_declined'],
  ['extend', 'declined', {}, 'o', 'declined'],
])('%s in %s with %j by %s: %s', (act, state, more, letter, refusal) => {
  expect(actRefusal(act, inState(act, state, more), ROLES[letter])).toBe(refusal)
})

test.each<[ReplyAct, ReplyState, boolean, ReplyState, readonly string[]]>([
  ['edit', 'invited', false, 'draft', []],
  ['edit', 'returned', true, 'returned', []],
  ['ready', 'draft', false, 'ready', []],
  ['not_ready_yet', 'ready', false, 'draft', ['readiness']],
  ['not_ready_yet', 'ready', true, 'returned', ['readiness']],
  ['submit', 'returned', true, 'submitted', ['readiness', 'unlocks']],
  ['reopen', 'submitted', false, 'draft', ['unlocks']],
  ['send_back', 'submitted', false, 'returned', ['acceptance', 'readiness']],
  ['send_back', 'accepted', false, 'returned', ['acceptance', 'readiness']],
  ['send_back', 'ready', true, 'returned', ['acceptance', 'readiness']],
  ['send_back', 'ready', false, 'draft', ['acceptance', 'readiness']],
  ['send_back', 'draft', false, 'draft', ['acceptance', 'readiness']],
  ['recall', 'returned', true, 'submitted', ['unlocks']],
  ['accept', 'submitted', false, 'accepted', []],
  ['take_back_acceptance', 'accepted', false, 'submitted', ['acceptance']],
  ['reopen_for', 'accepted', false, 'draft', ['acceptance', 'unlocks']],
  ['submit_for', 'ready', false, 'submitted', ['readiness', 'unlocks']],
  ['decline', 'draft', false, 'declined', ['readiness']],
  ['answer', 'returned', true, 'returned', []],
  ['extend', 'accepted', false, 'accepted', []],
])('%s from %s (returned: %s) leads to %s and clears %j', (act, response, isReturned, to, clears) => {
  expect(effectOf(act, { response, isReturned })).toEqual({ to, clears })
})

test('whatever leaves an acceptance behind clears it', () => {
  for (const act of REPLY_ACTS) {
    const { to, clears } = effectOf(act, { response: 'accepted' })
    const isPossible = Object.values(ROLES).some((role) => !actRefusal(act, inState(act, 'accepted'), role))
    if (isPossible && to !== 'accepted') expect(clears, act).toContain('acceptance')
  }
})

test('both sides are told what concerns them, and nobody is told about reading', () => {
  expect(toldOf('send_back')).toEqual(['head', 'focal_point'])
  expect(toldOf('submit')).toEqual(['team'])
  expect(toldOf('ready')).toEqual(['head'])
  expect(toldOf('read')).toEqual([])
})
