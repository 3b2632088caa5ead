// Every rule that a questionnaire file must keep before it can be used.
import type { Questionnaire } from '../model.ts'
import type { Refusal } from '../reading.ts'
import type { QuestionnaireFile } from '../schema.ts'
import type { CatalogueFile } from '../schema-parts.ts'

/** What a rule may look at. */
export type Judged = {
  readonly path: string
  readonly file: QuestionnaireFile
  readonly questionnaire: Questionnaire
  readonly catalogues: ReadonlyMap<string, CatalogueFile>
  /** by slug: the highest version of each questionnaire, for references from one to another */
  readonly newest: ReadonlyMap<string, Questionnaire>
}
type Rule = (judged: Judged) => Refusal[]

const RULES: readonly Rule[] = []

/** The refusals of all rules; a file without any can be sealed. */
export function allRules(judged: Judged): Refusal[] {
  return RULES.flatMap((rule) => rule(judged))
}
