// What the team does in a review: send questions back, settle them, ask again, accept the revision, answer a request.
import type { Transaction } from 'kysely'
import { askAgain, dropNoted, sendBack } from '#db/asking.ts'
import { takeStep } from '#db/reply-steps.ts'
import { decideRequest } from '#db/requests.ts'
import { settleClarification } from '#db/settling.ts'
import { reopenResponse } from '#db/submitting.ts'
import type { Tables } from '#db/tables.ts'
import type { Refusal } from '#surveys/answering/states.ts'
import { audit, type TeamVisit } from '../../access.server.ts'
import { type Noticed, notify } from '../../notices.ts'
import { onceOnly } from './intents.server.ts'
import { type FormReading, readForm } from './reading.ts'
import type { Reviewed } from './review.server.ts'

export const REVIEW_ACTS = [
  'send_back',
  'drop',
  'settle',
  'withdraw',
  'ask_again',
  'accept',
  'take_back_acceptance',
  'grant',
  'refuse',
  'reopen_for',
] as const
export type ReviewAct = (typeof REVIEW_ACTS)[number]

/** Whose words are due; the others may say something, or nothing. */
const NEEDS_WORDS: readonly ReviewAct[] = ['ask_again', 'refuse', 'reopen_for']

/** The act of the table of acts about which letters are written. */
const TELLS: Partial<Record<ReviewAct, Noticed>> = {
  send_back: 'send_back',
  ask_again: 'send_back',
  accept: 'accept',
  take_back_acceptance: 'take_back_acceptance',
  grant: 'decide_request',
  refuse: 'decide_request',
  reopen_for: 'reopen_for',
}

/** Reads the form of an act and does it, with its letters. @returns the form with its problems; without any, it is done */
export async function actInReview(visit: TeamVisit, reviewed: Reviewed): Promise<FormReading> {
  const form = readForm(visit.form)
  const act = form.choice('act', REVIEW_ACTS)
  if (!act) return form
  const words = form.text('words', { max: 2000, isLong: true, isOptional: !NEEDS_WORDS.includes(act) })
  if (form.problems.length > 0) return form
  const refusal = await onceOnly(visit, async (trx) => {
    const refused = await doAct(trx, visit, reviewed, { act, words, form })
    if (!refused) await tell(trx, visit, reviewed, act)
    return refused ?? null
  })
  if (refusal)
    form.refuse('act', refusal === 'unsettled' ? 'unsettled' : refusal === 'changed' ? 'changed_meanwhile' : 'state')
  return form
}

type Doing = { act: ReviewAct; words: string; form: FormReading }

async function doAct(
  trx: Transaction<Tables>,
  visit: TeamVisit,
  { line }: Reviewed,
  { act, words, form }: Doing,
): Promise<Refusal | undefined> {
  const step = { ...audit(visit), responseId: line.responseId, country: line.country, role: visit.team.role }
  const id = form.raw('clarification')
  const said = words ? { body: words, language: visit.language } : null
  switch (act) {
    case 'send_back': {
      const sent = await sendBack(trx, step)
      return sent.state === 'refused' ? sent.refusal : undefined
    }
    case 'drop':
      return dropNoted(trx, { ...step, id })
    case 'settle':
      return settleClarification(trx, { ...step, id, to: 'accepted', words: said })
    case 'withdraw':
      return settleClarification(trx, { ...step, id, to: 'withdrawn', words: said })
    case 'ask_again':
      return askAgain(trx, { ...step, id, body: words, language: visit.language })
    case 'accept':
    case 'take_back_acceptance': {
      const today = visit.now.toISOString().slice(0, 10)
      const done = await takeStep(trx, {
        ...step,
        step: act,
        why: words,
        revision: Number(form.raw('revision')),
        today,
      })
      return done.state === 'refused' ? done.refusal : undefined
    }
    case 'grant':
    case 'refuse':
      return decideRequest(trx, { ...step, isGranted: act === 'grant', answer: words || null })
    case 'reopen_for':
      return reopenResponse(trx, { ...step, why: words })
  }
}

async function tell(trx: Transaction<Tables>, visit: TeamVisit, { round, line }: Reviewed, act: ReviewAct) {
  const told = TELLS[act]
  if (!told) return
  const { country, responseId } = line
  const at = visit.now.toISOString()
  await notify(visit.house, trx, { act: told, round, country, responseId, by: visit.account.id, at })
}
