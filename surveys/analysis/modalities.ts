// Modality mix: which kinds of assistance are asked for in each area, weighed by the need, and how wide it should be.
import type { Analysis, Field, Option } from '#surveys/definition/model.ts'
import { baseOf, isTooSmall } from './disclosure.ts'
import type { Base, Finding, View } from './model.ts'
import { type Need, type NeedsTable, readNeeds } from './need-scores.ts'
import { chosen, fieldAt, fieldsAt } from './refs.ts'
import { type Ranked, tally } from './tally.ts'

export type ModalityPart = NonNullable<Analysis['modality']>

/** How many choose a kind first and second, and its weight: the sum of w x N over the countries. */
export type Demand = {
  readonly option: Option
  readonly first: number
  readonly second: number
  readonly weight: number
}
export type ModalityRow = {
  readonly area: Option
  /** n of N: those who choose a first kind */
  readonly base: Base
  readonly isHidden: boolean
  /** in the order of the list */
  readonly demands: readonly Demand[]
  /** how wide the assistance should be: countries by option */
  readonly scales: readonly { readonly option: Option; readonly count: number }[]
}

export type Share = {
  readonly option: Option
  readonly first: number
  readonly second: number
  /** 0-1: of the weight of all areas together; undefined without any weight */
  readonly share: number | undefined
}

export type ModalityMix = {
  readonly part: ModalityPart
  readonly section: string
  readonly base: Base
  /** in the order of the list of areas */
  readonly rows: readonly ModalityRow[]
  /** over all areas that are shown, in the order of the list */
  readonly shares: readonly Share[]
  /** training topics by points; undefined where they are not asked for, or too few answered */
  readonly topics: { readonly field: Field; readonly base: Base; readonly rows: readonly Ranked[] } | undefined
  readonly finding: Finding
}

/** @returns undefined when the questionnaire asks for no needs or no kinds of assistance */
export function modalityMix(view: View): ModalityMix | undefined {
  const part = view.codebook.questionnaire.analysis.modality
  const table = readNeeds(view)
  const options = fieldsAt(view.codebook, part?.first)[0]?.options
  if (!part || !table || !options) return undefined
  const rows = table.areas.map((area) => modalityRow(view, part, table, area, options))
  const shares = sharesOf(rows, options)
  return {
    part,
    section: table.section,
    base: baseOf(view, table.section, table.voices.length),
    rows,
    shares,
    topics: topicsOf(view, part),
    finding: mixFinding(shares, table.voices.length),
  }
}

function modalityRow(
  view: View,
  part: ModalityPart,
  table: NeedsTable,
  area: Option,
  options: readonly Option[],
): ModalityRow {
  const asked = table.voices.map(({ cells }, place) => ({
    first: chosen(fieldAt(view.codebook, part.first, area.key), cells)?.key,
    second: chosen(fieldAt(view.codebook, part.second, area.key), cells)?.key,
    scale: chosen(fieldAt(view.codebook, part.scale, area.key), cells)?.key,
    need: table.needs.get(area.key)?.[place],
  }))
  const contributors = asked.filter((one) => one.first !== undefined).length
  const isHidden = isTooSmall(view, contributors)
  const seen = isHidden ? [] : asked
  const scales = fieldAt(view.codebook, part.scale, area.key)?.options ?? []
  return {
    area,
    base: baseOf(view, table.section, contributors),
    isHidden,
    demands: options.map((option) => demandFor(option, seen, part)),
    scales: scales.map((option) => ({ option, count: seen.filter((one) => one.scale === option.key).length })),
  }
}

type Asked = { first: string | undefined; second: string | undefined; need: Need | undefined }

function demandFor(option: Option, asked: readonly Asked[], { weights }: ModalityPart): Demand {
  const first = asked.filter((one) => one.first === option.key)
  const second = asked.filter((one) => one.second === option.key)
  const weigh = (all: readonly Asked[], weight: number) =>
    all.reduce((total, one) => total + weight * (one.need?.score ?? 0), 0)
  return {
    option,
    first: first.length,
    second: second.length,
    weight: weigh(first, weights.first) + weigh(second, weights.second),
  }
}

/** Share of a kind: sum over countries and areas of w x N, divided by the sum over all kinds. */
function sharesOf(rows: readonly ModalityRow[], options: readonly Option[]): Share[] {
  const sums = options.map((option, place) => {
    const demands = rows.flatMap((row) => row.demands[place] ?? [])
    const add = (pick: (demand: Demand) => number) => demands.reduce((total, one) => total + pick(one), 0)
    return {
      option,
      first: add((one) => one.first),
      second: add((one) => one.second),
      weight: add((one) => one.weight),
    }
  })
  const all = sums.reduce((total, one) => total + one.weight, 0)
  return sums.map(({ weight, ...rest }) => ({ ...rest, share: all === 0 ? undefined : weight / all }))
}

function topicsOf(view: View, part: ModalityPart): ModalityMix['topics'] {
  const [field] = fieldsAt(view.codebook, part.topics)
  if (!field) return undefined
  const cells = (view.voices.get(field.section) ?? []).flatMap(({ cells }) => {
    const cell = cells.get(field.name)
    return Array.isArray(cell?.value) && cell.value.length > 0 ? [cell] : []
  })
  const counted = tally(field, cells, view.codebook.questionnaire.analysis)
  if (counted.kind !== 'ranking' || isTooSmall(view, cells.length)) return undefined
  const rows = counted.options.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return { field, base: baseOf(view, field.section, cells.length), rows }
}

function mixFinding(shares: readonly Share[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const [first, second] = shares.filter((one) => (one.share ?? 0) > 0).sort((a, b) => (b.share ?? 0) - (a.share ?? 0))
  if (!first) return { code: 'mix_none' }
  const percent = Math.round(100 * ((first.share ?? 0) + (second?.share ?? 0)))
  const texts = { first: first.option.label, second: second?.option.label ?? {} }
  return { code: second ? 'mix_pair' : 'mix_first', texts, numbers: { percent } }
}
