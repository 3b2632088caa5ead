// The rows of a question's table as bars: the same numbers, with the colour and the words of each.
import type { Text } from '#surveys/definition/model.ts'
import { saying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'
import { useBinWords } from './bin-words.ts'
import type { QuestionView } from './question-view.ts'

export type Series = { readonly key: string; readonly name: string; readonly color: string }
export type BarRow = { readonly name: string; readonly counts: Readonly<Record<string, number>> }
export type BarsData = {
  readonly series: readonly Series[]
  readonly rows: readonly BarRow[]
  /** the end of the axis: no bar is longer than everybody */
  readonly most: number
  readonly isMirrored: boolean
}

const ONE: readonly Series[] = [{ key: 'count', name: '', color: 'var(--accent)' }]

/** @returns null where a table says it all: texts, documents, confirmations, quartiles by item */
export function useBars(question: QuestionView): BarsData | null {
  const { language, dir } = useWords()
  const binWords = useBinWords()
  const read = (text: Text) => saying(text, language).words
  const isMirrored = dir === 'rtl'
  const [first] = question.rows
  if (!first || question.base.n === 0) return null
  if (first.item) return groupBars(question, read, isMirrored)
  const { tally, isHidden, base } = first
  if (isHidden || base.n === 0) return null
  const single = (rows: BarRow[], most = question.base.of): BarsData => ({ series: ONE, rows, most, isMirrored })
  switch (tally.kind) {
    case 'choice':
    case 'several':
      return single(tally.options.map(({ option, count }) => ({ name: read(option.label), counts: { count } })))
    case 'ranking': {
      const most = base.n * (tally.weights[0] ?? 1)
      const sorted = tally.options.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
      return single(
        sorted.map(({ option, points }) => ({ name: read(option.label), counts: { count: points } })),
        most,
      )
    }
    case 'number':
    case 'date':
      return single(tally.bins.map((bin) => ({ name: binWords(bin), counts: { count: bin.count } })))
    default:
      return null
  }
}

/** One bar per item, made of its options; they add up to those who answered, never to more. */
function groupBars(question: QuestionView, read: (text: Text) => string, isMirrored: boolean): BarsData | null {
  const [first] = question.rows
  if (first?.tally.kind !== 'choice') return null
  const options = first.tally.options.map(({ option }) => option)
  const isOrdered = options.every((option) => option.value !== undefined)
  const series = options.map((option, place) => ({
    key: option.key,
    name: read(option.label),
    color: colorOf(place, options.length, isOrdered),
  }))
  const rows = question.rows.flatMap(({ item, tally, isHidden }) => {
    if (!item || isHidden || tally.kind !== 'choice') return []
    return [
      {
        name: read(item.label),
        counts: Object.fromEntries(tally.options.map(({ option, count }) => [option.key, count])),
      },
    ]
  })
  return { series, rows, most: question.base.of, isMirrored }
}

/** Light to dark where the options have an order; up to five kinds where they have none, the rest in one. */
function colorOf(place: number, count: number, isOrdered: boolean): string {
  if (isOrdered) return `var(--seq-${Math.round((5 * place) / Math.max(1, count - 1))})`
  return `var(--kind-${place < 5 ? place + 1 : 0})`
}
