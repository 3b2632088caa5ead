// Numbers that describe a few ordered values: quartiles, agreement, rank correlation. Describes, never tests.

const byNumber = (a: number, b: number) => a - b

/**
 * Quantile by linear interpolation, type 7 of Hyndman and Fan (1996), as in R and in spreadsheets.
 * @param values in any order
 * @param share 0-1
 * @returns undefined when there are no values
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  return quantileOfSorted(sorted(values), share)
}

/** The values in ascending order, in a list of their own. */
export function sorted(values: readonly number[]): number[] {
  return [...values].sort(byNumber)
}

/** The same, of values that are in ascending order already. */
export function quantileOfSorted(values: readonly number[], share: number): number | undefined {
  return between(values.length, share, (place) => values[place])
}

/** @param at the value at a place, from 0 */
function between(count: number, share: number, at: (place: number) => number | undefined): number | undefined {
  const place = (count - 1) * share
  const below = at(Math.floor(place))
  const above = at(Math.ceil(place))
  if (below === undefined || above === undefined) return undefined
  return below + (above - below) * (place - Math.floor(place))
}

/** Middle value, in the unit of the values; undefined when there are none. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5)
}

/**
 * Middle value of values in ascending order.
 * @param left one of the values, to be left out once
 */
export function medianOfSorted(values: readonly number[], left?: number): number | undefined {
  if (left === undefined) return quantileOfSorted(values, 0.5)
  const gap = values.indexOf(left)
  return between(values.length - 1, 0.5, (place) => values[place < gap ? place : place + 1])
}

export type Quartiles = { readonly q1: number; readonly median: number; readonly q3: number; readonly iqr: number }

/** Quartiles (type 7) and their distance, in the unit of the values; undefined when there are none. */
export function quartiles(values: readonly number[]): Quartiles | undefined {
  const ascending = sorted(values)
  const [q1, middle, q3] = [0.25, 0.5, 0.75].map((share) => quantileOfSorted(ascending, share))
  if (q1 === undefined || middle === undefined || q3 === undefined) return undefined
  return { q1, median: middle, q3, iqr: q3 - q1 }
}

/** Arithmetic mean; undefined when there are no values. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : sum(values) / values.length
}

/** Sum of the values; 0 when there are none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/**
 * Agreement A of ordered ratings: -1 polarised, 0 uniform, 1 all in one category (van der Eijk 2001).
 * The counts are taken apart into layers of equal height; each layer's agreement is weighed by its share of the ratings.
 * @param counts how many chose each of the K ordered categories, empty ones included
 * @returns undefined when nobody answered, and for fewer than three categories, where order says nothing
 */
export function agreement(counts: readonly number[]): number | undefined {
  const total = sum(counts)
  if (total === 0 || counts.length < 3) return undefined
  let rest = [...counts]
  let result = 0
  for (;;) {
    const present = rest.filter((count) => count > 0)
    if (present.length === 0) return result
    const height = Math.min(...present)
    result += ((height * present.length) / total) * layerAgreement(rest.map((count) => count > 0))
    rest = rest.map((count) => (count > 0 ? count - height : 0))
  }
}

function layerAgreement(present: readonly boolean[]): number {
  const k = present.length
  const filled = present.filter(Boolean).length
  return unimodality(present) * (1 - (filled - 1) / (k - 1))
}

/** U of van der Eijk: from triples of categories with two filled, neighbours (110, 011) against a hole between (101). */
function unimodality(present: readonly boolean[]): number {
  const k = present.length
  let together = 0
  let apart = 0
  for (let i = 0; i < k; i++)
    for (let j = i + 1; j < k; j++)
      for (let l = j + 1; l < k; l++) {
        if (present[i] && !present[j] && present[l]) apart++
        else if (present[j] && present[i] !== present[l]) together++
      }
  if (together + apart === 0) return 1
  return ((k - 2) * together - (k - 1) * apart) / ((k - 2) * (together + apart))
}

/**
 * Ordinal dispersion D: 0 all in one category, 1 half at each end (Leik 1966).
 * @param counts as for `agreement`
 * @returns undefined when nobody answered, and for fewer than two categories
 */
