// The numbers behind the gaps page, as a file; the same rows as on the page.
import { gapsTable } from '#surveys/tables/assistance.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { passing } from './filters.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const found = results.gaps()
  if (!found) throw notFound()
  const rows = passing(found.rows, results.areas, (row) => row.area.key)
  return tableResponse(visit, aboutOf(results, 'gaps'), () =>
    gapsTable(results.view, { ...found, rows }, visit.language),
  )
})
