// A draft as far as it can be shown: conditions that cannot be used are left out, so that the rest is seen.
import type { Item, Question, Questionnaire } from '#surveys/definition/model.ts'
import type { Address } from './addresses.ts'
import type { DraftProblem } from './judging.ts'

/** @returns a questionnaire that compiles, whatever is wrong with the draft */
export function showable(draft: Questionnaire, problems: readonly DraftProblem[]): Questionnaire {
  const wrong = new Set(
    problems
      .filter(({ part }) => part === 'show_if' || part === 'required' || part === 'when')
      .map(({ address, part }) => `${address} ${part}`),
  )
  const cured = (question: Question, address: Address): Question => {
    const { show_if, ...rest } = question
    const isShown = show_if === undefined || show_if === '' || wrong.has(`${address} show_if`)
    const required = typeof rest.required === 'string' && (rest.required === '' || wrong.has(`${address} required`))
    return { ...rest, ...(!isShown && { show_if }), ...(required && { required: false }) } as Question
  }
  const item = (one: Item): Item => {
    if ('note' in one) return one
    if (!('group' in one)) return cured(one, `question:${one.key}`)
    return { ...one, questions: one.questions.map((inside) => cured(inside, `question:${one.group}.${inside.key}`)) }
  }
  return {
    ...draft,
    checks: [],
    sections: draft.sections.map((section) => ({ ...section, items: section.items.map(item) })),
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
