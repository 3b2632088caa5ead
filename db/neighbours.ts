// Replies beyond the one at hand: the country's last reply to the same questionnaire, and to the others of the meeting.
import type { Beyond } from '#surveys/answering/applicability.ts'
import type { Checking } from '#surveys/answering/checks.ts'
import { codebookOf } from './questionnaires.ts'
import { submittedCells } from './submissions.ts'
import type { Db } from './tables.ts'

/**
 * What the checks of a questionnaire may look at beside the reply itself; submitted revisions only.
 * @param responseId of the reply that is being checked
 * @returns for `runChecks`: `previous` is undefined where there was no earlier round; `elsewhere` is by questionnaire slug
 */
export async function neighboursOf(db: Db, responseId: string): Promise<Pick<Checking, 'previous' | 'elsewhere'>> {
  const here = await db
    .selectFrom('response')
    .innerJoin('round', 'round.id', 'response.round_id')
    .innerJoin('questionnaire_version as version', 'version.id', 'response.version_id')
    .select(['response.country', 'round.meeting_id', 'round.created_at', 'round.is_demonstration', 'version.slug'])
    .where('response.id', '=', responseId)
    .executeTakeFirstOrThrow()
  // Youngest rounds first: the first of each questionnaire is the one that counts.
  const others = await db
    .selectFrom('response')
    .innerJoin('round', 'round.id', 'response.round_id')
    .innerJoin('submission', 'submission.id', 'response.official_submission_id')
    .innerJoin('questionnaire_version as version', 'version.id', 'submission.version_id')
    .select(['submission.id', 'submission.version_id', 'version.slug', 'round.meeting_id', 'round.created_at'])
    .where('response.country', '=', here.country)
    .where('response.id', '<>', responseId)
    .where('round.state', '<>', 'cancelled')
    .where('round.is_demonstration', '=', here.is_demonstration)
    .orderBy('round.created_at', 'desc')
    .orderBy('submission.id')
    .execute()
  const before = others.find(({ slug, created_at }) => slug === here.slug && created_at < here.created_at)
  const elsewhere: Record<string, Beyond> = {}
  for (const other of others) {
    if (other.meeting_id !== here.meeting_id || other.slug === here.slug || elsewhere[other.slug]) continue
    elsewhere[other.slug] = await beyond(db, other)
  }
  return { previous: before && (await beyond(db, before)), elsewhere }
}

async function beyond(db: Db, { id, version_id }: { id: string; version_id: string }): Promise<Beyond> {
  return { codebook: await codebookOf(db, version_id), cells: await submittedCells(db, id) }
}
