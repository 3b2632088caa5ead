// The heat map: countries in protocol order across, need areas down in the order of the ranking.
import type { Absence, Country, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall } from './disclosure.ts'
import type { Base, Finding, View } from './model.ts'
import { type Need, type NeedsTable, present, readNeeds } from './need-scores.ts'
import { type NeedRow, type NeedsRanking, rankNeeds } from './needs.ts'
import { median } from './statistics.ts'

/** priority as answered (0-5) · need score (0-100) · capacity gap (0-4) */
export type HeatMeasure = 'priority' | 'score' | 'gap'
export const HEAT_MEASURES: readonly HeatMeasure[] = ['priority', 'score', 'gap']

export type HeatCell = {
  readonly value: number | null
  readonly absence: Absence | null
  /** 0-5: how dark */
  readonly tint: number
}
export type HeatRow = {
  readonly area: Option
  /** in the order of `countries` */
  readonly cells: readonly HeatCell[]
  /** over all who count, named or not; undefined when withheld or when nobody answered */
  readonly median: number | undefined
  readonly base: Base
  readonly isHidden: boolean
}
export type HeatMap = {
  readonly measure: HeatMeasure
  readonly ranking: NeedsRanking
  /** those shown by name */
  readonly countries: readonly Country[]
  /** those who count in the median only */
  readonly unnamed: number
  readonly rows: readonly HeatRow[]
  readonly finding: Finding
}

/** @returns undefined when the questionnaire asks for no needs */
export function heatMap(view: View, measure: HeatMeasure): HeatMap | undefined {
  const table = readNeeds(view)
  const ranking = rankNeeds(view)
  if (!table || !ranking) return undefined
  const countries = table.voices.flatMap((voice) => voice.country ?? [])
  const top = darkest(table, measure)
  return {
    measure,
    ranking,
    countries,
    unnamed: table.voices.length - countries.length,
    rows: ranking.rows.map((row) => heatRow(view, table, row, measure, top)),
    finding: heatFinding(ranking, measure),
  }
}

function heatRow(view: View, table: NeedsTable, row: NeedRow, measure: HeatMeasure, top: number): HeatRow {
  const needs = table.needs.get(row.area.key) ?? []
  const values = present(needs.map((need) => need[measure]))
  const isHidden = isTooSmall(view, values.length)
  return {
    area: row.area,
    cells: needs.flatMap((need, place) => (table.voices[place]?.country ? heatCell(need, measure, top) : [])),
    median: isHidden ? undefined : median(values),
    base: baseOf(view, table.section, values.length),
    isHidden,
  }
}

function heatCell(need: Need, measure: HeatMeasure, top: number): HeatCell {
  const value = need[measure]
  const tint = value === null || top === 0 ? 0 : Math.max(0, Math.min(5, Math.round((5 * value) / top)))
  return { value, absence: value === null ? need.absence : null, tint }
}

/** The value that gets the darkest tint: the end of the scale, not the largest answer, so that two maps can be compared. */
function darkest(table: NeedsTable, measure: HeatMeasure): number {
  if (measure === 'score') return 100
  if (measure === 'priority') return Math.max(0, ...table.levels.map((level) => level.value))
  return 4
}

function heatFinding(ranking: NeedsRanking, measure: HeatMeasure): Finding {
  if (ranking.base.n === 0) return { code: 'nobody' }
  if (measure !== 'priority') return { code: `heat_${measure}` }
  const rated = ranking.rows.filter((row) => row.spread.words !== undefined)
  if (rated.length === 0) return { code: 'heat_priority' }
  const apart = rated
    .filter((row) => row.spread.words === 'spread' || row.spread.words === 'two_groups')
    .sort((a, b) => (a.spread.a ?? 0) - (b.spread.a ?? 0))
  const [first, second] = apart
  if (!first) return { code: 'heat_close', numbers: { count: rated.length } }
  if (!second) return { code: 'heat_differs', texts: { first: first.area.label } }
  return { code: 'heat_differs_pair', texts: { first: first.area.label, second: second.area.label } }
}
