// When replies to a version were saved: moments and questions, never what was answered.
import type { Save } from '#surveys/analysis/durations.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { Db } from './tables.ts'

/** The saves of all replies that were submitted and answer this version; a save of several answers counts once. */
export async function listSaves(db: Db, versionId: string, { byName }: Codebook): Promise<Save[]> {
  const rows = await db
    .selectFrom('cell_history')
    .innerJoin('response', 'response.id', 'cell_history.response_id')
    .where('response.version_id', '=', versionId)
    .where('response.official_submission_id', 'is not', null)
    .groupBy(['cell_history.response_id', 'cell_history.by_account', 'cell_history.at'])
    .select(({ fn }) => [
      'cell_history.response_id as response',
      'cell_history.by_account as account',
      'cell_history.at',
      fn.min('cell_history.field').as('field'),
    ])
    .execute()
  return rows.flatMap(({ response, account, at, field }) => {
    const section = byName.get(field)?.section
    return section === undefined ? [] : [{ response, account, section, at }]
  })
}
