// Limits that leave no room for an answer.
import type { Question } from '../model.ts'
import type { Refusal } from '../reading.ts'
import type { Judged } from './all.ts'
import { placesOf } from './places.ts'

/** The lower limit above the upper one: nothing could be entered. */
export function refusalsOfBounds({ questionnaire }: Judged): Refusal[] {
  return placesOf(questionnaire).all.flatMap(({ question, path }) => {
    const key = reversed(question)
    return key ? [{ path: [...path, key], message: `the lower limit is above the upper one` }] : []
  })
}

function reversed(question: Question): string | undefined {
  switch (question.type) {
    case 'text':
    case 'long_text':
      return (question.min_length ?? 0) > question.max_length ? 'min_length' : undefined
    case 'number':
    case 'date':
      return isAbove(question.min, question.max) ? 'min' : undefined
    default:
      return undefined
  }
}

function isAbove(min: string | number | undefined, max: string | number | undefined): boolean {
  if (min === undefined || max === undefined || min === 'today' || max === 'today') return false
  return min > max
}
