// Between two rounds: what has moved among the same delegations, and what may not be compared at all.
import { carryCell } from '#surveys/answering/carrying.ts'
import type { Cells } from '#surveys/answering/model.ts'
import {
  type Comparability,
  isComparable,
  type Ledger,
  type LedgerLine,
} from '#surveys/definition/comparison/ledger.ts'
import type { Codebook, Country, Field, Text } from '#surveys/definition/model.ts'
import { isTooSmall, voicesIn } from './disclosure.ts'
import type { View, Voice } from './model.ts'
import { fieldsAt, refOf } from './refs.ts'
import { mean } from './statistics.ts'
import { type Series, type Subject, seriesOf } from './trend-series.ts'

export type TrendRow = {
  readonly key: string
  readonly label: Text
  /** the worst of what happened to the questions behind it */
  readonly comparability: Comparability
  /** why it was changed, where somebody said so */
  readonly reason: Text | null
  /** how many of those in both rounds have an answer in both; of a break: those who have one now */
  readonly n: number
  /** means over these n, in the unit of the series; `was` is missing where there is a break */
  readonly was: number | undefined
  readonly is: number | undefined
  readonly higher: number
  readonly lower: number
  readonly unchanged: number
  /** the figures are withheld: fewer than three delegations */
  readonly isHidden: boolean
}

export type TrendPart = Omit<Series, 'subjects'> & {
  /** delegations shown by name in both rounds; nobody else can be compared with itself */
  readonly pairs: number
  readonly joined: readonly Country[]
  readonly left: readonly Country[]
  readonly rows: readonly TrendRow[]
}

/** A question that is not what it was: comparable or not, and why. */
export type ChangedQuestion = {
  readonly ref: string
  readonly label: Text
  readonly comparability: Comparability
  readonly reason: Text | null
}

export type Trends = { readonly parts: readonly TrendPart[]; readonly changed: readonly ChangedQuestion[] }

/** One delegation in both rounds, in the terms of now. */
type Pair = { readonly was: Cells; readonly is: Cells }

/**
 * Compares two rounds for one reader: paired delegations only, between comparable questions only. A question that may not
 * be compared has no figure of then, and its reason instead. A delegation that is in one of the rounds only changes nothing
 * but the names of who joined or left.
 * @param ledger from the version of then to the version of now
 */
export function trendsOf(then: View, now: View, ledger: Ledger): Trends {
  return {
    parts: seriesOf(now.codebook).map((series) => partOf(then, now, ledger, series)),
    changed: changedQuestions(then.codebook, now.codebook, ledger),
  }
}

function partOf(then: View, now: View, ledger: Ledger, series: Series): TrendPart {
  const { subjects, ...about } = series
  const earlier = byCountry(then, sectionBefore(then.codebook, series))
  const later = byCountry(now, about.section)
  const both = [...later].flatMap(([code, voice]): Pair[] => {
    const before = earlier.get(code)
    return before ? [{ was: inTermsOfNow(before, now, ledger, series, then.today), is: voice.cells }] : []
  })
  const only = (here: ReadonlyMap<string, Voice>, there: ReadonlyMap<string, Voice>) =>
    [...here].flatMap(([code, { country }]) => (country && !there.has(code) ? [country] : []))
  return {
    ...about,
    pairs: both.length,
    joined: only(later, earlier),
    left: only(earlier, later),
    rows: subjects.map((subject) => rowOf(now, subject, both, ledger)),
  }
}

/** Where the questions stood then: a section may have another key now. */
function sectionBefore(codebook: Codebook, { subjects, section }: Series): string {
  const name = subjects.flatMap(({ fields }) => fields).find((field) => codebook.byName.has(field.name))?.name
  return (name && codebook.byName.get(name)?.section) || section
}

/** Those shown by name; who is in the totals only cannot be found again in another round. */
function byCountry(view: View, section: string): Map<string, Voice> {
  return new Map(voicesIn(view, section).flatMap((voice) => (voice.country ? [[voice.country.code, voice]] : [])))
}

function inTermsOfNow({ cells }: Voice, now: View, ledger: Ledger, { subjects }: Series, day: string): Cells {
  const names = new Set(subjects.flatMap(({ fields }) => fields.map(({ name }) => name)))
  return new Map(
    [...names].flatMap((name) => {
      const [cell, field] = [cells.get(name), now.codebook.byName.get(name)]
      const carried = cell && field && carryCell(ledger.get(name), field, cell, day)
      return carried ? [[name, carried] as const] : []
    }),
  )
}

function rowOf(now: View, { key, label, fields, value }: Subject, pairs: readonly Pair[], ledger: Ledger): TrendRow {
  const line = worstOf(fields, ledger)
  const about = { key, label, comparability: line?.comparability ?? 'new', reason: reasonOf(line) }
  const values = pairs.flatMap((pair) => {
    const is = value(pair.is)
    const was = isComparable(line) ? value(pair.was) : undefined
    return is === null || was === null ? [] : [{ was, is }]
  })
  const isHidden = isTooSmall(now, values.length)
  const told = isHidden ? [] : values
  const steps = told.flatMap(({ was, is }) => (was === undefined ? [] : [Math.sign(is - was)]))
  const count = (step: number) => steps.filter((one) => one === step).length
  return {
    ...about,
    n: values.length,
    was: mean(told.flatMap(({ was }) => (was === undefined ? [] : [was]))),
    is: mean(told.map(({ is }) => is)),
    higher: count(1),
    lower: count(-1),
    unchanged: steps.filter((one) => one === 0).length,
    isHidden,
  }
}

/** Of several questions that make one figure, the one that has changed most decides. */
function worstOf(fields: readonly Field[], ledger: Ledger): LedgerLine | undefined {
  const lines = fields.map(({ name }) => ledger.get(name))
  return lines.find((line) => !isComparable(line)) ?? lines.find((line) => line?.comparability !== 'same') ?? lines[0]
}

const reasonOf = (line: LedgerLine | undefined): Text | null =>
  line?.steps.findLast(({ reason }) => reason)?.reason ?? null

/** Every question of either version that is not the same, in the order of now; those withdrawn last. */
function changedQuestions(then: Codebook, now: Codebook, ledger: Ledger): ChangedQuestion[] {
  const seen = new Map<string, ChangedQuestion>()
  for (const field of [...now.fields, ...then.fields]) {
    const [ref, line] = [refOf(field), ledger.get(field.name)]
    if (!line || line.comparability === 'same' || seen.has(ref)) continue
    // An item that came to a list is no change of the question.
    if (line.comparability === 'new' && isOlder(then, ref)) continue
    if (line.comparability === 'withdrawn' && isOlder(now, ref)) continue
    seen.set(ref, { ref, label: field.question.label, comparability: line.comparability, reason: reasonOf(line) })
  }
  return [...seen.values()]
}

const isOlder = (codebook: Codebook, ref: string) => fieldsAt(codebook, ref).length > 0
