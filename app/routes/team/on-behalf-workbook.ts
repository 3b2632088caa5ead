// The workbook that a ministry without accounts fills in: empty, or with what it has submitted before; never with a draft.
import { workbookOf } from '#surveys/tables/workbook.ts'
import { asTeam } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import { speechOf } from '../../components/words.tsx'
import { workbookFile } from '../../documents/workbook-file.ts'
import { coverOf, headsOf, workbookWords } from '../../documents/workbook-words.ts'
import { isLanguage } from '../../languages.ts'
import { attachmentResponse } from '../answer/attachment-response.ts'
import { mediaTypeOf } from '../answer/document-kinds.ts'
import { requireRecordable, stampFor } from './on-behalf.server.ts'

export const loader = asTeam({ roles: ['manager'] }, async (visit) => {
  const recordable = await requireRecordable(visit)
  const { codebook, official, round, country } = recordable
  const asked = visit.url.searchParams.get('language')
  const language = isLanguage(asked) ? asked : visit.language
  const t = visit.house.words.t(language)
  const stamp = stampFor(recordable, { language, madeAt: visit.now.toISOString() })
  const speech = speechOf({ t, language, digits: 'latn', timeZone: round.meeting.timeZone })
  const cover = coverOf(t, stamp, {
    country: saying(country.label, language).words,
    round: saying(round.title, language).words,
    questionnaire: saying(codebook.questionnaire.title, language).words,
    made: `${speech.moment(stamp.madeAt)} (${speech.zone(round.meeting.timeZone)})`,
  })
  const content = await workbookFile(
    workbookOf(codebook, official, { stamp, words: workbookWords(t) }),
    cover,
    headsOf(t),
  )
  const name = `${round.slug}-${country.code.toLowerCase()}-revision-${stamp.revision}-${language}.xlsx`
  return attachmentResponse({ name, mediaType: mediaTypeOf('xlsx'), content })
})
