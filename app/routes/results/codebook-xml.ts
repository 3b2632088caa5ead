// The codebook for archives: DDI-Codebook 2.5.
import { findVersion } from '#db/questionnaires.ts'
import { ddiCodebook } from '#surveys/tables/ddi.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { textResponse } from './files.server.ts'
import { readLineage } from './lineage.server.ts'
import { aboutOf, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { codebook } = results.view
  const { questionnaire, version, title } = codebook.questionnaire
  const published = await findVersion(visit.db, questionnaire, version)
  if (!published) throw notFound()
  const lineage = await readLineage(visit.db, codebook)
  const document = ddiCodebook(codebook, lineage, { ...published, title })
  return textResponse(visit, { ...aboutOf(results, 'codebook'), ending: 'xml' }, document)
})
