// A questionnaire in one line: how much it asks, how long it takes, in which languages it is complete, its hash.
import { compile } from './codebook.ts'
import type { Questionnaire } from './model.ts'
import { placesOf } from './rules/places.ts'
import { refusalsOfTexts } from './rules/texts.ts'
import { type Sha256, seal } from './sealing.ts'

export type Summary = {
  readonly questionnaire: string
  readonly version: string
  /** with a label of their own: those of a group count once */
  readonly questions: number
  /** a question at each of its items */
  readonly fields: number
  readonly variables: number
  /** what it costs the respondent */
  readonly minutes: number
  /** by language: how many texts are missing, 0 where it is complete */
  readonly missing: Readonly<Record<string, number>>
  /** of the structure, 64 hexadecimal digits */
  readonly hash: string
}

/** @param questionnaire without refusals, other than of missing texts */
export function summaryOf(questionnaire: Questionnaire, sha256: Sha256): Summary {
  const codebook = compile(questionnaire)
  const missing = refusalsOfTexts(questionnaire, questionnaire.languages).map(({ language }) => language)
  return {
    questionnaire: questionnaire.questionnaire,
    version: questionnaire.version,
    questions: placesOf(questionnaire).all.length,
    fields: codebook.fields.length,
    variables: codebook.variables.length,
    minutes: questionnaire.minutes,
    missing: Object.fromEntries(
      questionnaire.languages.map((language) => [language, missing.filter((found) => found === language).length]),
    ),
    hash: seal(questionnaire, sha256).structureHash,
  }
}
