// What a delegation asks of the team: to open its reply again, or more questions of it; and the team's answer.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { DelegationRole, Refusal, TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { move } from './moving.ts'
import { codebookOf } from './questionnaires.ts'
import { holdResponse, type Standing, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { unlock } from './unlocks.ts'

export type TeamRequest = {
  readonly id: string
  readonly responseId: string
  readonly kind: 'reopen' | 'unlock'
  readonly fields: readonly string[]
  readonly why: string
  readonly state: 'open' | 'granted' | 'refused' | 'withdrawn'
  /** the team's words */
  readonly answer: string | null
  readonly at: string
  /** name of the account */
  readonly by: string
}

/** A response's requests, or all of a round's that wait for an answer; the youngest first. */
export async function listRequests(db: Db, of: { responseId: string } | { openIn: string }): Promise<TeamRequest[]> {
  const query = db
    .selectFrom('request')
    .innerJoin('response', 'response.id', 'request.response_id')
    .innerJoin('account', 'account.id', 'request.by_account')
    .selectAll('request')
    .select('account.name as by')
    .orderBy('request.at', 'desc')
    .orderBy('request.id')
  const rows = await ('responseId' in of
    ? query.where('request.response_id', '=', of.responseId)
    : query.where('response.round_id', '=', of.openIn).where('request.state', '=', 'open')
  ).execute()
  return rows.map(({ id, response_id, kind, fields, why, state, answer, at, by }) => ({
    id,
    responseId: response_id,
    kind,
    fields: JSON.parse(fields),
    why,
    state,
    answer,
    at,
    by,
  }))
}

/**
 * Asks the team, with a reason.
 * @param asking `fields`: what to unlock; none for reopening
 * @returns why not; undefined: done
 * @throws when the questionnaire has no such field
 */
export async function askTeam(
  db: Db,
  asking: Act & Whose & { role: DelegationRole; kind: TeamRequest['kind']; fields: readonly string[]; why: string },
): Promise<Refusal | undefined> {
  const { kind, fields, why, role, ...step } = asking
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at, withReview: true })
    const refusal = actRefusal(kind === 'reopen' ? 'ask_reopen' : 'ask_unlock', standing.situation, role)
    if (refusal) return refusal
    const codebook = await codebookOf(trx, standing.response.version_id)
    const unknown = fields.find((field) => !codebook.byName.has(field))
    if (unknown !== undefined) throw new Error(`The questionnaire has no field ${unknown}`)
    const said = { kind, fields: JSON.stringify(fields), why, at: step.at, by_account: step.actor }
    await trx
      .insertInto('request')
      .values({ id: randomUUID(), response_id: standing.response.id, state: 'open', ...said })
      .execute()
    await record(trx, standing, step, { action: 'request.made', kind, fields, why })
    return undefined
  })
}

/** The delegation no longer asks. @returns why not; undefined: done */
export async function takeBackRequest(
  db: Db,
  { role, ...step }: Act & Whose & { role: DelegationRole },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at, withReview: true })
    const refusal = actRefusal('take_back_request', standing.situation, role)
    if (refusal) return refusal
    const { kind, fields } = await decide(trx, standing, step, { state: 'withdrawn', answer: null })
    await record(trx, standing, step, { action: 'request.withdrawn', kind, fields })
    return undefined
  })
}

/**
 * The team says yes, and the reply opens as far as was asked; or no, with its reason.
 * @returns why not; undefined: done
 */
export async function decideRequest(
  db: Db,
  { role, isGranted, answer, ...step }: Act & Whose & { role: TeamRole; isGranted: boolean; answer: string | null },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, step, { now: step.at, withReview: true })
    const refusal = actRefusal('decide_request', standing.situation, role)
    if (refusal) return refusal
    // Since it was asked, the reply may have been submitted: then there is nothing to unlock one by one.
    const asked = trx.selectFrom('request').select('kind').where('response_id', '=', standing.response.id)
    const { kind: wanted } = await asked.where('state', '=', 'open').executeTakeFirstOrThrow()
    if (isGranted && wanted === 'unlock' && !standing.situation.isReturned) return 'not_returned'
    const state = isGranted ? 'granted' : 'refused'
    const { kind, fields } = await decide(trx, standing, step, { state, answer })
    if (isGranted && kind === 'unlock') await unlock(trx, standing.response.id, fields, step)
    await record(trx, standing, step, { action: `request.${state}`, kind, fields, why: answer })
    if (isGranted && kind === 'reopen' && !actRefusal('reopen_for', standing.situation, role)) {
      await move(trx, standing, 'reopen_for', { actor: step.actor, at: step.at })
      await record(trx, standing, step, { action: 'response.reopened', revision: standing.response.next_revision })
    }
    return undefined
  })
}

async function decide(
  trx: Transaction<Tables>,
  { response }: Standing,
  { actor, at }: Act,
  said: { state: 'granted' | 'refused' | 'withdrawn'; answer: string | null },
): Promise<{ kind: TeamRequest['kind']; fields: string[] }> {
  const row = await trx
    .updateTable('request')
    .set({ ...said, decided_at: at, decided_by: actor })
    .where('response_id', '=', response.id)
    .where('state', '=', 'open')
    .returning(['kind', 'fields'])
    .executeTakeFirstOrThrow()
  return { kind: row.kind, fields: JSON.parse(row.fields) }
}

type Deed = { action: string; why?: string | null; kind?: string; fields?: readonly string[]; revision?: number }

function record(
  trx: Transaction<Tables>,
  { response }: Standing,
  { actor, at, requestId }: Act,
  { action, why, ...details }: Deed,
): Promise<string[]> {
  const common = { actor, at, requestId, chains: [responseChain(response.id)], subject: `response:${response.id}` }
  return recordAudit(trx, { ...common, action, why, details })
}
