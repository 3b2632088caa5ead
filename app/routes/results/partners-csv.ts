// The numbers behind the partners page, as a file; the same rows as on the page.
import { partnersTable } from '#surveys/tables/assistance.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { passing } from './filters.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const found = results.partners()
  if (!found) throw notFound()
  const rows = passing(found.rows, results.areas, (row) => row.area.key)
  return tableResponse(visit, aboutOf(results, 'partners'), () =>
    partnersTable(results.view, { ...found, rows }, visit.language),
  )
})
