// The logic of a questionnaire: which answers open which questions, what nobody can ever be asked, the shortest and the longest way.
import { decidersOf, standing } from '#surveys/answering/applicability.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell, Value } from '#surveys/answering/model.ts'
import type { Codebook, Expression, Field, Text } from '#surveys/definition/model.ts'
import { type Domain, domainOf } from './domains.ts'

/** A question that depends on others; of a group, at its first item. */
export type Condition = {
  /** `question` or `group.question` */
  readonly ref: string
  readonly number: string
  readonly label: Text
  readonly source: string
  /** the questions that decide */
  readonly deciders: readonly { readonly ref: string; readonly number: string; readonly label: Text }[]
  /** of a single decider that is answered with one option: the options that open it */
  readonly openedBy: readonly { readonly key: string; readonly label: Text }[] | null
  /** null: too many combinations to try them all, so nothing is claimed */
  readonly canApply: boolean | null
}
export type Paths = {
  /** questions at each of their items; `isExact` false where a bound stands for what could not be tried */
  readonly shortest: number
  readonly longest: number
  readonly all: number
  readonly isExact: boolean
}

/** More combinations than this are not tried. */
const MOST = 20_000

const refOf = ({ group, question }: Field) => (group ? `${group.group}.${question.key}` : question.key)

/** Every conditional question, once: the items of a group have the same conditions. */
export function conditionsOf(codebook: Codebook, today: string): Condition[] {
  const seen = new Set<string>()
  return codebook.fields.flatMap((field): Condition[] => {
    const ref = refOf(field)
    if (!field.showIf || seen.has(ref)) return []
    seen.add(ref)
    const { number, question } = field
    const deciders = decidersOf(codebook, field)
    const named = deciders.map((one) => ({ ref: refOf(one), number: one.number, label: one.question.label }))
    const trial = trialOf(codebook, [field], today)
    const canApply = trial === null ? null : trial.some(({ applies }) => applies(field))
    return [
      {
        ref,
        number,
        label: question.label,
        source: question.show_if ?? '',
        deciders: named,
        openedBy: openedBy(field, deciders, trial),
        canApply,
      },
    ]
  })
}

/** With one decider that has options: which of them open the question. */
function openedBy(field: Field, [decider, ...others]: readonly Field[], trial: Trial | null): Condition['openedBy'] {
  // Of several options at once, one may have stood for others: nothing is said of each.
  const isOne =
    decider !== undefined && decider.options.length > 0 && !['multi', 'ranking'].includes(decider.question.type)
  if (!isOne || others.length > 0 || !trial) return null
  const opens = new Set(
    trial.filter(({ applies }) => applies(field)).map(({ cells }) => cells.get(decider.name)?.value),
  )
  return decider.options.filter(({ key }) => opens.has(key)).map(({ key, label }) => ({ key, label }))
}

/** How many questions the quickest and the longest reply have. Questions that decide nothing of each other are counted apart. */
export function pathsOf(codebook: Codebook, today: string): Paths {
  const always = codebook.fields.filter(({ showIf }) => !showIf).length
  let [shortest, longest, isExact] = [always, always, true]
  // The items of a group are alike: what was tried for one holds for the others.
  const known = new Map<string, Counted>()
  for (const related of components(codebook)) {
    const key = related.flatMap((field) => [field, ...decidersOf(codebook, field)].map(refOf)).join(' ')
    const counted = known.get(key) ?? countOf(codebook, related, today)
    known.set(key, counted)
    isExact &&= counted.isExact
    shortest += counted.least
    longest += counted.most
  }
  return { shortest, longest, all: codebook.fields.length, isExact }
}

type Counted = { readonly least: number; readonly most: number; readonly isExact: boolean }

/** How many of some fields apply, at least and at most, whatever is answered. */
function countOf(codebook: Codebook, fields: readonly Field[], today: string): Counted {
  const trial = trialOf(codebook, fields, today)
  if (trial === null) return { least: 0, most: fields.length, isExact: false }
  // Reduced, not spread: there may be thousands of combinations.
  const counts = trial.map(({ applies }) => fields.filter(applies).length)
  const least = counts.reduce((one, other) => Math.min(one, other))
  return { least, most: counts.reduce((one, other) => Math.max(one, other)), isExact: true }
}

/** Conditional questions that share something they look at. */
function components(codebook: Codebook): Field[][] {
  const group = new Map<string, string>()
  const rootOf = (name: string): string => {
    const above = group.get(name) ?? name
    return above === name ? name : rootOf(above)
  }
  const conditional = codebook.fields.filter(({ showIf }) => showIf)
  for (const field of conditional) {
    for (const decider of decidersOf(codebook, field)) group.set(rootOf(decider.name), rootOf(field.name))
  }
  return [...Map.groupBy(conditional, ({ name }) => rootOf(name)).values()]
}

type Tried = { readonly cells: ReadonlyMap<string, Cell>; applies(field: Field): boolean }
type Trial = readonly Tried[]

/** Every combination of answers that can matter to some fields; null where there are too many, or one cannot be told apart. */
function trialOf(codebook: Codebook, fields: readonly Field[], today: string): Trial | null {
  const conditions = new Map<string, Expression>()
  const deciders = new Map<string, Field>()
  const waiting = [...fields]
  for (const field of waiting) {
    if (field.showIf) conditions.set(field.name, field.showIf)
    for (const one of decidersOf(codebook, field)) {
      if (deciders.has(one.name)) continue
      deciders.set(one.name, one)
      waiting.push(one)
    }
  }
  const expressions = [...conditions.values()]
  const domains = [...deciders.values()].map((field) => ({
    name: field.name,
    domain: domainOf(field, expressions, today),
  }))
  const size = domains.reduce((product, { domain }) => product * (domain?.length ?? Number.POSITIVE_INFINITY), 1)
  if (size > MOST) return null
  return combined(domains as readonly { name: string; domain: Domain }[]).map((values) => {
    const cells = new Map([...values].map(([name, value]) => [name, { ...emptyCell(name), value }]))
    return { cells, applies: standing(codebook, cells, today).applies }
  })
}

function combined(
  domains: readonly { readonly name: string; readonly domain: Domain }[],
): ReadonlyMap<string, Value>[] {
  return domains.reduce<ReadonlyMap<string, Value>[]>(
    (all, { name, domain }) =>
      all.flatMap((values) =>
        domain.map((value) => (value === undefined ? values : new Map([...values, [name, value]]))),
      ),
    [new Map()],
  )
}
