// The numbers behind the measures, as a file.
import { measuresTable } from '#surveys/tables/findings.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { passing } from './filters.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const readiness = results.measures()
  if (!readiness) throw notFound()
  const rows = passing(readiness.rows, results.measuresKept, (row) => row.measure.key)
  return tableResponse(visit, aboutOf(results, 'measures'), () =>
    measuresTable(results.view, { ...readiness, rows }, visit.language),
  )
})
