// What a returned reply may change: the questions asked about, and those that only their answers bring up.
import { references } from '#surveys/definition/expression.ts'
import type { Codebook, Expression } from '#surveys/definition/model.ts'

/**
 * The fields that can be changed when some were unlocked: these, what depends on them by `show_if` or by a condition of
 * being required, and the places where a check that looks at one of them wants its word; and so on from there.
 * @param unlocked names of fields; unknown ones count for nothing
 */
export function openFields(codebook: Codebook, unlocked: Iterable<string>): ReadonlySet<string> {
  const dependents = dependentsOf(codebook)
  const open = new Set([...unlocked].filter((name) => codebook.byName.has(name)))
  // A set that grows while it is walked is walked to its end.
  for (const name of open) for (const dependent of dependents.get(name) ?? []) open.add(dependent)
  return open
}

const known = new WeakMap<Codebook, ReadonlyMap<string, readonly string[]>>()

/** By field, the fields that look at it. Walked once per codebook. */
function dependentsOf(codebook: Codebook): ReadonlyMap<string, readonly string[]> {
  const before = known.get(codebook)
  if (before) return before
  const dependents = new Map<string, string[]>()
  const add = (expression: Expression | undefined, dependent: string) => {
    for (const ref of expression ? references(expression) : []) {
      if (ref.source !== undefined || ref.field === undefined || ref.field === dependent) continue
      const list = dependents.get(ref.field)
      if (list) list.push(dependent)
      else dependents.set(ref.field, [dependent])
    }
  }
  for (const field of codebook.fields) {
    add(field.showIf, field.name)
    add(typeof field.required === 'boolean' ? undefined : field.required, field.name)
  }
  for (const { when, field } of codebook.checks) add(when, field.name)
  known.set(codebook, dependents)
  return dependents
}
