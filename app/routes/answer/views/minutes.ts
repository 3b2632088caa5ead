// How long a section takes: its share of the minutes that the questionnaire honestly names.
import type { Codebook, Question } from '#surveys/definition/model.ts'

/** What a question of a type costs, compared with choosing one option. */
function effortOf(type: Question['type']): number {
  switch (type) {
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
      return 1
    case 'multi':
    case 'number':
    case 'date':
    case 'text':
      return 2
    case 'ranking':
    case 'file':
      return 3
    case 'long_text':
      return 5
  }
}

/** A question that is asked only sometimes costs half as much on average. */
const CONDITIONAL = 0.5

/** @returns minutes by section, whole numbers, at least 1; from 10 on in steps of five */
export function minutesOf({ bySection, questionnaire }: Codebook): ReadonlyMap<string, number> {
  const efforts = [...bySection].map(([key, fields]) => {
    const effort = fields.reduce(
      (sum, { question, showIf }) => sum + effortOf(question.type) * (showIf ? CONDITIONAL : 1),
      0,
    )
    return [key, effort] as const
  })
  const all = efforts.reduce((sum, [, effort]) => sum + effort, 0)
  return new Map(efforts.map(([key, effort]) => [key, rounded((questionnaire.minutes * effort) / Math.max(1, all))]))
}

function rounded(minutes: number): number {
  if (minutes < 10) return Math.max(1, Math.round(minutes))
  return Math.round(minutes / 5) * 5
}
