// What becomes of a clarification: the delegation answers; the team accepts the answer, or withdraws the question.
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { DelegationRole, Refusal, TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { say } from './clarification-messages.ts'
import { move } from './moving.ts'
import { holdResponse, reviewOf, type Standing, type Whose } from './situations.ts'
import type { Db, Row, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { lockUntouched } from './unlocks.ts'

type Words = { readonly body: string; readonly language: string }

/** The delegation answers in words; the answer itself may change beside it. @returns why not; undefined: done */
export async function answerClarification(
  db: Db,
  { id, body, language, role, ...step }: Act & Whose & Words & { role: DelegationRole; id: string },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at })
    const refusal = actRefusal('answer', standing.situation, role)
    if (refusal) return refusal
    const asked = await unsettled(trx, standing, id)
    if (!asked) return 'not_asked'
    await say(trx, { clarificationId: id, side: 'delegation', body, language, at: step.at, by: step.actor })
    await trx
      .updateTable('clarification')
      .set({ state: 'answered', answered_at: step.at })
      .where('id', '=', id)
      .execute()
    await record(trx, standing, step, asked, 'answered')
    return undefined
  })
}

/**
 * Accepts the answer, or withdraws the question, with a closing word where one is due. When nothing else is open and
 * nothing was changed, the return itself is taken back, and the official revision stands as before.
 * @returns why not; undefined: done
 */
export async function settleClarification(
  db: Db,
  settling: Act & Whose & { role: TeamRole; id: string; to: 'accepted' | 'withdrawn'; words: Words | null },
): Promise<Refusal | undefined> {
  const { id, to, words, role, ...step } = settling
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at })
    const refusal = actRefusal('settle', standing.situation, role)
    if (refusal) return refusal
    const asked = await unsettled(trx, standing, id)
    if (!asked || (to === 'accepted' && asked.state !== 'answered')) return 'not_asked'
    if (words) await say(trx, { clarificationId: id, side: 'team', ...words, at: step.at, by: step.actor })
    await trx.updateTable('clarification').set({ state: to, settled_at: step.at }).where('id', '=', id).execute()
    await record(trx, standing, step, asked, to)
    if (standing.situation.isReturned) await lockUntouched(trx, standing, asked.field)
    await recall(trx, standing, step, role)
    return undefined
  })
}

/** Takes the return back, where the rules let it be: then nothing has to be signed again. */
async function recall(trx: Transaction<Tables>, standing: Standing, step: Act, role: TeamRole): Promise<void> {
  const { response, situation } = standing
  const review = await reviewOf(trx, response)
  if (actRefusal('recall', { ...situation, review }, role)) return
  await move(trx, standing, 'recall', { actor: step.actor, at: step.at })
  await recordAudit(trx, {
    actor: step.actor,
    at: step.at,
    requestId: step.requestId,
    chains: [responseChain(response.id)],
    action: 'response.recalled',
    subject: `response:${response.id}`,
    before: situation.response,
    after: 'submitted',
    details: { from: situation.response, to: 'submitted' },
  })
}

/** After a new revision was submitted: what was still open is answered by it. */
export async function answerBySubmission(trx: Transaction<Tables>, responseId: string, at: string): Promise<void> {
  await trx
    .updateTable('clarification')
    .set({ state: 'answered', answered_at: at })
    .where('response_id', '=', responseId)
    .where('state', '=', 'open')
    .execute()
}

function unsettled(trx: Transaction<Tables>, { response }: Standing, id: string) {
  return trx
    .selectFrom('clarification')
    .selectAll()
    .where('id', '=', id)
    .where('response_id', '=', response.id)
    .where('state', 'in', ['open', 'answered'])
    .executeTakeFirst()
}

function record(
  trx: Transaction<Tables>,
  { response }: Standing,
  { actor, at, requestId }: Act,
  { id, field, number, state }: Row<'clarification'>,
  to: 'answered' | 'accepted' | 'withdrawn',
): Promise<string[]> {
  return recordAudit(trx, {
    actor,
    at,
    requestId,
    chains: [responseChain(response.id)],
    action: `clarification.${to}`,
    subject: `clarification:${id}`,
    before: state,
    after: to,
    details: { field, number, from: state, to },
  })
}
