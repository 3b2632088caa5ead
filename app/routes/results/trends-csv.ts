// What has moved since an earlier round, as a file.
import { trendTable } from '#surveys/tables/trend-table.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { aboutOf } from './source.server.ts'
import { requireTrends } from './trends.server.ts'

export const loader = asParticipant(async (visit) => {
  const { results, compared } = await requireTrends(visit)
  if (!compared) throw notFound()
  const { before, trends } = compared
  return tableResponse(visit, aboutOf(results, 'trends'), () =>
    trendTable(before, results.view, trends, visit.language),
  )
})
