// The way back from the facility: the next round asks each delegation whether what was delivered met its need.
import type { RequestSheet } from '#surveys/debate/request-sheet.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { listTafRequests } from './taf-requests.ts'
import { inTransaction } from './transaction.ts'

export type Verdict = Tables['taf_request_answer']['answer']
export const VERDICTS: readonly Verdict[] = ['met', 'partly', 'not_met', 'not_delivered']

export type DeliveryAnswer = {
  readonly country: string
  /** slug of the round in which it was asked */
  readonly round: string
  readonly answer: Verdict
  readonly words: string
  readonly at: string
}
export type Delivery = {
  readonly requestId: string
  readonly sheet: RequestSheet
  /** when it was completed */
  readonly at: string
  /** what this delegation has said in this round */
  readonly said: DeliveryAnswer | null
}
type Asked = { readonly responseId: string; readonly roundId: string; readonly country: string }

/** What a later round asks a delegation: the completed requests of its own, of needs that another round had asked for. */
export async function listDeliveries(db: Db, { responseId, roundId, country }: Asked): Promise<Delivery[]> {
  const meetings = await db.selectFrom('taf_request').select('meeting_id').distinct().execute()
  const requests = []
  for (const { meeting_id } of meetings) requests.push(...(await listTafRequests(db, meeting_id)))
  const answers = await answersWhere(db, { responseId })
  return requests
    .filter(({ roundId: asked, sheet, steps }) => {
      return asked !== roundId && steps[0].status === 'completed' && sheet.countries.includes(country)
    })
    .map(({ id, sheet, steps }) => ({
      requestId: id,
      sheet,
      at: steps[0].at,
      said: answers.find(({ requestId }) => requestId === id) ?? null,
    }))
}

/** What delegations have said about one request, the newest word of each round. */
export async function listDeliveryAnswers(db: Db, requestId: string): Promise<DeliveryAnswer[]> {
  return (await answersWhere(db, { requestId })).map(({ requestId: _, ...answer }) => answer)
}

async function answersWhere(db: Db, of: { requestId: string } | { responseId: string }) {
  const all = db
    .selectFrom('taf_request_answer as said')
    .innerJoin('response', 'response.id', 'said.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .select(['said.request_id', 'said.response_id', 'said.answer', 'said.words', 'said.at'])
    .select(['response.country', 'round.slug as round'])
  const wanted =
    'requestId' in of
      ? all.where('said.request_id', '=', of.requestId)
      : all.where('said.response_id', '=', of.responseId)
  const rows = await wanted.orderBy('said.revision').execute()
  const newest = new Map(rows.map((row) => [`${row.request_id} ${row.response_id}`, row]))
  return [...newest.values()].map(({ request_id, country, round, answer, words, at }) => ({
    requestId: request_id,
    country,
    round,
    answer,
    words,
    at,
  }))
}

type Saying = Act & Asked & { readonly requestId: string; readonly answer: Verdict; readonly words: string }

/** A delegation says whether its need was met; what it said before stays. @returns false when it is not asked this */
export async function answerDelivery(db: Db, saying: Saying): Promise<boolean> {
  const { responseId, roundId, country, requestId, answer, words, ...act } = saying
  return inTransaction(db, async (trx) => {
    const asked = (await listDeliveries(trx, { responseId, roundId, country })).some(
      (one) => one.requestId === requestId,
    )
    if (!asked) return false
    const last = trx.selectFrom('taf_request_answer').select(({ fn }) => fn.max('revision').as('revision'))
    const before = await last
      .where('request_id', '=', requestId)
      .where('response_id', '=', responseId)
      .executeTakeFirstOrThrow()
    const revision = Number(before.revision ?? 0) + 1
    await trx
      .insertInto('taf_request_answer')
      .values({
        request_id: requestId,
        response_id: responseId,
        revision,
        answer,
        words,
        at: act.at,
        by_account: act.actor,
      })
      .execute()
    const request = trx.selectFrom('taf_request').select('meeting_id').where('id', '=', requestId)
    const { meeting_id } = await request.executeTakeFirstOrThrow()
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meeting_id)],
      action: 'taf_request.answered',
      subject: `taf_request:${requestId}`,
      details: { country, revision },
    })
    return true
  })
}
