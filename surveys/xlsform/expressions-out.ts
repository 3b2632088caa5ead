// From this house's conditions to those of XLSForm: XPath, in which an unanswered question is an empty text.
import { itemsOf } from '../definition/codebook.ts'
import { parseExpression, references } from '../definition/expression.ts'
import type { Expression, Group, Question, Questionnaire, Ref } from '../definition/model.ts'
import { findQuestion } from '../definition/rules/places.ts'
import type { Names } from './names.ts'

/** Where an expression stands, and how its questions are called there. */
export type Outgoing = {
  readonly questionnaire: Questionnaire
  readonly names: Names
  readonly group?: Group
  /** the address of the question whose constraint it is: `.` there */
  readonly self?: string
}

/** What XPath cannot say: `foreign` names another round or questionnaire. */
export class Unsayable extends Error {}

/** @throws Unsayable where the expression looks outside the form */
export function sayExpression(source: string, from: Outgoing): string {
  return truth(parseExpression(source), from, 'or')
}

/** Where a list has its choices. */
const CHOICES = 'root/item'
/** What an acknowledgement holds. */
const CONFIRMED = "'OK'"

type Level = 'or' | 'and' | 'not'

function truth(expression: Expression, from: Outgoing, level: Level): string {
  switch (expression.op) {
    case 'or':
      return within(`${truth(expression.left, from, 'or')} or ${truth(expression.right, from, 'or')}`, level !== 'or')
    case 'and':
      return within(
        `${truth(expression.left, from, 'and')} and ${truth(expression.right, from, 'and')}`,
        level === 'not',
      )
    case 'not':
      return `not(${truth(expression.of, from, 'or')})`
    case 'answered':
      return `${place(expression.ref, from)} != ''`
    case 'selected':
      return `selected(${place(expression.ref, from)}, '${expression.option}')`
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(expression, from, level)
    default:
      throw new Unsayable(expression.op)
  }
}

const within = (text: string, isEnclosed: boolean) => (isEnclosed ? `(${text})` : text)

type Comparison = Extract<Expression, { op: '=' | '!=' | '<' | '<=' | '>' | '>=' }>

/** Here nothing unanswered can be compared; in XPath it can, as an empty text: so it is asked for first. */
function compared(comparison: Comparison, from: Outgoing, level: Level): string {
  const { op, left, right } = comparison
  const isByNumber = op === '=' || op === '!=' ? isNumeric(left, from) || isNumeric(right, from) : true
  const isConfirmed = [left, right].some((side) => side.op === 'ref' && questionOf(side, from)?.type === 'confirm')
  const [first, second] = [left, right].map((side) =>
    isConfirmed && side.op === 'text' ? CONFIRMED : scalar(side, from, isByNumber),
  )
  const said = `${first} ${op} ${second}`
  const guards = [...new Set(guarded(comparison).map((ref) => `${place(ref, from)} != ''`))]
  return guards.length === 0 ? said : within([...guards, said].join(' and '), level === 'not')
}

/** `= 'x'` and the order of numbers are false by themselves where there is no answer. */
function guarded({ op, left, right }: Comparison): Ref[] {
  const counted = [left, right].filter((side) => references(side).length > 0)
  const isCounting = JSON.stringify([left, right]).includes('count_selected')
  if (op === '!=' || isCounting || (op === '=' && counted.length > 1))
    return [...references(left), ...references(right)]
  return []
}

/** Whether `=` goes by the value of options instead of by their name. */
function isNumeric(expression: Expression, from: Outgoing): boolean {
  if (expression.op === 'ref') return questionOf(expression, from)?.type === 'number'
  return expression.op !== 'text' && expression.op !== 'today'
}

function scalar(expression: Expression, from: Outgoing, isByNumber: boolean): string {
  switch (expression.op) {
    case 'text':
      return /^\d{4}-\d{2}-\d{2}$/.test(expression.value) ? `date('${expression.value}')` : `'${expression.value}'`
    case 'number':
      return String(expression.value)
    case 'today':
      return 'today()'
    case 'ref':
      return answer(expression, from, isByNumber)
    case 'count_selected':
      return `count-selected(${place(expression.ref, from)})`
    case '+':
    case '-':
    case '*':
    case 'div':
      return `(${scalar(expression.left, from, true)} ${expression.op} ${scalar(expression.right, from, true)})`
    default:
      throw new Unsayable(expression.op)
  }
}

/** Options are compared by the `value` that stands beside them in the sheet of choices. */
function answer(ref: Ref, from: Outgoing, isByNumber: boolean): string {
  const question = questionOf(ref, from)
  const said = place(ref, from)
  if (!isByNumber || !question || !('list' in question)) return said
  return `number(instance('${question.list}')/${CHOICES}[name = ${said}]/value)`
}

function questionOf(ref: Ref, from: Outgoing): Question | undefined {
  return findQuestion(from.questionnaire, addressOf(ref, from))?.question
}

function addressOf({ source, group, key }: Ref, from: Outgoing): string {
  if (source !== undefined) throw new Unsayable('foreign')
  if (group !== undefined) return `${group}.${key}`
  return from.group?.questions.some((question) => question.key === key) ? `${from.group.group}.${key}` : key
}

/** Another group's answer is that of a numbered repetition: of the same number, or of the item's place in the list. */
function place(ref: Ref, from: Outgoing): string {
  const address = addressOf(ref, from)
  const isHere = ref.item === undefined || (ref.item === 'item' && ref.group === from.group?.group)
  if (address === from.self && isHere) return '.'
  const said = `\${${from.names.get(address) ?? address}}`
  if (isHere || ref.group === undefined) return said
  const group = from.names.get(`group/${ref.group}`) ?? ref.group
  return `indexed-repeat(${said}, \${${group}}, ${ref.item === 'item' ? 'position(..)' : placeInList(ref, from)})`
}

function placeInList({ group, item }: Ref, { questionnaire }: Outgoing): number {
  const groups = questionnaire.sections.flatMap(({ items }) => items)
  const meant = groups.find((one): one is Group => 'group' in one && one.group === group)
  return 1 + itemsOf(questionnaire, meant?.for_each ?? '').findIndex(({ key }) => key === item)
}
