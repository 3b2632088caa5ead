// A draft as far as it can be shown: conditions that cannot be used are left out, so that the rest is seen.
import { parseExpression } from '#surveys/definition/expression.ts'
import type { Item, Question, Questionnaire } from '#surveys/definition/model.ts'
import type { Address } from './addresses.ts'

/** @returns a questionnaire that compiles, whatever is wrong with the draft */
export function showable(draft: Questionnaire): Questionnaire {
  const sections = draft.sections.map((section) => ({ ...section, items: section.items.map(cured) }))
  return { ...draft, checks: [], sections }
}

function cured(item: Item): Item {
  if ('note' in item) return item
  return 'group' in item ? { ...item, questions: item.questions.map(curedQuestion) } : curedQuestion(item)
}

function curedQuestion(question: Question): Question {
  const { show_if, required, ...rest } = question
  return {
    ...rest,
    ...(show_if !== undefined && canBeRead(show_if) && { show_if }),
    required: typeof required === 'string' ? canBeRead(required) && required : required,
  } as Question
}

function canBeRead(source: string): boolean {
  try {
    parseExpression(source)
    return true
  } catch {
    // What is wrong with it is listed with the problems, with its place.
    return false
  }
}

/** The key of the section in which an element stands; undefined for what stands in none. */
export function sectionOf(draft: Questionnaire, address: Address): string | undefined {
  const [kind, name = ''] = address.split(':')
  if (kind === 'section') return name
  const [first = ''] = name.split('.')
  if (kind === 'note') return first
  return draft.sections.find(({ items }) =>
    items.some((item) => ('group' in item ? item.group : 'key' in item ? item.key : null) === first),
  )?.key
}
