// The language of show_if, required and checks: reading an expression, what it refers to, and judging it.
import type { Cell } from '#surveys/answering/model.ts'
import type { Expression, Field, Ref } from './model.ts'
import { Parser } from './parser.ts'

/**
 * @param source for example `${priority} >= 4 and not(answered(${justification}))`
 * @throws ExpressionError with the offset of what was not expected, and with what was
 */
export function parseExpression(source: string): Expression {
  return new Parser(source).whole()
}

/** The answers that an expression may look at. */
export type Scope = {
  /** undefined where there is no such cell and where it does not apply; `ref.field` is the name of the field */
  cellOf(ref: Ref): { readonly field: Field; readonly cell: Cell } | undefined
  /** ISO date */
  readonly today: string
}

/** What can be compared: `is` for equality; `order` for `<`, for equality with a number, and for arithmetic. */
type Scalar = { readonly is: string | number; readonly order: string | number | undefined }

/**
 * Judges an expression. Unanswered, absent and inapplicable answers make every comparison false, `!=` included;
 * `not()` turns that round, as it does with anything false.
 * @param expression as `compile` gives it, with the name of the field in each reference
 */
export function evaluate(expression: Expression, scope: Scope): boolean {
  switch (expression.op) {
    case 'and':
      return evaluate(expression.left, scope) && evaluate(expression.right, scope)
    case 'or':
      return evaluate(expression.left, scope) || evaluate(expression.right, scope)
    case 'not':
      return !evaluate(expression.of, scope)
    case 'answered':
      return isAnswered(scope.cellOf(expression.ref)?.cell)
    case 'selected':
      return chosenOf(scope.cellOf(expression.ref)?.cell)?.includes(expression.option) ?? false
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(expression.op, scalarOf(expression.left, scope), scalarOf(expression.right, scope))
    default:
      return false
  }
}

/** All references of an expression, in the order in which they are written. */
export function references(expression: Expression): Ref[] {
  switch (expression.op) {
    case 'ref':
      return [expression]
    case 'answered':
    case 'selected':
    case 'count_selected':
      return [expression.ref]
    case 'not':
      return references(expression.of)
    case 'text':
    case 'number':
    case 'today':
      return []
    default:
      return [...references(expression.left), ...references(expression.right)]
  }
}

/** The same expression with the name of its field in every reference. */
export function bind(expression: Expression, fieldOf: (ref: Ref) => string): Expression {
  const named = <R extends Ref>(ref: R): R => ({ ...ref, field: fieldOf(ref) })
  switch (expression.op) {
    case 'ref':
      return named(expression)
    case 'answered':
    case 'selected':
    case 'count_selected':
      return { ...expression, ref: named(expression.ref) }
    case 'not':
      return { ...expression, of: bind(expression.of, fieldOf) }
    case 'text':
    case 'number':
    case 'today':
      return expression
    default:
      return { ...expression, left: bind(expression.left, fieldOf), right: bind(expression.right, fieldOf) }
  }
}

/** Whether a cell holds an answer: an absence, an unreadable entry, a comment alone, and nothing chosen are none. */
export function isAnswered(cell: Cell | undefined): boolean {
  if (!cell || cell.absence !== null || cell.typed !== null || cell.value === null) return false
  return typeof cell.value === 'number' || cell.value.length > 0
}

function scalarOf(expression: Expression, scope: Scope): Scalar | undefined {
  switch (expression.op) {
    case 'text':
      return { is: expression.value, order: expression.value }
    case 'number':
      return { is: expression.value, order: expression.value }
    case 'today':
      return { is: scope.today, order: scope.today }
    case 'ref':
      return scalarOfAnswer(expression, scope)
    case 'count_selected': {
      const count = chosenOf(scope.cellOf(expression.ref)?.cell)?.length
      return count === undefined ? undefined : { is: count, order: count }
    }
    case '+':
    case '-':
    case '*':
    case 'div':
      return calculate(expression.op, scalarOf(expression.left, scope), scalarOf(expression.right, scope))
    default:
      return undefined
  }
}

function scalarOfAnswer(ref: Ref, scope: Scope): Scalar | undefined {
  const found = scope.cellOf(ref)
  if (!found || !isAnswered(found.cell)) return undefined
  const { value } = found.cell
  if (typeof value === 'number') return { is: value, order: value }
  if (typeof value !== 'string') return undefined
  if (found.field.question.type === 'date') return { is: value, order: value }
  return { is: value, order: found.field.options.find((option) => option.key === value)?.value }
}

function chosenOf(cell: Cell | undefined): readonly unknown[] | undefined {
  return cell && isAnswered(cell) && Array.isArray(cell.value) ? cell.value : undefined
}

function compare(op: string, left: Scalar | undefined, right: Scalar | undefined): boolean {
  if (!left || !right) return false
  if (op === '=' || op === '!=') {
    const byNumber = typeof left.is === 'number' || typeof right.is === 'number'
    if (byNumber && (typeof left.order !== 'number' || typeof right.order !== 'number')) return false
    const isEqual = byNumber ? left.order === right.order : left.is === right.is
    return isEqual === (op === '=')
  }
  const [a, b] = [left.order, right.order]
  if (a === undefined || b === undefined || typeof a !== typeof b) return false
  if (op === '<') return a < b
  if (op === '<=') return a <= b
  return op === '>' ? a > b : a >= b
}

function calculate(op: string, left: Scalar | undefined, right: Scalar | undefined): Scalar | undefined {
  const [a, b] = [left?.order, right?.order]
  if (typeof a !== 'number' || typeof b !== 'number') return undefined
  const result = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : a / b
  return Number.isFinite(result) ? { is: result, order: result } : undefined
}
