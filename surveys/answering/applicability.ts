// Which fields apply, given the answers. What does not apply is set aside: it stays where it is and counts nowhere.
import { evaluate, references, type Scope } from '#surveys/definition/expression.ts'
import type { Codebook, Expression, Field } from '#surveys/definition/model.ts'
import { isGiven } from './cells.ts'
import type { Cell, Cells } from './model.ts'

/** Answers beyond this reply, with the codebook that says what they mean. */
export type Beyond = { readonly codebook: Codebook; readonly cells: Cells }

/** A set of answers, ready to be judged. */
export type Standing = {
  /** true when the field's `show_if` holds, or when it has none */
  applies(field: Field): boolean
  /** judges an expression of this codebook */
  holds(expression: Expression): boolean
}

/**
 * Makes a set of answers ready to be judged; every field is judged once. An answer that does not apply is no answer
 * to others.
 * @param today ISO date
 * @param beyond by source: `previous`, or the slug of another questionnaire; absent ones make every comparison false
 */
export function standing(
  codebook: Codebook,
  cells: Cells,
  today: string,
  beyond: ReadonlyMap<string, Beyond> = new Map(),
): Standing {
  const judged = new Map<string, boolean>()
  const scope: Scope = {
    today,
    cellOf(ref) {
      const source = ref.source === undefined ? undefined : beyond.get(ref.source)
      if (ref.source !== undefined && !source) return undefined
      const field = (source ?? { codebook }).codebook.byName.get(ref.field ?? '')
      const cell = field && (source ?? { cells }).cells.get(field.name)
      if (!field || !cell || (!source && !applies(field))) return undefined
      return { field, cell }
    },
  }
  function applies(field: Field): boolean {
    if (!field.showIf) return true
    const known = judged.get(field.name)
    if (known !== undefined) return known
    // Compiling refuses circles; should one come through, it ends here.
    judged.set(field.name, false)
    const result = evaluate(field.showIf, scope)
    judged.set(field.name, result)
    return result
  }
  return { applies, holds: (expression) => evaluate(expression, scope) }
}

/** The names of the fields that apply. */
export function applicable(codebook: Codebook, cells: Cells, today: string): ReadonlySet<string> {
  const { applies } = standing(codebook, cells, today)
  return new Set(codebook.fields.filter(applies).map((field) => field.name))
}

/** The cells that were given and do not apply now, in reading order. */
export function setAside<C extends Cell>(codebook: Codebook, cells: Cells<C>, today: string): C[] {
  const { applies } = standing(codebook, cells, today)
  return codebook.fields.flatMap((field) => {
    const cell = cells.get(field.name)
    return cell && isGiven(cell) && !applies(field) ? [cell] : []
  })
}

/** The fields that a field's `show_if` looks at, each once. */
export function decidersOf(codebook: Codebook, field: Field): Field[] {
  if (!field.showIf) return []
  const names = new Set(references(field.showIf).map((ref) => ref.field ?? ''))
  return [...names].flatMap((name) => codebook.byName.get(name) ?? [])
}
