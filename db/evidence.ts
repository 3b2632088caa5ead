// Evidence of measures, accepted or not by the team; what is accepted holds as long as what was said stays the same.
import { actRefusal } from '#surveys/answering/acts.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import type { Refusal, TeamRole } from '#surveys/answering/states.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { codebookOf } from './questionnaires.ts'
import { bumpStamp } from './rounds.ts'
import { holdResponse, type Whose } from './situations.ts'
import { submittedCells } from './submissions.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Decision = Tables['evidence_decision']['decision']
export type EvidenceDecision = {
  readonly field: string
  readonly decision: Decision
  readonly note: string | null
  readonly at: string
  /** the account's name */
  readonly by: string
  /** false: the delegation has submitted something else since, so it counts no more */
  readonly isInForce: boolean
}

/**
 * Accepts the evidence of a measure in the official revision, or does not, or takes a decision back (null).
 * @param step `field`: of the evidenced status
 * @returns why not; undefined: done
 * @throws when the country has no such response or the questionnaire no such field
 */
export async function decideEvidence(
  db: Db,
  step: Act & Whose & { role: TeamRole; field: string; decision: Decision | null; note?: string | null },
): Promise<Refusal | undefined> {
  const { responseId, country, role, field, decision, note, ...act } = step
  return inTransaction(db, async (trx) => {
    const { response, situation } = await holdResponse(trx, { responseId, country }, { now: act.at, isResult: true })
    const refusal = actRefusal('judge_evidence', situation, role)
    if (refusal || !response.official_submission_id) return refusal ?? 'not_submitted'
    const codebook = await codebookOf(trx, response.version_id)
    if (!codebook.byName.has(field)) throw new Error(`The questionnaire has no field ${field}`)
    const query = trx.selectFrom('evidence_decision').select('decision').where('response_id', '=', responseId)
    const before = (await query.where('field', '=', field).executeTakeFirst())?.decision ?? null
    await trx.deleteFrom('evidence_decision').where('response_id', '=', responseId).where('field', '=', field).execute()
    if (decision) {
      const place = { response_id: responseId, field, submission_id: response.official_submission_id }
      const said = { decision, note: note || null, at: act.at, by_account: act.actor }
      await trx
        .insertInto('evidence_decision')
        .values({ ...place, ...said })
        .execute()
    }
    await bumpStamp(trx, response.round_id)
    await recordAudit(trx, {
      ...act,
      chains: [responseChain(responseId)],
      action: 'evidence.decided',
      subject: `response:${responseId}`,
      before,
      after: decision,
      why: note,
      details: { field, from: before, to: decision },
    })
    return undefined
  })
}

/** The decisions on one country's evidence, by field. */
export async function evidenceOf(db: Db, responseId: string): Promise<Map<string, EvidenceDecision>> {
  const decisions = await decided(db).where('evidence_decision.response_id', '=', responseId).execute()
  const found = new Map<string, EvidenceDecision>()
  const reading = readingOnce(db)
  for (const row of decisions) {
    const { field, decision, note, at, by } = row
    found.set(field, { field, decision, note, at, by, isInForce: await isInForce(db, row, reading) })
  }
  return found
}

/** `country/field` of the evidence of a round that is accepted and in force: what analysis counts as evidenced. */
export async function acceptedEvidence(db: Db, roundId: string): Promise<Set<string>> {
  const query = decided(db)
    .where('response.round_id', '=', roundId)
    .where('evidence_decision.decision', '=', 'accepted')
  const accepted = new Set<string>()
  const reading = readingOnce(db)
  for (const row of await query.execute()) {
    if (await isInForce(db, row, reading)) accepted.add(`${row.country}/${row.field}`)
  }
  return accepted
}

function decided(db: Db) {
  return db
    .selectFrom('evidence_decision')
    .innerJoin('response', 'response.id', 'evidence_decision.response_id')
    .innerJoin('account', 'account.id', 'evidence_decision.by_account')
    .selectAll('evidence_decision')
    .select(['response.country', 'response.version_id', 'response.official_submission_id', 'account.name as by'])
    .orderBy('evidence_decision.field')
}

type Row = Awaited<ReturnType<ReturnType<typeof decided>['executeTakeFirstOrThrow']>>

type Reading = (submissionId: string) => ReturnType<typeof submittedCells>

/** A reply has many measures: each submission is read once. */
function readingOnce(db: Db): Reading {
  const read = new Map<string, ReturnType<typeof submittedCells>>()
  return (id) => {
    const cells = read.get(id) ?? submittedCells(db, id)
    read.set(id, cells)
    return cells
  }
}

/** A decision outlives a new revision that says the same about the measure, and no other. */
async function isInForce(db: Db, row: Row, cellsOf: Reading): Promise<boolean> {
  if (row.submission_id === row.official_submission_id) return true
  if (!row.official_submission_id) return false
  const then = await cellsOf(row.submission_id)
  const now = await cellsOf(row.official_submission_id)
  const judged = judgedWith(await codebookOf(db, row.version_id), row.field)
  return judged.every((field) => sameCell(then.get(field), now.get(field)))
}

/** The fields that were looked at for a decision: the status and its evidence, of the same measure. */
function judgedWith(codebook: Codebook, name: string): string[] {
  const field = codebook.byName.get(name)
  const { evidence, evidence_note } = codebook.questionnaire.analysis.readiness ?? {}
  const keys = [evidence, evidence_note].flatMap((reference) => reference?.split('.').at(-1) ?? [])
  const beside = codebook.fields.filter((one) => one.group === field?.group && one.item?.key === field?.item?.key)
  return [name, ...beside.filter((one) => keys.includes(one.question.key)).map((one) => one.name)]
}
