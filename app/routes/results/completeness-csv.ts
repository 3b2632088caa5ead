// Where delegations say that they cannot answer, as a file.
import { completenessTable } from '#surveys/tables/assistance.ts'
import { asParticipant } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  return tableResponse(visit, aboutOf(results, 'completeness'), () =>
    completenessTable(results.view, results.completeness(), visit.language),
  )
})
