// Texts of a questionnaire in the reader's language: the source's words, marked, where a translation is missing.
import type { Text } from './model.ts'

export type Wording = {
  readonly words: string
  /** the language that the words are in */
  readonly language: string
  /** true where the words stand in for a missing translation */
  readonly isMissing: boolean
}

/**
 * A missing translation is never a blank: the source text is given, and said to be one.
 * @param language the reader's language
 * @param source the questionnaire's first language
 */
export function inLanguage(text: Text, language: string, source: string): Wording {
  const words = text[language]
  if (words) return { words, language, isMissing: false }
  return { words: text[source] ?? '', language: source, isMissing: language !== source }
}
