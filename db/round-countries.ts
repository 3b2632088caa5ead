// The countries of a round: one joins late, one declines, one gets more time.
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import { type DelegationRole, type Refusal, roundActRefusal, type TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { locked } from './engine.ts'
import { bumpStamp, insertResponse, requireRound } from './rounds.ts'
import { situationOf } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type CountryStep = Act & { readonly roundId: string; readonly country: string; readonly why?: string | null }

/**
 * Invites a country of the roster, or takes back that it declined.
 * @returns why not; undefined: done
 * @throws when it is not in the meeting's roster
 */
export async function inviteCountry(
  db: Db,
  { roundId, country, role, why, ...act }: CountryStep & { role: TeamRole },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const round = await requireRound(trx, roundId)
    const response = await lockCountry(trx, roundId, country)
    const refusal = response
      ? actRefusal('invite_again', situationOf(response, round, act.at), role)
      : roundActRefusal('invite', round.state, role)
    if (refusal) return refusal
    const invited = { roundId, versionId: round.version.id, meeting: round.meeting, country, at: act.at }
    const id = response?.id ?? (await insertResponse(trx, { ...invited, isLate: round.state !== 'planned' }))
    const to = response ? await stateBeforeDeclining(trx, id) : 'invited'
    await trx.updateTable('response').set({ state: to }).where('id', '=', id).execute()
    await bumpStamp(trx, roundId)
    await record(trx, act, { id, country, action: 'response.invited', from: response?.state ?? null, to, why })
    return undefined
  })
}

async function stateBeforeDeclining(trx: Transaction<Tables>, id: string): Promise<'invited' | 'draft'> {
  const cell = await trx.selectFrom('cell').select('field').where('response_id', '=', id).limit(1).executeTakeFirst()
  return cell ? 'draft' : 'invited'
}

/**
 * The delegation takes no part: it no longer counts in N. Its draft stays.
 * @param step `role`: of the head who says so, or of the team that records it
 * @returns why not; undefined: done
 */
export async function declineCountry(
  db: Db,
  { roundId, country, role, why, ...act }: CountryStep & { role: DelegationRole | TeamRole },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const { response, situation } = await requireCountry(trx, roundId, country, act.at)
    const refusal = actRefusal('decline', situation, role)
    if (refusal) return refusal
    const { id, state } = response
    const unready = { ready_at: null, ready_by: null }
    await trx
      .updateTable('response')
      .set({ state: 'declined', ...unready })
      .where('id', '=', id)
      .execute()
    await bumpStamp(trx, roundId)
    await record(trx, act, { id, country, action: 'response.declined', from: state, to: 'declined', why })
    return undefined
  })
}

/**
 * Gives one delegation a deadline of its own.
 * @param step `deadline`: null takes it back, so that the round's holds again
 * @returns why not; undefined: done
 */
export async function extendCountryDeadline(
  db: Db,
  step: CountryStep & { deadline: string | null; why: string; role: TeamRole },
): Promise<Refusal | undefined> {
  const { roundId, country, deadline, role, why, ...act } = step
  return inTransaction(db, async (trx) => {
    const { response, situation } = await requireCountry(trx, roundId, country, act.at)
    const refusal = actRefusal('extend', situation, role)
    if (refusal) return refusal
    const { id, deadline: from } = response
    await trx.updateTable('response').set({ deadline }).where('id', '=', id).execute()
    await record(trx, act, { id, country, action: 'response.deadline_changed', from, to: deadline, why })
    return undefined
  })
}

async function requireCountry(trx: Transaction<Tables>, roundId: string, country: string, now: string) {
  const response = await lockCountry(trx, roundId, country)
  if (!response) throw new Error(`${country} is not invited to round ${roundId}`)
  const round = await requireRound(trx, roundId)
  return { response, situation: situationOf(response, round, now) }
}

function lockCountry(trx: Transaction<Tables>, roundId: string, country: string) {
  const query = trx.selectFrom('response').selectAll().where('round_id', '=', roundId).where('country', '=', country)
  return locked(trx, query, 'response').executeTakeFirst()
}

type Step = { id: string; country: string; action: string; from: string | null; to: string | null; why?: string | null }

function record(trx: Transaction<Tables>, act: Act, { id, country, action, from, to, why }: Step): Promise<string[]> {
  return recordAudit(trx, {
    ...act,
    chains: [responseChain(id)],
    action,
    subject: `response:${id}`,
    before: from,
    after: to,
    why,
    details: { country, from, to },
  })
}
