// One document of a session as a Word file, in the language that is asked for.
import { attachment } from '#surveys/tables/manifest.ts'
import { asParticipant } from '../../access.server.ts'
import { WORD_TYPE, wordOf } from '../../documents/word.ts'
import { isLanguage } from '../../languages.ts'
import { requirePaper } from './paper.server.ts'

export const loader = asParticipant(async (visit) => {
  const asked = visit.url.searchParams.get('language')
  const language = isLanguage(asked) ? asked : visit.language
  const asking = { ...visit, language, t: visit.house.words.t(language) }
  const { meeting, paper, snapshot } = await requirePaper(visit, asking)
  const name = `${meeting.slug}_snapshot-${snapshot}_${visit.params.document}_${language}.docx`
  return new Response(new Uint8Array(await wordOf(paper)), {
    headers: {
      'content-type': WORD_TYPE,
      'content-disposition': attachment(name),
      'cache-control': 'no-store',
    },
  })
})
