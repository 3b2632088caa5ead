// What kind of value each part of an expression has, and which kinds can be compared, counted or calculated with.
import { CONFIRMED } from '../builtin.ts'
import type { Expression, Option, Ref } from '../model.ts'
import { noSuchOption } from './lists.ts'
import { type Meant, meantBy, type Outlook, shown } from './references.ts'

type Kind =
  | { readonly is: 'truth' | 'number' | 'date' | 'words' | 'unknown' }
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'constant'; readonly number: number }
  | { readonly is: 'option'; readonly options: readonly Option[]; readonly list: string }
  | { readonly is: 'uncomparable'; readonly why: string }

/** A part of an expression that is refused; `at` is the part, or the ref in it. */
export type Fault = { readonly at: object; readonly message: string }

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const UNKNOWN: Kind = { is: 'unknown' }

/** @returns every fault of the expression; an expression without any can be judged */
export function faultsOf(expression: Expression, outlook: Outlook): Fault[] {
  const faults: Fault[] = []
  const refuse = (at: object, message: string) => {
    faults.push({ at, message })
  }
  truth(expression, { outlook, refuse })
  return faults
}

type Judging = { readonly outlook: Outlook; readonly refuse: (at: object, message: string) => void }

function truth(expression: Expression, judging: Judging): void {
  switch (expression.op) {
    case 'and':
    case 'or':
      truth(expression.left, judging)
      truth(expression.right, judging)
      return
    case 'not':
      truth(expression.of, judging)
      return
    case 'answered':
      find(expression.ref, judging)
      return
    case 'selected':
      selected(expression, judging)
      return
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      comparison(expression, judging)
      return
    default:
      kindOf(expression, judging)
      judging.refuse(expression, 'expected something that is true or false: a comparison, answered(…), selected(…)')
  }
}

function find(ref: Ref, { outlook, refuse }: Judging): Meant | undefined {
  const meant = meantBy(ref, outlook)
  if (typeof meant !== 'string') return meant
  refuse(ref, meant)
  return undefined
}

function multi(ref: Ref, judging: Judging, called: string): Meant | undefined {
  const meant = find(ref, judging)
  if (!meant || meant.placed.question.type === 'multi') return meant
  judging.refuse(ref, `${called} is for questions of type multi; \`${shown(ref)}\` is ${meant.placed.question.type}`)
  return undefined
}

function selected(expression: Extract<Expression, { op: 'selected' }>, judging: Judging): void {
  const meant = multi(expression.ref, judging, 'selected()')
  if (!meant || meant.options.some((option) => option.key === expression.option)) return
  const { question } = meant.placed
  judging.refuse(expression, noSuchOption(expression.option, 'list' in question ? question.list : '', meant.options))
}

function kindOf(expression: Expression, judging: Judging): Kind {
  switch (expression.op) {
    case 'text':
      return { is: 'literal', text: expression.value }
    case 'number':
      return { is: 'constant', number: expression.value }
    case 'today':
      return { is: 'date' }
    case 'ref': {
      const meant = find(expression, judging)
      return meant ? kindOfAnswer(meant, expression) : UNKNOWN
    }
    case 'count_selected':
      multi(expression.ref, judging, 'count-selected()')
      return { is: 'number' }
    case '+':
    case '-':
    case '*':
    case 'div':
      calculated(expression.left, judging)
      calculated(expression.right, judging)
      return { is: 'number' }
    default:
      truth(expression, judging)
      return { is: 'truth' }
  }
}

function kindOfAnswer({ placed, options }: Meant, ref: Ref): Kind {
  const { question } = placed
  switch (question.type) {
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
      return { is: 'option', options, list: question.list }
    case 'confirm':
      return { is: 'option', options: CONFIRMED, list: 'confirm' }
    case 'number':
    case 'date':
      return { is: question.type }
    case 'text':
    case 'long_text':
      return { is: 'words' }
    case 'multi':
      return {
        is: 'uncomparable',
        why: `\`${shown(ref)}\` may hold several options; use selected() or count-selected()`,
      }
    case 'ranking':
    case 'file':
      return { is: 'uncomparable', why: `\`${shown(ref)}\` is a ${question.type}; only answered() can look at it` }
  }
}

