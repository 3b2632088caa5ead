// The questionnaire as a workbook, with the answers of now, in a language of one's choice.
import { workbookOf } from '#surveys/tables/workbook.ts'
import { asDelegation } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import { speechOf } from '../../components/words.tsx'
import { workbookFile } from '../../documents/workbook-file.ts'
import { coverOf, headsOf, workbookWords } from '../../documents/workbook-words.ts'
import { attachmentResponse } from './attachment-response.ts'
import { mediaTypeOf } from './document-kinds.ts'
import { requireOwnReply } from './own-reply.server.ts'
import { languageAsked, stampOf } from './workbook.server.ts'

export const loader = asDelegation(async (visit) => {
  const reply = await requireOwnReply(visit)
  const { codebook, cells, round, home } = reply
  const language = languageAsked(visit)
  const t = visit.house.words.t(language)
  const stamp = stampOf(reply, visit.delegation.country, { language, madeAt: visit.now.toISOString() })
  const speech = speechOf({ t, language, digits: 'latn', timeZone: round.meeting.timeZone })
  const cover = coverOf(t, stamp, {
    country: saying(home.country, language).words,
    round: saying(home.round, language).words,
    questionnaire: saying(codebook.questionnaire.title, language).words,
    made: `${speech.moment(stamp.madeAt)} (${speech.zone(round.meeting.timeZone)})`,
  })
  const content = await workbookFile(workbookOf(codebook, cells, { stamp, words: workbookWords(t) }), cover, headsOf(t))
  const name = `${round.slug}-${stamp.country.toLowerCase()}-revision-${stamp.revision}-${language}.xlsx`
  return attachmentResponse({ name, mediaType: mediaTypeOf('xlsx'), content })
})
