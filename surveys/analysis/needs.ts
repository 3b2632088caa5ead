// The ranking of needs: which areas the countries share, how intensely, and how firm each place is.
import type { Absence, Option } from '#surveys/definition/model.ts'
import type { Spread } from './agreement-words.ts'
import { spreadOf } from './agreement-words.ts'
import { baseOf, isTooSmall } from './disclosure.ts'
import type { Base, Finding, View } from './model.ts'
import { meanOf, type Need, type NeedsPart, type NeedsTable, present, readNeeds } from './need-scores.ts'
import { needsFinding } from './needs-findings.ts'
import { type Counted, countNeeds, type Score, scoreNeeds } from './needs-ranking.ts'
import { chosenKeys, fieldsAt, tallyAbsences } from './refs.ts'
import { bordaPoints, kendallW, median, spearman } from './statistics.ts'

export type Scope = 'regional' | 'subregional' | 'national' | 'none'

/** Best and worst place with any one delegation left out, and how many delegations change the place when left out. */
export type Firmness = { readonly from: number; readonly to: number; readonly hangsOn: number }

/** How alike the delegations order the areas: W of those who rated every area that is shown. */
export type Concordance = {
  /** 0-1, corrected for ties; undefined for fewer than three such delegations */
  readonly w: number | undefined
  readonly judges: number
  /** strong from 0.7, moderate from 0.5 (Schmidt 1997) */
  readonly words: 'strong' | 'moderate' | 'weak' | undefined
}

export type NeedRow = {
  readonly area: Option
  /** n of N: those who gave a priority; absences are in `absences` */
  readonly base: Base
  /** the figures are withheld: fewer than three contributors */
  readonly isHidden: boolean
  readonly absences: Readonly<Record<Absence, number>>
  /** 1 is first; null without a shared need */
  readonly place: number | null
  /** where the area may stand with any one delegation left out; null for fewer than three delegations */
  readonly firm: Firmness | null
  /** regional-need score and the same after support by others, 0-100 */
  readonly score: number
  readonly net: number
  /** k of n share the need; `share` is k/n, 0-1 */
  readonly sharedBy: number
  readonly share: number
  /** mean score of those who share it, 0-100 */
  readonly intensity: number
  /** of those who share it: median urgency, and the share of them that is urgent (0-1) */
  readonly urgency: number | undefined
  readonly urgentShare: number | undefined
  readonly scope: Scope
  readonly spread: Spread
  /** mean share of the need that others already cover, 0-1, of those who share it and said so */
  readonly coverage: number | undefined
  readonly mayDuplicate: boolean
  readonly votes: number
  /** place by votes; null without votes */
  readonly votePlace: number | null
  /** the two places are so far apart that the debate should hear it */
  readonly isToDiscuss: boolean
}

export type NeedsRanking = {
  readonly part: NeedsPart
  readonly levels: NeedsTable['levels']
  readonly urgencies: NeedsTable['urgencies']
  readonly section: string
  /** the delegations whose replies count */
  readonly base: Base
  /** too few replies for a final word */
  readonly isProvisional: boolean
  /** by place; without a place, in the order of the list; those withheld last */
  readonly rows: readonly NeedRow[]
  /** rank correlation of the two orders, -1 to 1, over the areas that have both places */
  readonly rho: number | undefined
  readonly concordance: Concordance
  readonly finding: Finding
}

/**
 * Ranks the need areas: RNS = share of countries with the need x mean intensity among them, 0-100.
 * Ties: more countries, then higher median urgency, then the better place by votes.
 * @returns undefined when the questionnaire asks for no needs
 */
export function rankNeeds(view: View): NeedsRanking | undefined {
  const table = readNeeds(view)
  if (!table) return undefined
  const base = baseOf(view, table.section, table.voices.length)
  const votes = votesOf(view, table)
  const hidden = new Set(table.areas.map((area) => area.key).filter((key) => isTooSmall(view, answered(table, key))))
  const counted = countNeeds(table, votes, hidden)
  const scores = scoreNeeds(counted)
  const firm = firmness(counted, scores, table.voices.length)
  const rows = table.areas.map((area) => rowOf(view, table, area, scores, votes, firm, hidden))
  const ordered = [...rows].sort(byPlace)
  return {
    part: table.part,
    levels: table.levels,
    urgencies: table.urgencies,
    section: table.section,
    base,
    isProvisional: table.voices.length < table.part.provisional_below * view.roster.length,
    rows: ordered,
    rho: correlation(rows),
    concordance: concordanceOf(table, hidden),
    finding: needsFinding(ordered, table.voices.length),
  }
}

const answered = (table: NeedsTable, area: string) =>
  present((table.needs.get(area) ?? []).map((need) => need.priority)).length

function byPlace(a: NeedRow, b: NeedRow): number {
  if (a.isHidden !== b.isHidden) return a.isHidden ? 1 : -1
  return (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER)
}

/** Points by area from the ranking question, of those who may count in it. */
function votesOf(view: View, table: NeedsTable): ReadonlyMap<string, number> {
  const field = fieldsAt(view.codebook, table.part.ranking)[0]
  if (!field) return new Map()
  const rankings = table.voices.flatMap((voice) => {
    const keys = chosenKeys(field, voice.cells.get(field.name))
    return keys ? [keys] : []
  })
  return isTooSmall(view, rankings.length) ? new Map() : bordaPoints(rankings, table.part.ranking_points)
}

