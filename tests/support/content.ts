// The real questionnaires of surveys/, read and compiled once per test file.
import { readSurveyFiles } from '#app/commands/survey-files.ts'
import { compile } from '#surveys/definition/codebook.ts'
import { type Library, readLibrary } from '#surveys/definition/library.ts'
import type { Codebook } from '#surveys/definition/model.ts'

let library: Library | undefined
const compiled = new Map<string, Codebook>()

/** Everything in surveys/. */
export function contentLibrary(): Library {
  library ??= readLibrary(readSurveyFiles('surveys'))
  return library
}

/**
 * The codebook of a real questionnaire.
 * @param name `taf-regional-needs@1.1.0`
 * @throws when there is none of this name, with what is wrong with the files
 */
export function contentCodebook(name: string): Codebook {
  const known = compiled.get(name)
  if (known) return known
  const { questionnaires, problems } = contentLibrary()
  const questionnaire = questionnaires.get(name)
  if (!questionnaire) throw new Error(`no questionnaire ${name}: ${JSON.stringify(problems)}`)
  const codebook = compile(questionnaire)
  compiled.set(name, codebook)
  return codebook
}
