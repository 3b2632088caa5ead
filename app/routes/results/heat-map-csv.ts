// The numbers behind the heat map, as a file; `?measure=` as on the page.
import { heatTable } from '#surveys/tables/findings.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { passing } from './filters.server.ts'
import { aboutOf, measureOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const map = results.heat(measureOf(visit.url))
  if (!map) throw notFound()
  const about = aboutOf(results, `heat-map-${map.measure}`)
  const rows = passing(map.rows, results.areas, (row) => row.area.key)
  return tableResponse(visit, about, () => heatTable(results.view, { ...map, rows }, visit.language))
})
