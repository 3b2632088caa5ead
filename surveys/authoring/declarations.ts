// What an author declares of one change: said in a form, kept among the changes of the draft.
import { elementsOf } from '#surveys/definition/comparison/elements.ts'
import type { Entry, Step } from '#surveys/definition/comparison/model.ts'
import type { Change, ChangeKind, Option, Questionnaire, Text } from '#surveys/definition/model.ts'

/** The options of then and of now, where answers could be carried from one to the other; null where there is nothing to map. */
export type Mapping = { readonly was: readonly Option[]; readonly is: readonly Option[] }

export function mappingOf(entry: Entry, before: Questionnaire, after: Questionnaire): Mapping | null {
  const touchesOptions = entry.facts.some(
    ({ what }) => what.startsWith('option_') || what === 'type' || what === 'setting',
  )
  if (entry.kind !== 'question' || !entry.allowed.includes('changed') || !touchesOptions) return null
  const options = (one: Questionnaire) => elementsOf(one).get(`question:${entry.key}`)?.options ?? []
  const [was, is] = [options(before), options(after)]
  return was.length > 0 && is.length > 0 ? { was, is } : null
}

type Said = {
  readonly key: string
  readonly change: ChangeKind
  readonly reason: Text
  /** from options of then to options of now; null: not comparable option by option */
  readonly maps: Readonly<Record<string, string>> | null
}

/** The declaration as the format has it: a reason that nobody gave, and maps of what is not mapped, are left out. */
export function declarationOf({ key, change, reason, maps }: Said): Change {
  return {
    key,
    change,
    ...(Object.keys(reason).length > 0 && { reason }),
    ...(change === 'changed' && maps && { maps }),
  }
}

/** The version number that a step asks for after the last published one. */
export function versionAfter(last: string, step: Step): string {
  const [major = 0, minor = 0, patch = 0] = last.split('.').map(Number)
  if (step === 'major') return `${major + 1}.0.0`
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}
