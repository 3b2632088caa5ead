// What the drop-downs of a workbook offer, and which option is meant by the words that were chosen.
import { normalText, tidyLine } from '#surveys/answering/characters.ts'
import type { Absence, Codebook, Field, Option, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'

/** Entries of drop-downs, by the name of their list. */
export type Choices = ReadonlyMap<string, readonly string[]>

/** What marks a chosen option of several. */
export const MARK = 'x'

/** A text of the questionnaire; a missing translation is the source's words. */
export const wordsIn = (text: Text, language: string): string =>
  inLanguage(text, language, Object.keys(text)[0] ?? language).words

/** An option as the workbook says it: a level with its number, and its key where another one has the same words. */
export function optionWords({ question, options }: Field, option: Option, language: string): string {
  const said = (one: Option) =>
    tidyLine(
      question.type === 'scale' && one.value !== undefined
        ? `${one.value} ${wordsIn(one.label, language)}`
        : wordsIn(one.label, language),
    )
  const words = said(option)
  const isAlone = options.every((other) => other.key === option.key || same(said(other)) !== same(words))
  return isAlone ? words : `${words} (${option.key})`
}

/** Words compared as people compare them. */
const same = (words: string) => normalText(tidyLine(words)).replace(/\s+/g, ' ').toLowerCase()

/**
 * The option that an entry means: by its words in the workbook's language, by its key, or by its words in another one.
 * @returns the key; undefined when no option is meant, or more than one
 */
export function optionMeant(
  field: Field,
  entry: string,
  language: string,
  languages: readonly string[],
): string | undefined {
  const wanted = same(entry)
  const byKey = field.options.find(({ key }) => key === entry.trim())
  for (const one of [language, ...languages]) {
    const found = field.options.filter((option) => same(optionWords(field, option, one)) === wanted)
    if (found.length === 1) return found[0]?.key
  }
  return byKey?.key
}

/** The reason that an entry means; undefined when it is none of these. */
export function absenceMeant(entry: string, words: Readonly<Record<Absence, string>>): Absence | undefined {
  const wanted = same(entry)
  return (Object.keys(words) as Absence[]).find((absence) => absence === wanted || same(words[absence]) === wanted)
}

/** Every list that some drop-down of the questionnaire needs. */
export function choicesOf(
  codebook: Codebook,
  language: string,
  absences: Readonly<Record<Absence, string>>,
): Map<string, readonly string[]> {
  const lists = new Map<string, readonly string[]>([['mark', [MARK]]])
  for (const field of codebook.fields) {
    const { question, options } = field
    if (question.absence.length > 0) {
      lists.set(
        `absence ${question.absence.join(' ')}`,
        question.absence.map((one) => absences[one]),
      )
    }
    if (question.type === 'ranking')
      lists.set(
        `rank ${options.length}`,
        options.map((_, index) => String(index + 1)),
      )
    else if (question.type === 'confirm')
      lists.set(
        'confirm',
        options.map((one) => optionWords(field, one, language)),
      )
    else if ('list' in question && question.type !== 'multi') {
      const name = question.type === 'scale' ? `scale ${question.list}` : question.list
      lists.set(
        name,
        options.map((one) => optionWords(field, one, language)),
      )
    }
  }
  return lists
}
