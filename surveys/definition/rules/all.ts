// Every rule that a questionnaire file must keep before it can be used.
import type { Questionnaire } from '../model.ts'
import type { Refusal } from '../reading.ts'
import type { QuestionnaireFile } from '../schema.ts'
import type { CatalogueFile } from '../schema-parts.ts'
import { refusalsOfAnalysis } from './analysis.ts'
import { refusalsOfBounds } from './bounds.ts'
import { refusalsOfChanges } from './changes.ts'
import { refusalsOfExpressions } from './expressions.ts'
import { refusalsOfKeys } from './keys.ts'
import { refusalsOfLists } from './lists.ts'
import { refusalsOfTexts } from './texts.ts'

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

const RULES: readonly Rule[] = [
  refusalsOfKeys,
  ({ file }) => refusalsOfTexts(file, file.languages),
  refusalsOfLists,
  refusalsOfBounds,
  refusalsOfExpressions,
  refusalsOfAnalysis,
  refusalsOfChanges,
]

/** The refusals of all rules; a file without any can be sealed. */
export function allRules(judged: Judged): Refusal[] {
  return RULES.flatMap((rule) => rule(judged))
}
