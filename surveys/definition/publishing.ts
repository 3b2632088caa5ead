// What stands between a questionnaire that can be read and its publication: texts that are missing, and earlier versions.
import { keyOf } from './addresses.ts'
import { type DeclaringRefusal, refusalsOfDeclaring } from './comparison/declaring.ts'
import { type Difference, describeDifferences } from './differences.ts'
import type { Questionnaire } from './model.ts'
import { refusalsOfTexts } from './rules/texts.ts'
import { compareVersions } from './versions.ts'

export type PublishingRefusal =
  /** `places`: by keys, such as `sections.legal.title` with the language that is missing */
  | { readonly code: 'text_missing'; readonly places: readonly string[] }
  | { readonly code: 'not_higher'; readonly last: string }
  | { readonly code: 'changed'; readonly differences: readonly Difference[] }
  | DeclaringRefusal

/**
 * @param candidate as `readLibrary` gives it
 * @param published the sealed versions of the same questionnaire
 * @returns why it cannot be published; nothing where it can, and where the very same is published already
 */
export function refusalsOfPublishing(
  candidate: Questionnaire,
  published: readonly Questionnaire[],
): PublishingRefusal[] {
  const refusals: PublishingRefusal[] = []
  const places = missingTexts(candidate)
  if (places.length > 0) refusals.push({ code: 'text_missing', places })
  const same = published.find(({ version }) => version === candidate.version)
  if (same) {
    const differences = describeDifferences(same, candidate)
    if (differences.length > 0) refusals.push({ code: 'changed', differences })
    return refusals
  }
  const earlier = published.toSorted((a, b) => compareVersions(a.version, b.version))
  const last = earlier.pop()
  if (!last) return refusals
  if (compareVersions(candidate.version, last.version) < 0) {
    return [...refusals, { code: 'not_higher', last: last.version }]
  }
  return [...refusals, ...refusalsOfDeclaring(candidate, last, earlier)]
}

/** Where a text lacks one of the questionnaire's languages: a draft may, a published version may not. */
export function missingTexts(questionnaire: Questionnaire): string[] {
  return refusalsOfTexts(questionnaire, questionnaire.languages).map(
    ({ path, message }) => `${keyOf(questionnaire, path)}: ${message}`,
  )
}
