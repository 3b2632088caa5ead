// The measures of a Roadmap: how many stand where, what is declared, what is evidenced, what is overdue.
import type { Absence, Analysis, Country, Field, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall, voicesIn } from './disclosure.ts'
import type { Base, Finding, View, Voice } from './model.ts'
import { headline, statesFinding } from './readiness-findings.ts'
import { absenceAt, chosen, fieldAt, fieldsAt, tallyAbsences, textAt } from './refs.ts'
import { mean } from './statistics.ts'

export type ReadinessPart = NonNullable<Analysis['readiness']>

export type GoodPractice = { readonly country: Country; readonly words: string; readonly language: string | null }

export type MeasureRow = {
  readonly measure: Option
  /** n of N that are counted: neither absent nor excluded */
  readonly base: Base
  readonly isHidden: boolean
  /** how many stand where, in the order of the list */
  readonly states: readonly { readonly option: Option; readonly count: number }[]
  readonly absences: Readonly<Record<Absence, number>>
  /** of the implemented: with evidence that the team accepted */
  readonly evidenced: number
  /** 0-1: mean weight of the states; undefined when nobody counts */
  readonly declaredReadiness: number | undefined
  /** 0-1: the same, implemented without accepted evidence counting less */
  readonly evidencedReadiness: number | undefined
  /** planned or in progress with a date that has passed */
  readonly overdue: number
  /** how many need assistance, at least in part */
  readonly assistance: number
  /** of those shown by name */
  readonly practices: readonly GoodPractice[]
}

export type Readiness = {
  readonly part: ReadinessPart
  readonly section: string
  readonly base: Base
  /** in the order of the Roadmap */
  readonly rows: readonly MeasureRow[]
  /** key of the state that counts as done: the one with the highest weight */
  readonly done: string
  readonly headline: Finding
  readonly finding: Finding
}

/** What one delegation reports on one measure. */
type Report = {
  readonly state: Option | undefined
  readonly absence: Absence | null
  readonly isEvidenced: boolean
  readonly isOverdue: boolean
}

/** @returns undefined when the questionnaire reports on no measures */
export function readinessOf(view: View): Readiness | undefined {
  const part = view.codebook.questionnaire.analysis.readiness
  const fields = fieldsAt(view.codebook, part?.status)
  const first = fields[0]
  if (!part || !first) return undefined
  const voices = voicesIn(view, first.section)
  const done = doneState(part)
  const rows = fields.flatMap((field) => (field.item ? measureRow(view, part, field, field.item, voices) : []))
  return {
    part,
    section: first.section,
    base: baseOf(view, first.section, voices.length),
    rows,
    done,
    headline: headline(rows, done, voices.length),
    finding: statesFinding(rows, done, voices.length),
  }
}

function doneState(part: ReadinessPart): string {
  const [top] = Object.entries(part.weights).sort(([, a], [, b]) => b - a)
  return top?.[0] ?? ''
}

function measureRow(
  view: View,
  part: ReadinessPart,
  field: Field,
  measure: Option,
  voices: readonly Voice[],
): MeasureRow {
  const all = voices.map((voice) => report(view, part, field, measure, voice))
  const counted = all.filter((one) => one.state && !part.exclude.includes(one.state.key))
  const base = baseOf(view, field.section, counted.length)
  const isHidden = isTooSmall(view, counted.length)
  const seen = isHidden ? [] : all
  const done = doneState(part)
  return {
    measure,
    base,
    isHidden,
    states: field.options.map((option) => ({
      option,
      count: seen.filter((one) => one.state?.key === option.key).length,
    })),
    absences: tallyAbsences(seen.map((one) => one.absence)),
    evidenced: seen.filter((one) => one.state?.key === done && one.isEvidenced).length,
    ...readiness(part, isHidden ? [] : counted, done),
    overdue: seen.filter((one) => one.isOverdue).length,
    assistance: isHidden ? 0 : assistance(view, part, measure, voices),
    practices: practices(view, part, measure, voices),
  }
}

function report(view: View, part: ReadinessPart, field: Field, measure: Option, voice: Voice): Report {
  const state = chosen(field, voice.cells)
  const date = textAt(fieldAt(view.codebook, part.date, measure.key), voice.cells)?.words
  return {
    state,
    absence: absenceAt(field, voice.cells),
    isEvidenced: voice.evidence.has(field.name),
    isOverdue:
      state !== undefined && part.overdue_status.includes(state.key) && date !== undefined && date < view.today,
  }
}

/**
 * Mean of the weights of the states, 0-1; what is excluded or absent is in no denominator. Evidenced readiness counts the
 * done state in full only with accepted evidence.
 */
function readiness(part: ReadinessPart, counted: readonly Report[], done: string) {
  const weight = (one: Report) => part.weights[one.state?.key ?? ''] ?? 0
  const strict = (one: Report) =>
    one.state?.key === done && !one.isEvidenced ? part.implemented_without_evidence : weight(one)
  return { declaredReadiness: mean(counted.map(weight)), evidencedReadiness: mean(counted.map(strict)) }
}

function assistance(view: View, part: ReadinessPart, measure: Option, voices: readonly Voice[]): number {
  const field = fieldAt(view.codebook, part.assistance, measure.key)
  const keys = voices.map((voice) => chosen(field, voice.cells)?.key)
  return keys.filter((key) => key === 'yes' || key === 'partly').length
}

function practices(view: View, part: ReadinessPart, measure: Option, voices: readonly Voice[]): GoodPractice[] {
  const field = fieldAt(view.codebook, part.good_practice, measure.key)
  return voices.flatMap(({ country, cells }) => {
    const text = textAt(field, cells)
    return country && text ? [{ country, ...text }] : []
  })
}
