// The codebook in all languages of the questionnaire, as a file.
import { codebookTable } from '#surveys/tables/codebook-table.ts'
import { asParticipant } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  return tableResponse(visit, aboutOf(results, 'codebook'), () => codebookTable(results.view.codebook))
})
