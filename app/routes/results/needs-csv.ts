// The numbers behind the ranking of needs, as a file.
import { needsTable } from '#surveys/tables/findings.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { passing } from './filters.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const ranking = results.needs()
  if (!ranking) throw notFound()
  const rows = passing(ranking.rows, results.areas, (row) => row.area.key)
  return tableResponse(visit, aboutOf(results, 'needs'), () =>
    needsTable(results.view, { ...ranking, rows }, visit.language),
  )
})
