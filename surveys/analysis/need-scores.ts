// What one delegation's answers about one need area amount to: its score, and what is left after support by others.
import type { Absence, Analysis, Field, Option } from '#surveys/definition/model.ts'
import { voicesIn } from './disclosure.ts'
import type { View, Voice } from './model.ts'
import { absenceAt, chosen, fieldAt, fieldsAt, type Level, levelsOf } from './refs.ts'
import { mean } from './statistics.ts'

export type NeedsPart = NonNullable<Analysis['needs']>

/** Null: not answered, or not asked. */
export type Need = {
  /** 0-5 in the first questionnaire: the values of the list's options */
  readonly priority: number | null
  readonly absence: Absence | null
  readonly urgency: number | null
  /** how much capacity is missing, never negative */
  readonly gap: number | null
  /** the share of the need that others already cover, 0 to below 1 */
  readonly coverage: number | null
  /** 0-100; null without a priority */
  readonly score: number | null
  /** the score after support by others, 0-100 */
  readonly net: number | null
  /** whether a partner that the delegation asks for already supports the area in the same country */
  readonly hasSamePartner: boolean
}

export type NeedsTable = {
  readonly part: NeedsPart
  /** where the priorities are asked: what base and disclosure follow */
  readonly section: string
  readonly areas: readonly Option[]
  /** ascending values of the priority's options */
  readonly levels: readonly Level[]
  readonly urgencies: readonly Level[]
  readonly voices: readonly Voice[]
  /** by area key, in the order of `voices` */
  readonly needs: ReadonlyMap<string, readonly Need[]>
}

/** Reads the needs of a view; undefined when the questionnaire has no such part. */
export function readNeeds(view: View): NeedsTable | undefined {
  const part = view.codebook.questionnaire.analysis.needs
  const fields = fieldsAt(view.codebook, part?.priority)
  const first = fields[0]
  if (!part || !first) return undefined
  const voices = voicesIn(view, first.section)
  const areas = fields.flatMap((field) => (field.item ? [field.item] : []))
  const read = (area: Option) => voices.map(needReader(view, part, area.key))
  return {
    part,
    section: first.section,
    areas,
    levels: levelsOf(first),
    urgencies: levelsOf(fieldsAt(view.codebook, part.urgency)[0]),
    voices,
    needs: new Map(areas.map((area) => [area.key, read(area)])),
  }
}

/** Reads one area of one voice after the other: where its answers stand is looked up once for all of them. */
function needReader(view: View, part: NeedsPart, area: string): (voice: Voice) => Need {
  const at = (ref: string | undefined) => fieldAt(view.codebook, ref, area)
  const [priorityField, urgencyField, capacityField] = [at(part.priority), at(part.urgency), at(part.needed)]
  const [currentField, coverageField] = [at(part.current), at(part.coverage)]
  const capacitySpan = top(capacityField) - bottom(capacityField)
  const [priorityTop, urgencyTop] = [top(priorityField), top(urgencyField)]
  const isSamePartner = samePartner(view, area)
  return (voice) => {
    const value = (field: Field | undefined) => chosen(field, voice.cells)?.value ?? null
    const [priority, current, needed] = [value(priorityField), value(currentField), value(capacityField)]
    const gap = current === null || needed === null ? null : Math.max(0, needed - current)
    const urgency = value(urgencyField)
    const support = chosen(coverageField, voice.cells)
    const coverage = support ? (part.support_factors?.[support.key] ?? 0) : null
    const score = needScore(part.weights, [
      { value: priority, top: priorityTop },
      { value: urgency, top: urgencyTop },
      { value: gap, top: capacitySpan },
    ])
    return {
      priority,
      absence: absenceAt(priorityField, voice.cells),
      urgency,
      gap,
      coverage,
      score,
      // support that nobody stated takes nothing off
      net: score === null ? null : score * (1 - (coverage ?? 0)),
      hasSamePartner: isSamePartner(voice),
    }
  }
}

type Part = { readonly value: number | null; readonly top: number }

/**
 * Need score 0-100 of one country and area: 100 x (0.5 P/5 + 0.3 U/4 + 0.2 G/4) with the weights of the questionnaire;
 * 0 where the priority is 0. The weights of what is missing are shared out among the rest.
 * @returns null without a priority
 */
function needScore(weights: NeedsPart['weights'], [priority, urgency, gap]: [Part, Part, Part]): number | null {
  if (priority.value === null) return null
  if (priority.value <= 0) return 0
  const parts = [
    { ...priority, weight: weights.priority },
    { ...urgency, weight: weights.urgency },
    { ...gap, weight: weights.gap },
  ]
  let [reached, possible] = [0, 0]
  for (const { value, top, weight } of parts)
    if (value !== null && top > 0) {
      reached += weight * (value / top)
      possible += weight
    }
  return possible === 0 ? null : (100 * reached) / possible
}

const top = (field: Field | undefined) => Math.max(0, ...(field?.options ?? []).map((option) => option.value ?? 0))
const bottom = (field: Field | undefined) =>
  Math.min(...(field?.options ?? []).flatMap((option) => (option.value === undefined ? [] : [option.value])))

function samePartner(view: View, area: string): (voice: Voice) => boolean {
  const { partners } = view.codebook.questionnaire.analysis
  const requestedField = fieldAt(view.codebook, partners?.requested, area)
  const active = fieldAt(view.codebook, partners?.active, area)
  return (voice) => {
    const requested = chosen(requestedField, voice.cells)
    const donors = active && voice.cells.get(active.name)?.value
    return requested !== undefined && Array.isArray(donors) && donors.some((donor) => donor === requested.key)
  }
}

/** Mean of what is there; undefined when nothing is. */
export function meanOf(values: readonly (number | null)[]): number | undefined {
  return mean(present(values))
}

export function present(values: readonly (number | null)[]): number[] {
  return values.filter((value): value is number => value !== null)
}
