// Score and place of each need area for any set of delegations, so that one of them can be left out.
import { meanOf, type Need, type NeedsTable, present } from './need-scores.ts'
import { median, places } from './statistics.ts'

export type Score = { readonly score: number; readonly net: number; readonly place: number | null }

type Standing = { area: string; score: number; net: number; sharedBy: number; urgency: number; votes: number }

/** Two scores that differ by less than this are equal: sums of decimals end a hair apart. */
const SAME = 1e-9

/**
 * RNS = S x I, 0-100, and the place of each area; no place where nobody shares the need, nor where the area is withheld.
 * @param voices which delegations count, as places in the table
 */
export function scoreNeeds(
  table: NeedsTable,
  votes: ReadonlyMap<string, number>,
  voices: readonly number[],
  hidden: ReadonlySet<string>,
): Map<string, Score> {
  const standings = table.areas
    .filter((area) => !hidden.has(area.key))
    .map((area) => standingOf(table, area.key, votes, voices))
  const ranked = standings.filter((one) => one.sharedBy > 0)
  const order = places(ranked, compare)
  const result = new Map<string, Score>()
  for (const { area, score, net } of standings) result.set(area, { score, net, place: null })
  ranked.forEach(({ area, score, net }, index) => {
    result.set(area, { score, net, place: order[index] ?? null })
  })
  return result
}

function standingOf(
  table: NeedsTable,
  area: string,
  votes: ReadonlyMap<string, number>,
  voices: readonly number[],
): Standing {
  const all = table.needs.get(area) ?? []
  const needs = voices.flatMap((place) => all[place] ?? [])
  const sharing = needs.filter((need) => (need.priority ?? 0) >= table.part.shared_from)
  const n = present(needs.map((need) => need.priority)).length
  const share = n === 0 ? 0 : sharing.length / n
  const intensity = (pick: (need: Need) => number | null) => meanOf(sharing.map(pick)) ?? 0
  return {
    area,
    score: share * intensity((need) => need.score),
    net: share * intensity((need) => need.net),
    sharedBy: sharing.length,
    urgency: median(present(sharing.map((need) => need.urgency))) ?? 0,
    votes: votes.get(area) ?? 0,
  }
}

/** Higher score; then more countries, then higher median urgency, then more votes. */
function compare(a: Standing, b: Standing): number {
  if (Math.abs(a.score - b.score) > SAME) return b.score - a.score
  return b.sharedBy - a.sharedBy || b.urgency - a.urgency || b.votes - a.votes
}
