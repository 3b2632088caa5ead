// Score and place of each need area, of everybody or with one delegation left out.
import { type Need, type NeedsTable, present } from './need-scores.ts'
import { medianOfSorted, places, sorted } from './statistics.ts'

export type Score = { readonly score: number; readonly net: number; readonly place: number | null }

/** What an area's answers add up to: any one of them can be taken out again without adding up the others anew. */
export type Counted = {
  readonly area: string
  /** in the order of the table's voices */
  readonly needs: readonly Need[]
  /** how many gave a priority, and how many share the need */
  readonly answered: number
  readonly sharing: number
  readonly score: Sum
  readonly net: Sum
  /** of those who share it, ascending */
  readonly urgencies: readonly number[]
  readonly votes: number
  readonly sharedFrom: number
}
type Sum = { readonly total: number; readonly count: number }

type Standing = { area: string; score: number; net: number; sharedBy: number; urgency: number; votes: number }

/** Two scores that differ by less than this are equal: sums of decimals end a hair apart. */
const SAME = 1e-9

/** Adds up the areas that are not withheld. */
export function countNeeds(
  table: NeedsTable,
  votes: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
): readonly Counted[] {
  const sharedFrom = table.part.shared_from
  return table.areas
    .filter((area) => !hidden.has(area.key))
    .map(({ key }) => {
      const needs = table.needs.get(key) ?? []
      const sharing = needs.filter((need) => isShared(need, sharedFrom))
      return {
        area: key,
        needs,
        answered: needs.filter((need) => need.priority !== null).length,
        sharing: sharing.length,
        score: sumOf(sharing.map((need) => need.score)),
        net: sumOf(sharing.map((need) => need.net)),
        urgencies: sorted(present(sharing.map((need) => need.urgency))),
        votes: votes.get(key) ?? 0,
        sharedFrom,
      }
    })
}

const isShared = (need: Need, from: number) => (need.priority ?? 0) >= from

function sumOf(values: readonly (number | null)[]): Sum {
  const there = present(values)
  return { total: there.reduce((total, value) => total + value, 0), count: there.length }
}

/**
 * RNS = S x I, 0-100, and the place of each area; no place where nobody shares the need.
 * @param left the place in the table of a delegation that is left out
 */
export function scoreNeeds(counted: readonly Counted[], left?: number): Map<string, Score> {
  const standings = counted.map((one) => standingOf(one, left === undefined ? undefined : one.needs[left]))
  const ranked = standings.filter((one) => one.sharedBy > 0)
  const order = places(ranked, compare)
  const result = new Map<string, Score>()
  for (const { area, score, net } of standings) result.set(area, { score, net, place: null })
  ranked.forEach(({ area, score, net }, index) => {
    result.set(area, { score, net, place: order[index] ?? null })
  })
  return result
}

function standingOf(counted: Counted, left: Need | undefined): Standing {
  const { area, urgencies, votes, sharedFrom } = counted
  const without = left && isShared(left, sharedFrom) ? left : undefined
  const answered = counted.answered - (left && left.priority !== null ? 1 : 0)
  const sharedBy = counted.sharing - (without ? 1 : 0)
  const share = answered === 0 ? 0 : sharedBy / answered
  return {
    area,
    score: share * meanWithout(counted.score, without?.score),
    net: share * meanWithout(counted.net, without?.net),
    sharedBy,
    urgency: medianOfSorted(urgencies, without?.urgency ?? undefined) ?? 0,
    votes,
  }
}

function meanWithout({ total, count }: Sum, left: number | null | undefined): number {
  if (left === null || left === undefined) return count === 0 ? 0 : total / count
  return count === 1 ? 0 : (total - left) / (count - 1)
}

/** Higher score; then more countries, then higher median urgency, then more votes. */
function compare(a: Standing, b: Standing): number {
  if (Math.abs(a.score - b.score) > SAME) return b.score - a.score
  return b.sharedBy - a.sharedBy || b.urgency - a.urgency || b.votes - a.votes
}