/** Where each area stands when any one delegation is left out. */
function firmness(
  counted: readonly Counted[],
  scores: ReadonlyMap<string, Score>,
  voices: number,
): ReadonlyMap<string, Firmness> {
  const seen = new Map<string, Firmness>()
  if (voices < 3) return seen
  for (const [area, { place }] of scores) if (place !== null) seen.set(area, { from: place, to: place, hangsOn: 0 })
  for (let left = 0; left < voices; left += 1)
    for (const [area, { place }] of scoreNeeds(counted, left)) {
      const before = scores.get(area)?.place ?? null
      const known = seen.get(area) ?? { from: Number.MAX_SAFE_INTEGER, to: 0, hangsOn: 0 }
      const hangsOn = known.hangsOn + (place === before ? 0 : 1)
      if (place === null) seen.set(area, { ...known, hangsOn })
      else seen.set(area, { from: Math.min(known.from, place), to: Math.max(known.to, place), hangsOn })
    }
  return seen
}

const STRONG_FROM = 0.7
const MODERATE_FROM = 0.5

function concordanceOf(table: NeedsTable, hidden: ReadonlySet<string>): Concordance {
  const areas = table.areas.filter((area) => !hidden.has(area.key))
  const judges = table.voices.flatMap((_, place) => {
    const ratings = present(areas.map((area) => table.needs.get(area.key)?.[place]?.priority ?? null))
    return ratings.length === areas.length && areas.length > 1 ? [ratings] : []
  })
  const w = judges.length < 3 ? undefined : kendallW(judges)
  if (w === undefined) return { w, judges: judges.length, words: undefined }
  const words = w + 1e-9 >= STRONG_FROM ? 'strong' : w + 1e-9 >= MODERATE_FROM ? 'moderate' : 'weak'
  return { w, judges: judges.length, words }
}

function rowOf(
  view: View,
  table: NeedsTable,
  area: Option,
  scores: ReadonlyMap<string, Score>,
  votes: ReadonlyMap<string, number>,
  firm: ReadonlyMap<string, Firmness>,
  hidden: ReadonlySet<string>,
): NeedRow {
  const isHidden = hidden.has(area.key)
  const needs = isHidden ? [] : (table.needs.get(area.key) ?? [])
  const score = scores.get(area.key)
  const sharing = needs.filter((need) => (need.priority ?? 0) >= table.part.shared_from)
  const coverage = meanOf(sharing.map((need) => need.coverage))
  const votePlace = isHidden ? null : placeByVotes(votes, area.key)
  const range = firm.get(area.key)
  const ratings = present(needs.map((need) => need.priority))
  return {
    area,
    base: baseOf(view, table.section, answered(table, area.key)),
    isHidden,
    absences: tallyAbsences(needs.map((need) => need.absence)),
    place: score?.place ?? null,
    firm: range && score?.place ? range : null,
    score: score?.score ?? 0,
    net: score?.net ?? 0,
    sharedBy: sharing.length,
    share: ratings.length === 0 ? 0 : sharing.length / ratings.length,
    intensity: meanOf(sharing.map((need) => need.score)) ?? 0,
    ...urgencyOf(sharing, table.part),
    scope: scopeOf(sharing.length, view.roster.length, table.part),
    spread: spreadOf(
      ratings,
      table.levels.map((level) => level.value),
      view.codebook.questionnaire.analysis.consensus,
    ),
    coverage,
    mayDuplicate: (coverage ?? 0) >= table.part.duplication_from || sharing.some((need) => need.hasSamePartner),
    votes: isHidden ? 0 : (votes.get(area.key) ?? 0),
    votePlace,
    isToDiscuss: farApart(score?.place, votePlace, table.part.ranking_discuss_from),
  }
}

function urgencyOf(sharing: readonly Need[], part: NeedsPart) {
  const values = present(sharing.map((need) => need.urgency))
  const urgent = values.filter((value) => value >= part.urgent_from).length
  return { urgency: median(values), urgentShare: values.length === 0 ? undefined : urgent / values.length }
}

/** The TAF's rule: half of the roster is regional, two countries sub-regional, one national and exceptional. */
function scopeOf(sharing: number, roster: number, { scope }: NeedsPart): Scope {
  if (sharing === 0) return 'none'
  if (sharing >= scope.subregional_countries && sharing >= scope.regional_share * roster) return 'regional'
  if (sharing >= scope.subregional_countries) return 'subregional'
  return sharing >= scope.national_countries ? 'national' : 'none'
}

function placeByVotes(votes: ReadonlyMap<string, number>, area: string): number | null {
  const points = votes.get(area) ?? 0
  return points === 0 ? null : 1 + [...votes.values()].filter((other) => other > points).length
}

const farApart = (place: number | null | undefined, votePlace: number | null, from: number) =>
  typeof place === 'number' && votePlace !== null && Math.abs(place - votePlace) >= from

function correlation(rows: readonly NeedRow[]): number | undefined {
  const both = rows.filter((row) => row.place !== null && row.votePlace !== null)
  return spearman(
    both.map((row) => row.score),
    both.map((row) => row.votes),
  )
}
