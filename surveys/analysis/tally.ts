// What a question's answers come to, by type of question: counts, ranks, quartiles; one shape per kind.
import type { Attachment, Cell } from '#surveys/answering/model.ts'
import type { Analysis, Field, Option, Question } from '#surveys/definition/model.ts'
import { type Spread, spreadOf } from './agreement-words.ts'
import { type Bin, binDates, binNumbers, dayOf, dayText } from './bins.ts'
import { chosenKeys } from './refs.ts'
import { bordaPoints, quantileOfSorted, sorted } from './statistics.ts'

export type Counted = { readonly option: Option; readonly count: number }
export type Ranked = {
  readonly option: Option
  /** how many put it first, second, … */
  readonly ranks: readonly number[]
  readonly points: number
  /** null without points */
  readonly place: number | null
}
/** Least, quartiles (type 7), largest: numbers in the unit of the question, or ISO dates. */
export type Summary<T> = {
  readonly least: T
  readonly q1: T
  readonly median: T
  readonly q3: T
  readonly largest: T
}

export type Tally =
  /** `spread` where the options have an order */
  | { readonly kind: 'choice'; readonly options: readonly Counted[]; readonly spread: Spread | undefined }
  | { readonly kind: 'several'; readonly options: readonly Counted[] }
  | { readonly kind: 'ranking'; readonly options: readonly Ranked[]; readonly weights: readonly number[] }
  | { readonly kind: 'number'; readonly summary: Summary<number> | undefined; readonly bins: readonly Bin[] }
  | { readonly kind: 'date'; readonly summary: Summary<string> | undefined; readonly bins: readonly Bin[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'files'; readonly documents: number; readonly links: number }
  | { readonly kind: 'confirm' }

/**
 * @param cells those with an answer, of the delegations that count
 */
export function tally(field: Field, cells: readonly Cell[], analysis: Analysis): Tally {
  const { question } = field
  switch (question.type) {
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
      return tallyChoice(field, cells, analysis)
    case 'multi':
      return { kind: 'several', options: countKeys(field, cells) }
    case 'ranking':
      return tallyRanking(field, cells, pointsOf(field, question, analysis))
    case 'number': {
      const values = cells.flatMap((cell) => (typeof cell.value === 'number' ? cell.value : []))
      return { kind: 'number', summary: summarise(values, (value) => value), bins: binNumbers(values) }
    }
    case 'date': {
      const days = cells.flatMap((cell) => (typeof cell.value === 'string' ? dayOf(cell.value) : []))
      return { kind: 'date', summary: summarise(days, dayText), bins: binDates(days) }
    }
    case 'text':
    case 'long_text':
      return { kind: 'text' }
    case 'file':
      return tallyFiles(cells)
    case 'confirm':
      return { kind: 'confirm' }
  }
}

function tallyChoice(field: Field, cells: readonly Cell[], analysis: Analysis): Tally {
  const options = field.options.map((option) => ({
    option,
    count: cells.filter((cell) => cell.value === option.key).length,
  }))
  const valued = options.filter(({ option }) => option.value !== undefined)
  const isOrdered = valued.length === options.length && options.length >= 3
  if (!isOrdered) return { kind: 'choice', options, spread: undefined }
  const levels = valued.map(({ option }) => option.value ?? 0).sort((a, b) => a - b)
  const ratings = valued.flatMap(({ option, count }) => Array.from({ length: count }, () => option.value ?? 0))
  return { kind: 'choice', options, spread: spreadOf(ratings, levels, analysis.consensus) }
}

function countKeys(field: Field, cells: readonly Cell[]): Counted[] {
  const chosen = cells.map((cell) => chosenKeys(field, cell) ?? [])
  return field.options.map((option) => ({
    option,
    count: chosen.filter((keys) => keys.includes(option.key)).length,
  }))
}

function tallyRanking(field: Field, cells: readonly Cell[], weights: readonly number[]): Tally {
  const rankings = cells.map((cell) => chosenKeys(field, cell) ?? [])
  const points = bordaPoints(rankings, weights)
  const options = field.options.map((option) => {
    const own = points.get(option.key) ?? 0
    return {
      option,
      ranks: weights.map((_, rank) => rankings.filter((keys) => keys[rank] === option.key).length),
      points: own,
      place: own === 0 ? null : 1 + [...points.values()].filter((other) => other > own).length,
    }
  })
  return { kind: 'ranking', options, weights }
}

/** The points that the questionnaire gives to the ranking of needs; else as many as may be ranked, down to one. */
function pointsOf(field: Field, question: Question, analysis: Analysis): readonly number[] {
  if (analysis.needs && analysis.needs.ranking === question.key) return analysis.needs.ranking_points
  const length = (question.type === 'ranking' ? question.max_choices : undefined) ?? field.options.length
  return Array.from({ length }, (_, rank) => length - rank)
}

function tallyFiles(cells: readonly Cell[]): Tally {
  const all = cells.flatMap((cell) => attachments(cell))
  const documents = all.filter((one) => one.kind === 'file').length
  return { kind: 'files', documents, links: all.length - documents }
}

/** The documents and links of a file field. */
export function attachments(cell: Pick<Cell, 'value'> | undefined): readonly Attachment[] {
  const value = cell?.value
  return Array.isArray(value) ? value.filter((one): one is Attachment => typeof one === 'object') : []
}

function summarise<T>(values: readonly number[], write: (value: number) => T): Summary<T> | undefined {
  const ascending = sorted(values)
  const at = (share: number) => quantileOfSorted(ascending, share)
  const [least, q1, median, q3, largest] = [at(0), at(0.25), at(0.5), at(0.75), at(1)]
  if (least === undefined || q1 === undefined || median === undefined || q3 === undefined || largest === undefined)
    return undefined
  return { least: write(least), q1: write(q1), median: write(median), q3: write(q3), largest: write(largest) }
}
