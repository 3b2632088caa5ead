// After a conflict: what "put both together" means for each type of answer.
import type { Field } from '#surveys/definition/model.ts'
import { isKeys } from './cells.ts'
import type { Parts } from './entering.ts'
import type { Cell } from './model.ts'

/** Both texts, the first one first; a text that holds the other already stands for both. */
export function mergeTexts(first: string, second: string, between = '\n\n'): string {
  if (first.includes(second)) return first
  if (second.includes(first)) return second
  return `${first}${between}${second}`
}

/**
 * The kept answer and one's own as one entry: texts one after the other, choices united, the colleague's order
 * continued with one's own.
 * Where there is nothing to put together (a number, one option of several), one's own stands.
 */
export function bothTogether(field: Field, kept: Cell, mine: Parts): Parts {
  const { type } = field.question
  const { value } = kept
  const own = mine[0] ?? ''
  if (type === 'text' && typeof value === 'string') return [mergeTexts(value, own, ' / ')]
  if (type === 'long_text' && typeof value === 'string') return [mergeTexts(value, own)]
  const isList = type === 'multi' || type === 'ranking'
  return isList && isKeys(value) ? [...new Set([...value, ...mine])] : mine
}
