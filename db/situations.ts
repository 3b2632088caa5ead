// Where a reply stands inside a transaction: its row and its round's, held still, as the rules want to know it.
import type { Transaction } from 'kysely'
import type { ReplyState, Review, Situation } from '#surveys/answering/states.ts'
import { kindOf, locked } from './engine.ts'
import type { Db, Row, Tables } from './tables.ts'

export type Standing = {
  readonly response: Row<'response'>
  readonly round: Row<'round'>
  readonly situation: Situation
}
export type Whose = {
  readonly responseId: string
  /** the owner: with another country there is no such response */
  readonly country: string
}

/**
 * Takes a response until the transaction ends, so that its state cannot change between the question and the deed.
 * Its round is held too: shared by those who write answers, or alone (`isResult`) by those who change results.
 * @param step `withReview`: the rules of the deed ask what the team and the delegation have said to each other
 * @throws when this country has no such response
 */
export async function holdResponse(
  trx: Transaction<Tables>,
  { responseId, country }: Whose,
  { now, isResult = false, withReview = false }: { now: string; isResult?: boolean; withReview?: boolean },
): Promise<Standing> {
  const query = trx.selectFrom('response').selectAll().where('id', '=', responseId).where('country', '=', country)
  const response = await locked(trx, query, 'response').executeTakeFirst()
  if (!response) throw new Error(`${country} has no response ${responseId}`)
  const round = await trx
    .selectFrom('round')
    .selectAll()
    .where('id', '=', response.round_id)
    .$if(kindOf(trx) === 'postgres', (rows) => (isResult ? rows.forUpdate() : rows.forShare()))
    .executeTakeFirstOrThrow()
  const situation = situationOf(response, round, now)
  if (!withReview) return { response, round, situation }
  return { response, round, situation: { ...situation, review: await reviewOf(trx, response) } }
}

type Columns = Pick<
  Tables['response'],
  'state' | 'official_submission_id' | 'deadline' | 'ready_at' | 'returned_at' | 'accepted_submission_id'
>

/** @param now ISO 8601, the server's time */
export function situationOf(
  response: Columns,
  round: Pick<Tables['round'], 'state' | 'deadline'> & { readonly needs_ready?: number },
  now: string,
): Situation {
  return {
    round: round.state,
    response: replyStateOf(response),
    hasOfficial: response.official_submission_id !== null,
    deadline: response.deadline ?? round.deadline,
    now,
    isReturned: response.returned_at !== null,
    needsReady: round.needs_ready === 1,
  }
}

/** The state of a reply in the words of the rules, from what its row says. */
export function replyStateOf(response: Omit<Columns, 'deadline'>): ReplyState {
  const { state, official_submission_id, accepted_submission_id } = response
  if (state === 'submitted') {
    return accepted_submission_id !== null && accepted_submission_id === official_submission_id
      ? 'accepted'
      : 'submitted'
  }
  if (state !== 'draft') return state
  if (response.ready_at !== null) return 'ready'
  return response.returned_at === null ? 'draft' : 'returned'
}

/** What the two sides have said to each other about a reply, in figures. */
export async function reviewOf(db: Db, response: { id: string; returned_at: string | null }): Promise<Review> {
  const asked = await db
    .selectFrom('clarification')
    .select(['state', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('response_id', '=', response.id)
    .groupBy('state')
    .execute()
  const count = (...states: readonly string[]) =>
    asked.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0)
  const open = db.selectFrom('request').select('id').where('response_id', '=', response.id).where('state', '=', 'open')
  const changed = db
    .selectFrom('cell')
    .select('field')
    .where('response_id', '=', response.id)
    .where('at', '>', response.returned_at ?? '9')
  return {
    noted: count('noted'),
    unsettled: count('open', 'answered'),
    isAsking: (await open.executeTakeFirst()) !== undefined,
    hasChanged: (await changed.limit(1).executeTakeFirst()) !== undefined,
  }
}
