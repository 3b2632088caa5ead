// The forms of the translation workbench: which language, what was typed for which text.

import type { Db } from '#db/tables.ts'
import { listTranslations, type Translated } from '#db/translations.ts'
import type { TranslatedText } from '#surveys/authoring/translating.ts'
import type { FormReading } from '../reading.ts'
import type { OpenDraft } from './draft.server.ts'

const LONGEST = 4000

/** The language that is translated into: the one asked for, or the first that is not the source. */
export function languageIn(url: URL, { document }: OpenDraft): string {
  const targets = document.languages.slice(1)
  return targets.find((one) => one === url.searchParams.get('language')) ?? targets[0] ?? document.languages[0] ?? 'en'
}

/** Every language that is translated into, with its texts. */
export async function translationsFor(
  db: Db,
  { id, document }: OpenDraft,
): Promise<(readonly [string, TranslatedText[]])[]> {
  const all: (readonly [string, TranslatedText[]])[] = []
  for (const language of document.languages.slice(1)) all.push([language, await listTranslations(db, id, language)])
  return all
}

/** What the fields say: `words:<place>`, with what the translator saw in `basis:` and `before:`, and the tick in `checked:`. */
export function entriesOf(form: FormReading): Translated[] {
  return Object.keys(form.values).flatMap((name): Translated[] => {
    if (!name.startsWith('words:')) return []
    const place = name.slice('words:'.length)
    const words = form.text(name, { max: LONGEST, isLong: true, isOptional: true })
    const [sourceHash, beforeHash] = [form.raw(`basis:${place}`), form.raw(`before:${place}`)]
    return [{ place, words, sourceHash, beforeHash, isChecked: form.raw(`checked:${place}`) === 'yes' }]
  })
}
