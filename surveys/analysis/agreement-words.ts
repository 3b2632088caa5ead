// The words for how close views are to each other; coefficients are for tables and files.
import type { Analysis } from '#surveys/definition/model.ts'
import { agreement, leikDispersion, quartiles, tastleWierman } from './statistics.ts'

/** close together · mostly close · spread out · two groups */
export type Closeness = 'close' | 'mostly_close' | 'spread' | 'two_groups'

/** Agreement A from which views are close together, and mostly close; below `divided_below` they are two groups. */
const CLOSE_FROM = 0.75
const MOSTLY_CLOSE_FROM = 0.5

/** How a set of ordered ratings is spread; everything undefined where it cannot be said. */
export type Spread = {
  /** how many chose each level, ascending */
  readonly counts: readonly number[]
  readonly n: number
  /** in the values of the levels */
  readonly median: number | undefined
  readonly iqr: number | undefined
  /** -1 to 1 (van der Eijk 2001) */
  readonly a: number | undefined
  /** 0-1 (Leik 1966) */
  readonly d: number | undefined
  /** 0-1 (Tastle and Wierman 2007) */
  readonly cns: number | undefined
  /** undefined below the smallest number of answers that allows a word */
  readonly words: Closeness | undefined
}

/**
 * Describes ratings on an ordered scale.
 * @param ratings values of the levels chosen
 * @param levels all values of the scale, ascending, empty ones included
 */
export function spreadOf(
  ratings: readonly number[],
  levels: readonly number[],
  consensus: Analysis['consensus'],
): Spread {
  const counts = levels.map((level) => ratings.filter((rating) => rating === level).length)
  const middle = quartiles(ratings)
  const a = agreement(counts)
  const isEnough = ratings.length >= (consensus?.minimum_answers ?? 5)
  return {
    counts,
    n: ratings.length,
    median: middle?.median,
    iqr: middle?.iqr,
    a,
    d: leikDispersion(counts),
    cns: tastleWierman(counts),
    words: isEnough && a !== undefined ? closeness(a, consensus?.divided_below ?? 0) : undefined,
  }
}

function closeness(a: number, dividedBelow: number): Closeness {
  // sums of layers may end a hair below a threshold that they reach exactly
  const value = a + 1e-9
  if (value >= CLOSE_FROM) return 'close'
  if (value >= MOSTLY_CLOSE_FROM) return 'mostly_close'
  return value >= dividedBelow ? 'spread' : 'two_groups'
}
