// A text of the questionnaire in the reader's language; what is not translated is the source text, marked.

import type { Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { useWords } from '../words.tsx'

export type Tongue = { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }

/** Attributes for words in `language` on a page in `page`: none where they are the same. */
export function tongueOf(language: string | null, page: string): Tongue {
  if (language === null || language === page) return {}
  return { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' }
}

/** The words of a text for a page in `language`, with the attributes that they need there. */
export function saying(text: Text, language: string): { words: string; tongue: Tongue } {
  const source = Object.keys(text)[0] ?? language
  const said = inLanguage(text, language, source)
  return { words: said.words, tongue: tongueOf(said.language, language) }
}

/** For places that take words and attributes, not elements: options, labels of controls. */
export function useSaying(): (text: Text) => { words: string; tongue: Tongue } {
  const { language } = useWords()
  return (text) => saying(text, language)
}

export function Said({ text }: { text: Text }) {
  const { t } = useWords()
  const { words, tongue } = useSaying()(text)
  if (tongue.lang === undefined) return words
  return (
    <>
      <span {...tongue}>{words}</span> <small className="fine">{t('answer:not_translated')}</small>
    </>
  )
}
