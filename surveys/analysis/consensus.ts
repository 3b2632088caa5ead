// How far the delegations agree on each step: the distribution, a label that prepares the debate, and the reservations.
import type { Absence, Analysis, Country, Field, Option } from '#surveys/definition/model.ts'
import { type Spread, spreadOf } from './agreement-words.ts'
import { baseOf, isTooSmall, voicesIn } from './disclosure.ts'
import type { Base, Finding, View, Voice } from './model.ts'
import { absenceAt, chosen, fieldAt, fieldsAt, type Level, levelsOf, tallyAbsences, textAt } from './refs.ts'

export type ConsensusPart = NonNullable<Analysis['consensus']>

export type Label = 'agreed' | 'agreed_with_reservations' | 'not_supported' | 'to_be_debated'
export type Reservation = { readonly country: Country; readonly words: string; readonly language: string | null }

export type StepRow = {
  readonly step: Option
  readonly base: Base
  readonly isHidden: boolean
  readonly spread: Spread
  /** how many rate `agree_from` or higher, and `disagree_to` or lower */
  readonly inFavour: number
  readonly against: number
  readonly absences: Readonly<Record<Absence, number>>
  /** all that count; the words only of those shown by name */
  readonly reservations: number
  readonly reservationTexts: readonly Reservation[]
  /** undefined below the smallest number of answers that allows a label */
  readonly label: Label | undefined
  /** two groups stand against each other: A below the threshold */
  readonly isDivided: boolean
  /** how many delegations change the label when any one of them is left out; null where nothing can be said */
  readonly hangsOn: number | null
}

export type Consensus = {
  readonly part: ConsensusPart
  readonly section: string
  readonly base: Base
  readonly levels: readonly Level[]
  /** in the order of the list */
  readonly rows: readonly StepRow[]
  readonly finding: Finding
}

/** @returns undefined when the questionnaire asks for agreement with no steps */
export function consensusOf(view: View): Consensus | undefined {
  const part = view.codebook.questionnaire.analysis.consensus
  const fields = fieldsAt(view.codebook, part?.rating)
  const first = fields[0]
  // a questionnaire may bind a rating only for the words of closeness, without labels
  if (!part || !first || part.agree_from === undefined) return undefined
  const voices = voicesIn(view, first.section)
  const levels = levelsOf(first)
  const values = levels.map((level) => level.value)
  const rows = fields.flatMap((field) => (field.item ? stepRow(view, part, field, field.item, voices, values) : []))
  const base = baseOf(view, first.section, voices.length)
  return { part, section: first.section, base, levels, rows, finding: stepsFinding(rows, voices.length) }
}

function stepRow(
  view: View,
  part: ConsensusPart,
  field: Field,
  step: Option,
  voices: readonly Voice[],
  levels: readonly number[],
): StepRow {
  const reserved = fieldAt(view.codebook, part.reservation, step.key)
  const views = voices.map((voice) => ({
    rating: chosen(field, voice.cells)?.value,
    hasReservation: textAt(reserved, voice.cells) !== undefined,
  }))
  const all = views.flatMap(({ rating }) => rating ?? [])
  const isHidden = isTooSmall(view, all.length)
  const ratings = isHidden ? [] : all
  const spread = spreadOf(ratings, levels, part)
  const reservations = isHidden ? [] : voices.filter((voice) => textAt(reserved, voice.cells))
  const label = labelOf(part, ratings, spread, reservations.length)
  return {
    step,
    base: baseOf(view, field.section, all.length),
    isHidden,
    spread,
    inFavour: inFavour(part, ratings),
    against: against(part, ratings),
    absences: tallyAbsences((isHidden ? [] : voices).map((voice) => absenceAt(field, voice.cells))),
    reservations: reservations.length,
    reservationTexts: reservations.flatMap(({ country, cells }) => {
      const text = textAt(reserved, cells)
      return country && text ? [{ country, ...text }] : []
    }),
    label,
    isDivided: label !== undefined && spread.a !== undefined && spread.a < part.divided_below - 1e-9,
    hangsOn: label === undefined ? null : labelHangsOn(part, isHidden ? [] : views, levels, label),
  }
}

type Opinion = { readonly rating: number | undefined; readonly hasReservation: boolean }

/** Null where leaving one out leaves too few answers for a label. */
function labelHangsOn(
  part: ConsensusPart,
  views: readonly Opinion[],
  levels: readonly number[],
  label: Label,
): number | null {
  const without = views.map((_, left) => {
    const rest = views.filter((_, place) => place !== left)
    const ratings = rest.flatMap(({ rating }) => rating ?? [])
    const reservations = rest.filter(({ hasReservation }) => hasReservation).length
    return labelOf(part, ratings, spreadOf(ratings, levels, part), reservations)
  })
  return without.includes(undefined) ? null : without.filter((one) => one !== label).length
}

const inFavour = (part: ConsensusPart, ratings: readonly number[]) =>
  ratings.filter((rating) => rating >= (part.agree_from ?? Number.POSITIVE_INFINITY)).length
const against = (part: ConsensusPart, ratings: readonly number[]) =>
  ratings.filter((rating) => rating <= (part.disagree_to ?? Number.NEGATIVE_INFINITY)).length

/**
 * The label of a step; the first that fits. Labels prepare the debate, only the conclusions decide.
 * agreed: the share in favour, close together, nobody against, no reservation · with reservations: the share in favour, and at
 * most a small minority against · not supported: a low median, close together · to be debated: the rest.
 * @param ratings values of the levels
 * @returns undefined for too few ratings
 */
function labelOf(
  part: ConsensusPart,
  ratings: readonly number[],
  spread: Spread,
  reservations: number,
): Label | undefined {
  if (ratings.length === 0 || ratings.length < part.minimum_answers) return undefined
  const isFavoured = inFavour(part, ratings) >= (part.agree_share ?? 1) * ratings.length
  const opposed = against(part, ratings)
  const isClose = (spread.iqr ?? 0) <= part.iqr_max
  if (isFavoured && isClose && opposed === 0 && reservations === 0) return 'agreed'
  if (isFavoured && opposed <= (part.minority_max ?? 0)) return 'agreed_with_reservations'
  const isLow = (spread.median ?? 0) <= (part.not_supported_median ?? Number.NEGATIVE_INFINITY)
  return isLow && isClose ? 'not_supported' : 'to_be_debated'
}

function stepsFinding(rows: readonly StepRow[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const labelled = rows.filter((row) => row.label !== undefined)
  if (labelled.length === 0) return { code: 'too_few' }
  const ready = labelled.filter((row) => row.label === 'agreed' || row.label === 'agreed_with_reservations')
  const numbers = { count: ready.length, n: rows.length }
  const [apart] = labelled.filter((row) => !ready.includes(row)).sort((a, b) => (a.spread.a ?? 1) - (b.spread.a ?? 1))
  if (ready.length === rows.length) return { code: 'steps_all', numbers }
  if (!apart) return { code: 'steps', numbers }
  const code = ready.length === 0 ? 'steps_none' : apart.isDivided ? 'steps_divided' : 'steps_open'
  return { code, numbers, texts: { apart: apart.step.label } }
}
