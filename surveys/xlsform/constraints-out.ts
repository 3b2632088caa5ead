// What an answer must keep, in one XPath condition: the question's own limits, and the checks that block it.
import type { Check, Group, Question } from '../definition/model.ts'
import { type Outgoing, sayExpression, Unsayable } from './expressions-out.ts'

export type Constrained = {
  readonly constraint: string
  /** of the checks that it holds */
  readonly messages: readonly Check['message'][]
}

/** @param checks those that block at this question */
export function constraintOf(question: Question, checks: readonly Check[], from: Outgoing): Constrained {
  const [said, messages] = [limitsOf(question), [] as Check['message'][]]
  for (const check of checks) {
    try {
      said.push(`not(${sayExpression(check.when, from)})`)
      messages.push(check.message)
    } catch (error) {
      // A check that looks at another round is listed with the checks.
      if (!(error instanceof Unsayable)) throw error
    }
  }
  return { constraint: said.join(' and '), messages }
}

/** The address by which its own checks look at a question. */
export const selfOf = (question: Question, group: Group | undefined): string =>
  group ? `${group.group}.${question.key}` : question.key

function limitsOf(question: Question): string[] {
  switch (question.type) {
    case 'text':
    case 'long_text':
      return bounds('string-length(.)', question.min_length, question.max_length)
    case 'number':
      return bounds('.', question.min, question.max)
    case 'date':
      return bounds('.', dateOf(question.min), dateOf(question.max))
    case 'multi':
      return [
        ...bounds('count-selected(.)', undefined, question.max_choices),
        ...question.exclusive.map((key) => `not(selected(., '${key}') and count-selected(.) > 1)`),
      ]
    default:
      return []
  }
}

const bounds = (value: string, min: number | string | undefined, max: number | string | undefined): string[] => [
  ...(min === undefined ? [] : [`${value} >= ${min}`]),
  ...(max === undefined ? [] : [`${value} <= ${max}`]),
]

const dateOf = (date: string | undefined) =>
  date === undefined ? undefined : date === 'today' ? 'today()' : `date('${date}')`
