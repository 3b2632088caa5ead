// The values that a question's answer can take as far as conditions can tell them apart: few enough to try them all.
import type { Value } from '#surveys/answering/model.ts'
import { references } from '#surveys/definition/expression.ts'
import type { Expression, Field } from '#surveys/definition/model.ts'

/** undefined: not answered. A field without a domain can take more values than can be tried, so nothing is claimed about it. */
export type Domain = readonly (Value | undefined)[]

/** More options than this are not combined. */
const MOST_COMBINED = 7
const DAY = 86_400_000

/** What the conditions around a field compare it with. */
type Compared = {
  readonly literals: readonly (string | number)[]
  readonly isPlain: boolean
  readonly isCounted: boolean
}

/**
 * @param conditions everything that looks at the field
 * @param today ISO date
 */
export function domainOf(field: Field, conditions: readonly Expression[], today: string): Domain | null {
  const compared = comparedWith(field, conditions, today)
  const { question, options } = field
  switch (question.type) {
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
      return [undefined, ...options.map(({ key }) => key)]
    case 'number':
      return compared.isPlain ? [undefined, ...numbersAround(compared.literals, question)] : null
    case 'date':
      return compared.isPlain ? [undefined, ...datesAround(compared.literals)] : null
    case 'text':
    case 'long_text':
      return compared.isPlain ? [undefined, 'x', ...compared.literals.map(String)] : null
    case 'multi':
      return severalOf(field, conditions, compared.isCounted)
    case 'ranking':
      return [undefined, options.slice(0, 1).map(({ key }) => key)]
    case 'file':
      return [undefined, [{ kind: 'link', url: 'https://example.org/' }]]
  }
}

function comparedWith(field: Field, conditions: readonly Expression[], today: string): Compared {
  const literals: (string | number)[] = []
  let [isPlain, isCounted] = [true, false]
  const isOurs = (one: Expression) => one.op === 'ref' && one.field === field.name
  const look = (one: Expression): void => {
    switch (one.op) {
      case 'and':
      case 'or':
        look(one.left)
        look(one.right)
        return
      case 'not':
        look(one.of)
        return
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=': {
        const [own, other] = isOurs(one.left) ? [one.left, one.right] : [one.right, one.left]
        isCounted ||= [one.left, one.right].some(
          (side) => side.op === 'count_selected' && side.ref.field === field.name,
        )
        if (!isOurs(own)) isPlain &&= !references(one).some((ref) => ref.field === field.name)
        else if (other.op === 'text' || other.op === 'number') literals.push(other.value)
        else if (other.op === 'today') literals.push(today)
        else isPlain = false
        return
      }
      default:
        return
    }
  }
  for (const one of conditions) look(one)
  return { literals, isPlain, isCounted }
}

/** Each number that is named, and one on each side of it, within the bounds of the question. */
function numbersAround(
  literals: readonly (string | number)[],
  { decimals, min, max }: { decimals: number; min?: number; max?: number },
): number[] {
  const step = 10 ** -decimals
  const bounds = [min, max].filter((one) => one !== undefined)
  const around = [0, ...bounds, ...literals.map(Number)].flatMap((one) => [one - step, one, one + step])
  const rounded = around.map((one) => Number(one.toFixed(decimals)))
  return [...new Set(rounded)].filter((one) => one >= (min ?? one) && one <= (max ?? one))
}

function datesAround(literals: readonly (string | number)[]): string[] {
  const days = literals.map((one) => Date.parse(`${one}T00:00:00Z`)).filter((time) => !Number.isNaN(time))
  const around = (days.length > 0 ? days : [0]).flatMap((time) => [time - DAY, time, time + DAY])
  return [...new Set(around.map((time) => new Date(time).toISOString().slice(0, 10)))]
}

/** All sets of options; where only some of them are asked for, of these and of one that stands for the others. */
function severalOf(
  { name, options, question }: Field,
  conditions: readonly Expression[],
  isCounted: boolean,
): Domain | null {
  const asked = new Set(conditions.flatMap((one) => optionsAsked(one, name)))
  const others = options.find(({ key }) => !asked.has(key))
  const keys = isCounted
    ? options.map(({ key }) => key)
    : [...options.filter(({ key }) => asked.has(key)), ...(others ? [others] : [])].map(({ key }) => key)
  if (keys.length > MOST_COMBINED) return null
  const most = ('max_choices' in question ? question.max_choices : undefined) ?? keys.length
  const alone = question.type === 'multi' ? question.exclusive : []
  const sets = Array.from({ length: 2 ** keys.length - 1 }, (_, bits) =>
    keys.filter((_, index) => (bits + 1) & (1 << index)),
  )
  const allowed = sets.filter(
    (set) => set.length <= most && (set.length === 1 || !set.some((key) => alone.includes(key))),
  )
  return [undefined, ...allowed]
}

function optionsAsked(one: Expression, field: string): string[] {
  if (one.op === 'selected') return one.ref.field === field ? [one.option] : []
  if (one.op === 'not') return optionsAsked(one.of, field)
  if (one.op === 'and' || one.op === 'or') return [...optionsAsked(one.left, field), ...optionsAsked(one.right, field)]
  return []
}
