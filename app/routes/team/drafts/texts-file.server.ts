// A file of a draft's texts for translators, as a download.

import { listTranslations } from '#db/translations.ts'
import type { TeamVisit } from '../../../access.server.ts'
import { requireDraft } from './draft.server.ts'
import { languageIn } from './translating.server.ts'

/** Every text of the draft with its translation into the language asked for, and the name of the file without its ending. */
export async function outgoing({ db, params, url }: TeamVisit) {
  const draft = await requireDraft(db, params.draft)
  const language = languageIn(url, draft)
  const texts = await listTranslations(db, draft.id, language)
  return { draft, language, texts, name: `${draft.slug}-${draft.document.version}-${language}` }
}

export function download(body: BodyInit, type: string, name: string): Response {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'X-Content-Type-Options': 'nosniff',
  }
  return new Response(body, { headers })
}
