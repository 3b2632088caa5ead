// The codebook in all languages of the questionnaire, with the history of every variable, as a file.
import { codebookTable } from '#surveys/tables/codebook-table.ts'
import { asParticipant } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { readLineage } from './lineage.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { codebook } = results.view
  const lineage = await readLineage(visit.db, codebook)
  return tableResponse(visit, aboutOf(results, 'codebook'), () => codebookTable(codebook, lineage))
})
