// The sentences over the measures of a Roadmap.
import type { Finding } from './model.ts'
import type { MeasureRow } from './readiness.ts'

const countOf = (row: MeasureRow, state: string) => row.states.find(({ option }) => option.key === state)?.count ?? 0

/** The measure that most have done, and those that nobody has. */
export function headline(rows: readonly MeasureRow[], done: string, voices: number): Finding {
  const told = rows.filter((row) => !row.isHidden && row.base.n > 0)
  if (voices === 0) return { code: 'nobody' }
  if (told.length === 0) return { code: 'too_few' }
  const [top] = [...told].sort((a, b) => countOf(b, done) - countOf(a, done))
  const none = told.filter((row) => countOf(row, done) === 0)
  if (!top || countOf(top, done) === 0) return { code: 'measures_none', numbers: { count: told.length } }
  const texts = { top: top.measure.label, none: none[0]?.measure.label ?? {} }
  const numbers = { k: countOf(top, done), n: top.base.n, count: none.length }
  if (none.length === 0) return { code: 'measures_top', texts, numbers }
  return { code: none.length === 1 ? 'measures_top_and_none' : 'measures_top_and_nones', texts, numbers }
}

/** How many of the states reported are the done one, and how many of these have accepted evidence. */
export function statesFinding(rows: readonly MeasureRow[], done: string, voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const told = rows.filter((row) => !row.isHidden)
  const total = (pick: (row: MeasureRow) => number) => told.reduce((all, row) => all + pick(row), 0)
  const n = total((row) => row.base.n)
  if (n === 0) return { code: 'too_few' }
  const state = rows[0]?.states.find(({ option }) => option.key === done)
  return {
    code: 'states',
    numbers: { k: total((row) => countOf(row, done)), n, count: total((row) => row.evidenced) },
    texts: { done: state?.option.label ?? {} },
  }
}
