// What to put right, as a sentence.
import type { Problem } from '#surveys/answering/model.ts'
import type { Reader } from './reader.ts'

type Wrong = Pick<Problem, 'code' | 'values'>

/** The sentence for a problem, with its numbers and dates as the reader writes them. */
export function problemWords({ code, values = {} }: Wrong, reader: Pick<Reader, 't' | 'date'>): string {
  const said = Object.entries(values).map(([name, value]) => [name, isDate(value) ? reader.date(value) : value])
  const isWhole = code === 'too_many_decimals' && values.decimals === 0
  const key = isWhole ? 'not_whole' : code
  return reader.t(`answer:problem.${key}`, { ...Object.fromEntries(said), ...countOf({ code, values }) })
}

const isDate = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** The figure by which the plural is chosen. */
function countOf({ code, values = {} }: Wrong): { count?: number } {
  if (code === 'too_many_decimals') return { count: Number(values.decimals ?? 0) }
  if (code === 'too_many_choices') return { count: Number(values.max ?? 1) }
  return {}
}
