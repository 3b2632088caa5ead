// Where a reply stands inside a transaction: its row and its round's, held still, as the rules want to know it.
import type { Transaction } from 'kysely'
import type { Situation } from '#surveys/answering/states.ts'
import { kindOf, locked } from './engine.ts'
import type { Row, Tables } from './tables.ts'

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
 * @throws when this country has no such response
 */
export async function holdResponse(
  trx: Transaction<Tables>,
  { responseId, country }: Whose,
  { now, isResult = false }: { now: string; isResult?: boolean },
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
  return { response, round, situation: situationOf(response, round, now) }
}

/** @param now ISO 8601, the server's time */
export function situationOf(
  response: Pick<Tables['response'], 'state' | 'official_submission_id' | 'deadline'>,
  round: Pick<Tables['round'], 'state' | 'deadline'>,
  now: string,
): Situation {
  return {
    round: round.state,
    response: response.state,
    hasOfficial: response.official_submission_id !== null,
    deadline: response.deadline ?? round.deadline,
    now,
  }
}
