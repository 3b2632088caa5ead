// What stands between a questionnaire that can be read and its publication: texts that are missing, and earlier versions.
import { keyOf } from './addresses.ts'
import { type Difference, describeDifferences } from './differences.ts'
import type { Questionnaire } from './model.ts'
import { refusalsOfTexts } from './rules/texts.ts'
import { compareVersions } from './versions.ts'

export type PublishingRefusal =
  /** `places`: by keys, such as `sections.legal.title` with the language that is missing */
  | { readonly code: 'text_missing'; readonly places: readonly string[] }
  | { readonly code: 'not_higher'; readonly last: string }
  | { readonly code: 'changed'; readonly differences: readonly Difference[] }

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
  const last = published
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1)
  if (last && compareVersions(candidate.version, last) < 0) refusals.push({ code: 'not_higher', last })
  return refusals
}

/** Where a text lacks one of the questionnaire's languages: a draft may, a published version may not. */
export function missingTexts(questionnaire: Questionnaire): string[] {
  return refusalsOfTexts(questionnaire, questionnaire.languages).map(
    ({ path, message }) => `${keyOf(questionnaire, path)}: ${message}`,
  )
}
