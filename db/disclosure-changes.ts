// How a submitted reply may be shown, changed after sign-off: more by the head alone, less by the focal point too; at once, and in the trail.
import { isLowering } from '#surveys/analysis/appearance.ts'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { Level } from '#surveys/answering/model.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { codebookOf } from './questionnaires.ts'
import { bumpStamp } from './rounds.ts'
import { holdResponse, type Whose } from './situations.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/**
 * Changes how the official revision may be shown. What was sealed stays as it is: the level is read beside it.
 * @returns why not; undefined: done
 */
export async function changeDisclosure(
  db: Db,
  change: Act & Whose & { role: DelegationRole; level: Level; sectionLevels: Readonly<Record<string, Level>> },
): Promise<Refusal | undefined> {
  const { responseId, country, role, level, sectionLevels, ...act } = change
  return inTransaction(db, async (trx) => {
    const { response, situation } = await holdResponse(trx, { responseId, country }, { now: act.at, isResult: true })
    if (!response.official_submission_id) return actRefusal('lower', situation, role) ?? 'not_submitted'
    const submission = trx.selectFrom('submission').select(['level', 'section_levels', 'revision'])
    const before = await submission.where('id', '=', response.official_submission_id).executeTakeFirstOrThrow()
    const from = { level: before.level, sectionLevels: JSON.parse(before.section_levels) }
    const to = { level, sectionLevels }
    const { questionnaire } = await codebookOf(trx, response.version_id)
    const sections = questionnaire.sections.map(({ key }) => key)
    const refusal = actRefusal(isLowering(from, to, sections) ? 'lower' : 'disclose', situation, role)
    if (refusal) return refusal
    await trx
      .updateTable('submission')
      .set({ level, section_levels: JSON.stringify(sectionLevels) })
      .where('id', '=', response.official_submission_id)
      .execute()
    await bumpStamp(trx, response.round_id)
    await recordAudit(trx, {
      ...act,
      chains: [responseChain(responseId)],
      action: 'response.disclosure_changed',
      subject: `response:${responseId}`,
      before: from,
      after: to,
      details: { revision: before.revision, from, to },
    })
    return undefined
  })
}
