// Gaps: capacity today and capacity needed, area by area, and what stands in the way.
import type { Absence, Analysis, Field, Option } from '#surveys/definition/model.ts'
import { type Spread, spreadOf } from './agreement-words.ts'
import { baseOf, isTooSmall, voicesIn } from './disclosure.ts'
import { gapsFinding } from './gaps-findings.ts'
import type { Base, Finding, View } from './model.ts'
import { type ObstacleTable, obstaclesOf } from './obstacles.ts'
import { absenceAt, chosen, fieldAt, fieldsAt, type Level, levelsOf, tallyAbsences } from './refs.ts'
import { median } from './statistics.ts'

export type GapsPart = NonNullable<Analysis['gaps']>

export type GapRow = {
  readonly area: Option
  /** n of N: those who gave both levels */
  readonly base: Base
  readonly isHidden: boolean
  /** medians of those, in the values of the levels */
  readonly current: number | undefined
  readonly needed: number | undefined
  /** median needed minus median today, never negative */
  readonly gap: number | undefined
  /** how many of them need more than they have */
  readonly short: number
  /** of the present capacity */
  readonly absences: Readonly<Record<Absence, number>>
}

/** One question about how far something limits the work: how the ratings lie. */
export type LimitRow = {
  readonly field: Field
  readonly base: Base
  readonly isHidden: boolean
  readonly levels: readonly Level[]
  readonly spread: Spread
}

export type Gaps = {
  readonly part: GapsPart
  readonly section: string
  readonly base: Base
  readonly levels: readonly Level[]
  /** widest gap first; equal ones in the order of the list, withheld ones last */
  readonly rows: readonly GapRow[]
  readonly limits: readonly LimitRow[]
  readonly obstacles: readonly ObstacleTable[]
  readonly finding: Finding
}

/** @returns undefined when the questionnaire binds neither capacities nor obstacles */
export function gapsOf(view: View): Gaps | undefined {
  const part = view.codebook.questionnaire.analysis.gaps
  if (!part) return undefined
  const fields = fieldsAt(view.codebook, part.current)
  const obstacles = (part.obstacles ?? []).flatMap((ref) => obstaclesOf(view, ref, part.exclude ?? []) ?? [])
  const section = fields[0]?.section ?? obstacles[0]?.section
  if (section === undefined) return undefined
  const rows = fields.flatMap((field) => (field.item ? [gapRow(view, part, field, field.item)] : []))
  const ordered = [...rows].sort((a, b) => (b.gap ?? -1) - (a.gap ?? -1))
  return {
    part,
    section,
    base: baseOf(view, section, voicesIn(view, section).length),
    levels: levelsOf(fields[0]),
    rows: ordered,
    limits: (part.limits ?? []).flatMap((ref) => fieldsAt(view.codebook, ref).map((field) => limitRow(view, field))),
    obstacles,
    finding: gapsFinding(ordered, obstacles, voicesIn(view, section).length),
  }
}

function gapRow(view: View, part: GapsPart, field: Field, area: Option): GapRow {
  const voices = voicesIn(view, field.section)
  const both = voices.flatMap(({ cells }) => {
    const current = chosen(field, cells)?.value
    const needed = chosen(fieldAt(view.codebook, part.needed, area.key), cells)?.value
    return current === undefined || needed === undefined ? [] : [{ current, needed }]
  })
  const isHidden = isTooSmall(view, both.length)
  const seen = isHidden ? [] : both
  const current = median(seen.map((one) => one.current))
  const needed = median(seen.map((one) => one.needed))
  return {
    area,
    base: baseOf(view, field.section, both.length),
    isHidden,
    current,
    needed,
    gap: current === undefined || needed === undefined ? undefined : Math.max(0, needed - current),
    short: seen.filter((one) => one.needed > one.current).length,
    absences: tallyAbsences((isHidden ? [] : voices).map(({ cells }) => absenceAt(field, cells))),
  }
}

function limitRow(view: View, field: Field): LimitRow {
  const all = voicesIn(view, field.section).flatMap(({ cells }) => chosen(field, cells)?.value ?? [])
  const isHidden = isTooSmall(view, all.length)
  const levels = levelsOf(field)
  const values = levels.map((level) => level.value)
  const { consensus } = view.codebook.questionnaire.analysis
  return {
    field,
    base: baseOf(view, field.section, all.length),
    isHidden,
    levels,
    spread: spreadOf(isHidden ? [] : all, values, consensus),
  }
}