export function leikDispersion(counts: readonly number[]): number | undefined {
  const total = sum(counts)
  if (total === 0 || counts.length < 2) return undefined
  let cumulated = 0
  let distance = 0
  for (const count of counts) {
    cumulated += count
    distance += Math.min(cumulated, total - cumulated) / total
  }
  return (2 * distance) / (counts.length - 1)
}

/**
 * Consensus Cns of ordered ratings: 0 half at each end, 1 all in one category (Tastle and Wierman 2007).
 * @param counts as for `agreement`
 * @returns undefined when nobody answered, and for fewer than two categories
 */
export function tastleWierman(counts: readonly number[]): number | undefined {
  const total = sum(counts)
  const width = counts.length - 1
  if (total === 0 || width < 1) return undefined
  const centre = sum(counts.map((count, place) => count * place)) / total
  const parts = counts.map((count, place) =>
    count === 0 ? 0 : (count / total) * Math.log2(1 - Math.abs(place - centre) / width),
  )
  return 1 + sum(parts)
}

/** Ranks from 1 for the smallest value; equal values share the mean of their ranks. */
export function averageRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort(byNumber)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

/**
 * Rank correlation rho, -1 to 1, with ties: Pearson's correlation of average ranks (Spearman 1904).
 * @returns undefined for fewer than two pairs, and when one side has a single value only
 */
export function spearman(left: readonly number[], right: readonly number[]): number | undefined {
  if (left.length !== right.length) throw new RangeError('Both sides of a rank correlation have the same length.')
  const [a, b] = [averageRanks(left), averageRanks(right)]
  const centre = (left.length + 1) / 2
  const product = (x: readonly number[], y: readonly number[]) =>
    sum(x.map((value, place) => (value - centre) * ((y[place] ?? centre) - centre)))
  const scale = Math.sqrt(product(a, a) * product(b, b))
  return scale === 0 ? undefined : Math.max(-1, Math.min(1, product(a, b) / scale))
}

/**
 * Concordance W of several orders of the same items, 0-1, corrected for ties (Kendall and Babington Smith 1939):
 * W = 12 S / (m^2 (n^3 - n) - m T), S the squared distances of the rank sums from their mean, T the sum of t^3 - t over ties.
 * @param ratings one list per judge, the items in the same order; every judge rates every item
 * @returns undefined for fewer than two judges or items, and when every judge rates all items the same
 */
export function kendallW(ratings: readonly (readonly number[])[]): number | undefined {
  const m = ratings.length
  const n = ratings[0]?.length ?? 0
  if (ratings.some((one) => one.length !== n)) throw new RangeError('Every judge rates every item.')
  if (m < 2 || n < 2) return undefined
  const ranked = ratings.map(averageRanks)
  const totals = Array.from({ length: n }, (_, item) => sum(ranked.map((ranks) => ranks[item] ?? 0)))
  const centre = (m * (n + 1)) / 2
  const distance = sum(totals.map((total) => (total - centre) ** 2))
  const most = m ** 2 * (n ** 3 - n) - m * sum(ratings.map(tieCorrection))
  return most <= 0 ? undefined : Math.max(0, Math.min(1, (12 * distance) / most))
}

/** Sum of t^3 - t over the groups of equal values. */
function tieCorrection(values: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return sum([...sizes.values()].map((t) => t ** 3 - t))
}

/**
 * Points of a ranking (Borda 1781): the first choice gets `points[0]`, and so on; what is ranked below the last gets none.
 * @param rankings the options of each ranking, first choice first
 * @returns points by option, in order of first appearance
 */
export function bordaPoints(rankings: Iterable<readonly string[]>, points: readonly number[]): Map<string, number> {
  const result = new Map<string, number>()
  for (const ranking of rankings)
    ranking.forEach((option, place) => {
      result.set(option, (result.get(option) ?? 0) + (points[place] ?? 0))
    })
  return result
}

/**
 * Places from 1, the largest first; equal ones share a place and the next place is left out (1, 2, 2, 4).
 * @param compare negative when the first of two stands before the second
 * @returns the place of each entry, in the order given
 */
export function places<T>(entries: readonly T[], compare: (a: T, b: T) => number): number[] {
  return entries.map((entry) => 1 + entries.filter((other) => compare(other, entry) < 0).length)
}
