// The empty questionnaire of a published version, in the language of the address.

import type { TeamVisit } from '../../../access.server.ts'
import { blankPaper } from '../../../documents/blank-paper.ts'
import { isLanguage, type Language } from '../../../languages.ts'
import { requireVersion } from './version.server.ts'

export async function requireBlank(visit: TeamVisit) {
  const { version, codebook } = await requireVersion(visit)
  const asked = visit.url.searchParams.get('language')
  const language: Language = isLanguage(asked) ? asked : visit.language
  const t = visit.house.words.t(language, visit.account.digits)
  const paper = blankPaper(codebook, language, t)
  return {
    paper,
    here: `/team/questionnaires/${version.slug}/${version.version}/blank`,
    name: `${version.slug}-${version.version}-${language}.docx`,
  }
}
