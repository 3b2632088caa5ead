// The numbers behind one question, as a file.
import { totalsTable } from '#surveys/tables/totals.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { tableResponse } from './files.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const found = results.question(visit.params.question ?? '')
  if (!found) throw notFound()
  const about = aboutOf(results, `question-${found.ref}`)
  return tableResponse(visit, about, () => totalsTable(results.view, visit.language, found.ref))
})
