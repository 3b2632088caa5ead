// Steps of a reply that change nothing but its state: ready for the signature or not yet; accepted by the team or not.
import { actRefusal } from '#surveys/answering/acts.ts'
import type { DelegationRole, Refusal, TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { cellsOf } from './cells.ts'
import { type Incomplete, incompleteness } from './judging.ts'
import { move } from './moving.ts'
import { holdResponse, type Standing, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

const ACTIONS = {
  ready: 'response.ready',
  not_ready_yet: 'response.not_ready',
  accept: 'response.accepted',
  take_back_acceptance: 'response.acceptance_withdrawn',
} as const
export type StateStep = keyof typeof ACTIONS

export type Stepping = Act &
  Whose & {
    readonly role: DelegationRole | TeamRole
    readonly step: StateStep
    readonly why?: string | null
    /** accept: the revision that was looked at; another one is not accepted unseen */
    readonly revision?: number
    /** ready: ISO date by which answers are judged */
    readonly today: string
  }
export type Stepped = { readonly state: 'done' } | { readonly state: 'refused'; readonly refusal: Refusal } | Incomplete

/** Takes one of these steps, and says so in the trail. @throws when the country has no such response */
export async function takeStep(db: Db, stepping: Stepping): Promise<Stepped> {
  const { step, role, why, today, actor, at, requestId } = stepping
  return inTransaction(db, async (trx): Promise<Stepped> => {
    const standing = await holdResponse(trx, stepping, { now: at, withReview: true })
    const { response, situation } = standing
    const refusal = actRefusal(step, situation, role) ?? (await otherRevision(trx, standing, stepping))
    if (refusal) return { state: 'refused', refusal }
    if (step === 'ready') {
      const open = await incompleteness(trx, standing, await cellsOf(trx, response.id), today)
      if (open) return open
    }
    const to = await move(trx, standing, step, { actor, at })
    const revision = step === 'ready' || step === 'not_ready_yet' ? response.next_revision : response.next_revision - 1
    await recordAudit(trx, {
      actor,
      at,
      requestId,
      chains: [responseChain(response.id)],
      action: ACTIONS[step],
      subject: `response:${response.id}`,
      before: situation.response,
      after: to,
      why,
      details: { from: situation.response, to, revision },
    })
    return { state: 'done' }
  })
}

async function otherRevision(
  trx: Parameters<typeof move>[0],
  { response }: Standing,
  { step, revision }: Stepping,
): Promise<Refusal | undefined> {
  if (step !== 'accept') return undefined
  const query = trx.selectFrom('submission').select('revision')
  const official = await query
    .where('id', '=', response.official_submission_id as Tables['submission']['id'])
    .executeTakeFirst()
  return official?.revision === revision ? undefined : 'changed'
}