function calculated(expression: Expression, judging: Judging): void {
  const kind = kindOf(expression, judging)
  if (kind.is === 'unknown' || kind.is === 'number' || kind.is === 'constant') return
  if (kind.is === 'option' && isOrdered(kind.options)) return
  judging.refuse(expression, `only numbers, and options with a \`value\`, can be calculated with`)
}

type Comparison = Extract<Expression, { op: '=' | '!=' | '<' | '<=' | '>' | '>=' }>

function comparison(expression: Comparison, judging: Judging): void {
  const sides = [expression.left, expression.right] as const
  const kinds = sides.map((side) => kindOf(side, judging)) as [Kind, Kind]
  const judged = sides.map((side, index) => ({ side, why: whyNotCompared(kinds[index]) }))
  const wrong = judged.find(({ why }) => why !== undefined)
  if (wrong) judging.refuse(wrong.side, wrong.why ?? '')
  if (wrong || kinds.some((kind) => kind.is === 'unknown')) return
  const isEquality = expression.op === '=' || expression.op === '!='
  const why = isEquality ? whyNotEqual(kinds) : whyNotOrdered(kinds)
  if (!why) return
  const literal = sides.find((side) => side.op === 'text' || side.op === 'number')
  judging.refuse(literal ?? expression, why)
}

function whyNotCompared(kind: Kind | undefined): string | undefined {
  if (kind?.is === 'uncomparable') return kind.why
  return kind?.is === 'truth' ? 'what is true or false is not compared; use and, or, not(…)' : undefined
}

function whyNotEqual([left, right]: readonly [Kind, Kind]): string | undefined {
  if (left.is === 'option') return whyNoOption(left, right)
  if (right.is === 'option') return whyNoOption(right, left)
  if (left.is === 'words' || right.is === 'words') {
    return [left, right].every((kind) => kind.is === 'words' || kind.is === 'literal')
      ? undefined
      : mismatch([left, right])
  }
  return whyNotOrdered([left, right])
}

function whyNoOption(option: Extract<Kind, { is: 'option' }>, other: Kind): string | undefined {
  const { options, list } = option
  if (other.is === 'literal') {
    return options.some(({ key }) => key === other.text) ? undefined : noSuchOption(other.text, list, options)
  }
  if (other.is === 'constant') {
    const values = options.flatMap(({ value }) => value ?? [])
    if (values.includes(other.number)) return undefined
    return `no option of \`${list}\` has the value ${other.number}; expected one of ${values.join(', ') || 'their keys'}`
  }
  if (other.is === 'option') {
    const isShared = options.some(({ key }) => other.options.some((candidate) => candidate.key === key))
    return isShared ? undefined : `\`${list}\` and \`${other.list}\` have no option in common`
  }
  return other.is === 'number' && isOrdered(options) ? undefined : mismatch([option, other])
}

/** Numbers and valued options stand in one order, dates in another; words in none. */
function whyNotOrdered(kinds: readonly [Kind, Kind]): string | undefined {
  const unvalued = kinds.find((kind) => kind.is === 'option' && !isOrdered(kind.options))
  if (unvalued?.is === 'option') return `the options of \`${unvalued.list}\` have no \`value\` to compare by`
  const isNumeric = (kind: Kind) => kind.is === 'number' || kind.is === 'constant' || kind.is === 'option'
  const isDate = (kind: Kind) => kind.is === 'date' || (kind.is === 'literal' && ISO_DATE.test(kind.text))
  return kinds.every(isNumeric) || kinds.every(isDate) ? undefined : mismatch(kinds)
}

function isOrdered(options: readonly Option[]): boolean {
  return options.some((option) => option.value !== undefined)
}

function mismatch(kinds: readonly [Kind, Kind]): string {
  return `${named(kinds[0])} cannot be compared with ${named(kinds[1])}`
}

function named(kind: Kind): string {
  switch (kind.is) {
    case 'literal':
      return `the text '${kind.text}'`
    case 'constant':
      return `the number ${kind.number}`
    case 'option':
      return `an option of \`${kind.list}\``
    case 'words':
      return 'a free text'
    case 'date':
      return 'a date (written as 2018-01-24)'
    default:
      return 'a number'
  }
}
