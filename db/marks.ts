// Marks of the team on single answers of a revision: looked at and found good, or a suggestion dismissed. They fall with the answer.
import { actRefusal } from '#surveys/answering/acts.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Refusal, TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { codebookOf } from './questionnaires.ts'
import { holdResponse, type Whose } from './situations.ts'
import { submittedCells } from './submissions.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** The matter of a mark that says: this answer is good as it is. Others name the suggestion that was dismissed. */
export const GOOD = 'good'

export type Mark = {
  readonly country: string
  readonly field: string
  readonly matter: string
  readonly note: string | null
  readonly at: string
  /** the account's name */
  readonly by: string
}
type Marking = Act &
  Whose & {
    readonly role: TeamRole
    readonly field: string
    readonly matter: string
    readonly note: string | null
    readonly isMarked: boolean
  }

/**
 * Sets a mark on an answer of the official revision, or takes it away.
 * @returns why not; undefined: done
 * @throws when the country has no such response or the questionnaire no such field
 */
export async function markAnswer(db: Db, marking: Marking): Promise<Refusal | undefined> {
  const { responseId, country, role, field, matter, note, isMarked, ...act } = marking
  return inTransaction(db, async (trx) => {
    const { response, situation } = await holdResponse(trx, { responseId, country }, { now: act.at })
    const refusal = actRefusal('mark', situation, role)
    if (refusal || !response.official_submission_id) return refusal ?? 'not_submitted'
    const codebook = await codebookOf(trx, response.version_id)
    if (!codebook.byName.has(field)) throw new Error(`The questionnaire has no field ${field}`)
    await trx
      .deleteFrom('answer_mark')
      .where('response_id', '=', responseId)
      .where('field', '=', field)
      .where('matter', '=', matter)
      .execute()
    if (isMarked) {
      const place = { response_id: responseId, field, matter, submission_id: response.official_submission_id }
      await trx
        .insertInto('answer_mark')
        .values({ ...place, note, at: act.at, by_account: act.actor })
        .execute()
    }
    await recordAudit(trx, {
      ...act,
      chains: [responseChain(responseId)],
      action: actionOf(matter, isMarked),
      subject: `response:${responseId}`,
      after: isMarked ? matter : null,
      why: note,
      details: { field, matter },
    })
    return undefined
  })
}

function actionOf(matter: string, isMarked: boolean): string {
  if (matter === GOOD) return isMarked ? 'answer.found_good' : 'answer.taken_up_again'
  return isMarked ? 'check.dismissed' : 'check.taken_up_again'
}

/** The marks of a round that are in force: the answer is still the one that was looked at. */
export async function marksOf(db: Db, roundId: string, { field }: { field?: string } = {}): Promise<Mark[]> {
  const rows = await db
    .selectFrom('answer_mark')
    .innerJoin('response', 'response.id', 'answer_mark.response_id')
    .innerJoin('account', 'account.id', 'answer_mark.by_account')
    .selectAll('answer_mark')
    .select(['response.country', 'response.official_submission_id', 'account.name as by'])
    .where('response.round_id', '=', roundId)
    .$if(field !== undefined, (query) => query.where('answer_mark.field', '=', field as string))
    .orderBy('response.place')
    .orderBy('answer_mark.field')
    .orderBy('answer_mark.matter')
    .execute()
  const read = new Map<string, ReadonlyMap<string, Cell>>()
  const cellsOf = async (id: string) => {
    const cells = read.get(id) ?? (await submittedCells(db, id))
    read.set(id, cells)
    return cells
  }
  const marks: Mark[] = []
  for (const row of rows) {
    const now = row.official_submission_id
    if (now === null) continue
    const isSame =
      row.submission_id === now ||
      sameCell((await cellsOf(row.submission_id)).get(row.field), (await cellsOf(now)).get(row.field))
    const { country, matter, note, at, by } = row
    if (isSame) marks.push({ country, field: row.field, matter, note, at, by })
  }
  return marks
}
