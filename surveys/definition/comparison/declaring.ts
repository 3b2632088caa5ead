// What stands between a new version and its publication: changes that nobody declared, declarations that the facts
// contradict, reasons that are missing, a version number that is too low.
import type { ChangeKind, Questionnaire } from '../model.ts'
import { compareQuestionnaires } from './compare.ts'
import { elementsOf } from './elements.ts'
import { greater, stepBetween } from './judging.ts'
import type { Comparison, Entry, Step } from './model.ts'

export type DeclaringRefusal =
  /** differs, and not a word about it */
  | { readonly code: 'undeclared'; readonly keys: readonly string[] }
  /** both: what is said, and what may be said by the facts (empty: nothing differs) */
  | { readonly code: 'contradicted'; readonly entries: readonly Contradiction[] }
  /** reworded, changed, new and withdrawn say why, in every language */
  | { readonly code: 'reason_missing'; readonly keys: readonly string[] }
  /** maps that name an option which the version before does not have, or that stand where nothing is chosen */
  | { readonly code: 'maps_wrong'; readonly keys: readonly string[] }
  /** a key that an earlier version used and withdrew: keys are for ever */
  | { readonly code: 'key_used_before'; readonly keys: readonly string[] }
  | { readonly code: 'version_too_low'; readonly needed: Step; readonly last: string }

export type Contradiction = {
  readonly key: string
  readonly declared: ChangeKind
  readonly allowed: readonly ChangeKind[]
  readonly machine: Entry['machine']
}

/**
 * @param previous the highest published version
 * @param earlier versions before that one, for keys that are gone
 */
export function refusalsOfDeclaring(
  candidate: Questionnaire,
  previous: Questionnaire,
  earlier: readonly Questionnaire[],
): DeclaringRefusal[] {
  const comparison = compareQuestionnaires(previous, candidate)
  const asked = comparison.entries.filter(({ kind }) => kind === 'question' || kind === 'group')
  const undeclared = asked.filter(({ allowed, declared }) => allowed.length > 0 && !declared)
  const refusals: DeclaringRefusal[] = []
  if (undeclared.length > 0) refusals.push({ code: 'undeclared', keys: undeclared.map(({ key }) => key) })
  const contradicted = contradictions(candidate, asked)
  if (contradicted.length > 0) refusals.push({ code: 'contradicted', entries: contradicted })
  const unreasoned = withoutReason(candidate)
  if (unreasoned.length > 0) refusals.push({ code: 'reason_missing', keys: unreasoned })
  const wrong = wrongMaps(candidate, previous)
  if (wrong.length > 0) refusals.push({ code: 'maps_wrong', keys: wrong })
  const reused = reusedKeys(asked, earlier)
  if (reused.length > 0) refusals.push({ code: 'key_used_before', keys: reused })
  return [...refusals, ...versionRefusal(comparison)]
}

function contradictions({ changes }: Questionnaire, asked: readonly Entry[]): Contradiction[] {
  const entries = new Map(asked.map((entry) => [entry.key, entry]))
  return changes.flatMap(({ key, change }): Contradiction[] => {
    const entry = entries.get(key)
    const allowed = entry?.allowed ?? []
    const isSaid = allowed.includes(change) || (entry?.machine === 'same' && change === 'same')
    return isSaid ? [] : [{ key, declared: change, allowed, machine: entry?.machine ?? 'same' }]
  })
}

function withoutReason({ changes, languages }: Questionnaire): string[] {
  const hasReason = (reason: Readonly<Record<string, string>> | undefined) =>
    languages.every((language) => (reason?.[language] ?? '').trim() !== '')
  return changes.filter(({ change, reason }) => change !== 'same' && !hasReason(reason)).map(({ key }) => key)
}

function wrongMaps({ changes }: Questionnaire, previous: Questionnaire): string[] {
  const elements = elementsOf(previous)
  return changes
    .filter(({ key, change, maps }) => {
      if (!maps) return false
      const options = new Set(elements.get(`question:${key}`)?.options.map((option) => option.key))
      return change !== 'changed' || Object.keys(maps).some((option) => !options.has(option))
    })
    .map(({ key }) => key)
}

function reusedKeys(asked: readonly Entry[], earlier: readonly Questionnaire[]): string[] {
  const used = new Set(earlier.flatMap((one) => [...elementsOf(one).keys()]))
  return asked.filter(({ machine, kind, key }) => machine === 'new' && used.has(`${kind}:${key}`)).map(({ key }) => key)
}

function versionRefusal({ from, to, step }: Comparison): DeclaringRefusal[] {
  const taken = stepBetween(from, to)
  return greater(taken, step) === taken ? [] : [{ code: 'version_too_low', needed: step, last: from }]
}
