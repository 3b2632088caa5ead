// The team asks: a clarification is noted, changed or dropped; sent back with the others; asked once more.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Refusal, TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { say } from './clarification-messages.ts'
import { move } from './moving.ts'
import { keepProposal } from './proposals.ts'
import { codebookOf } from './questionnaires.ts'
import { holdResponse, type Standing, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { unlock } from './unlocks.ts'

type Step = Act & Whose & { readonly role: TeamRole }
export type Noting = Step & {
  readonly field: string
  readonly question: string
  /** code of the language it is written in */
  readonly language: string
  /** account id */
  readonly assignee: string | null
  /** ISO date */
  readonly dueOn: string | null
  /** the value that is proposed instead; its comment counts for nothing */
  readonly proposed?: Cell | null
}
export type SentBack =
  | { readonly state: 'sent'; readonly fields: readonly string[] }
  | { readonly state: 'refused'; readonly refusal: Refusal }

/**
 * Writes a question down, about the official revision; nobody outside the team sees it before it is sent. A second time
 * for the same field, it changes what was noted.
 * @returns why not: `asked_already` while an earlier question about the field is open; undefined: done
 * @throws when the questionnaire has no such field
 */
export async function noteClarification(db: Db, noting: Noting): Promise<Refusal | undefined> {
  const { responseId, field, question, language, assignee, dueOn, proposed = null, actor, at } = noting
  return inTransaction(db, async (trx) => {
    const { response, situation } = await holdResponse(trx, noting, { now: at })
    const refusal = actRefusal('ask', situation, noting.role)
    if (refusal || !response.official_submission_id) return refusal ?? 'not_submitted'
    const codebook = await codebookOf(trx, response.version_id)
    if (!codebook.byName.has(field)) throw new Error(`The questionnaire has no field ${field}`)
    const all = await trx.selectFrom('clarification').selectAll().where('response_id', '=', responseId).execute()
    const about = all.filter((one) => one.field === field)
    if (about.some(({ state }) => state === 'open' || state === 'answered')) return 'asked_already'
    const said = { question, language, assignee, due_on: dueOn, submission_id: response.official_submission_id }
    const noted = about.find(({ state }) => state === 'noted')
    const id = noted?.id ?? randomUUID()
    if (noted) await trx.updateTable('clarification').set(said).where('id', '=', id).execute()
    else {
      const number = Math.max(0, ...all.map((one) => one.number)) + 1
      const row = { id, response_id: responseId, field, number, state: 'noted', ...said } as const
      await trx
        .insertInto('clarification')
        .values({ ...row, asked_by: actor, created_at: at })
        .execute()
    }
    await keepProposal(trx, { clarificationId: id, cell: proposed, actor, at })
    return undefined
  })
}

/** Drops what was noted and not sent. @returns why not; undefined: it is gone */
export async function dropNoted(db: Db, { id, ...step }: Step & { id: string }): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const { response, situation } = await holdResponse(trx, step, { now: step.at })
    const refusal = actRefusal('ask', situation, step.role)
    if (refusal) return refusal
    const { numDeletedRows } = await trx
      .deleteFrom('clarification')
      .where('id', '=', id)
      .where('response_id', '=', response.id)
      .where('state', '=', 'noted')
      .executeTakeFirst()
    return numDeletedRows > 0n ? undefined : 'not_asked'
  })
}

/**
 * Sends what was noted: the reply goes back to the delegation, which can change what is asked about and nothing else.
 * The official revision stays official; its acceptance falls.
 */
export async function sendBack(db: Db, step: Step): Promise<SentBack> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at, withReview: true })
    const refusal = actRefusal('send_back', standing.situation, step.role)
    if (refusal) return { state: 'refused', refusal }
    const noted = trx.selectFrom('clarification').select(['id', 'field', 'number'])
    const mine = noted.where('response_id', '=', standing.response.id).where('state', '=', 'noted')
    const asked = await mine.orderBy('number').execute()
    await trx
      .updateTable('clarification')
      .set({ state: 'open', sent_at: step.at })
      .where('response_id', '=', standing.response.id)
      .where('state', '=', 'noted')
      .execute()
    await returnFor(trx, standing, step, asked)
    return { state: 'sent', fields: asked.map(({ field }) => field) }
  })
}

/**
 * Asks once more, after an answer or after it was settled: in the same thread, and at once.
 * @returns why not; undefined: done
 */
export async function askAgain(
  db: Db,
  { id, body, language, ...step }: Step & { id: string; body: string; language: string },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at, withReview: true })
    const { situation, response } = standing
    const review = situation.review && { ...situation.review, noted: situation.review.noted + 1 }
    const refusal = actRefusal('send_back', { ...situation, review }, step.role)
    if (refusal) return refusal
    const query = trx.selectFrom('clarification').selectAll().where('id', '=', id)
    const asked = await query.where('response_id', '=', response.id).where('state', '<>', 'noted').executeTakeFirst()
    if (!asked || !response.official_submission_id) return 'not_asked'
    await say(trx, { clarificationId: id, side: 'team', body, language, at: step.at, by: step.actor })
    const reopened = { state: 'open', answered_at: null, settled_at: null } as const
    await trx
      .updateTable('clarification')
      .set({ ...reopened, submission_id: response.official_submission_id })
      .where('id', '=', id)
      .execute()
    await returnFor(trx, standing, step, [asked])
    return undefined
  })
}

async function returnFor(
  trx: Transaction<Tables>,
  standing: Standing,
  { actor, at, requestId }: Act,
  asked: readonly { field: string; number: number }[],
): Promise<void> {
  const { response, situation } = standing
  const to = await move(trx, standing, 'send_back', { actor, at })
  const fields = asked.map(({ field }) => field)
  if (to === 'returned') await unlock(trx, response.id, fields, { actor, at })
  await recordAudit(trx, {
    actor,
    at,
    requestId,
    chains: [responseChain(response.id)],
    action: 'response.sent_back',
    subject: `response:${response.id}`,
    before: situation.response,
    after: to,
    details: { from: situation.response, to, fields, numbers: asked.map(({ number }) => number) },
  })
}
