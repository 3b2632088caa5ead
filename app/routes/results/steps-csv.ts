// The numbers behind the agreement with the steps, as a file.
import { stepsTable } from '#surveys/tables/findings.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const consensus = results.steps()
  if (!consensus) throw notFound()
  return tableResponse(visit, aboutOf(results, 'steps'), () => stepsTable(results.view, consensus, visit.language))
})
