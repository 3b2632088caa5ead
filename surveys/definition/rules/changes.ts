// What a version says about the one before: that it speaks of questions and options that there are.
import { optionsOf } from '../codebook.ts'
import type { Change, Questionnaire } from '../model.ts'
import type { Path, Refusal } from '../reading.ts'
import type { Judged } from './all.ts'
import { noSuchOption } from './lists.ts'
import { findQuestion, placesOf } from './places.ts'

/** A withdrawn question must be gone; every other one that is named must be there, with the options it maps to. */
export function refusalsOfChanges({ questionnaire }: Judged): Refusal[] {
  return questionnaire.changes.flatMap((change, index) => refusalsOf(questionnaire, change, ['changes', index]))
}

function refusalsOf(questionnaire: Questionnaire, change: Change, path: Path): Refusal[] {
  const question = findQuestion(questionnaire, change.key)?.question
  const isGroup = placesOf(questionnaire).groups.has(change.key)
  if (change.change === 'withdrawn') {
    const message = `\`${change.key}\` is still asked in this version`
    return question || isGroup ? [{ path: [...path, 'key'], message }] : []
  }
  if (!question && !isGroup) return [{ path: [...path, 'key'], message: `there is no question \`${change.key}\`` }]
  if (!question || !('list' in question)) return []
  const options = optionsOf(questionnaire, question)
  return Object.entries(change.maps ?? {}).flatMap(([from, to]) =>
    options.some((option) => option.key === to)
      ? []
      : [{ path: [...path, 'maps', from], message: noSuchOption(to, question.list, options) }],
  )
}
