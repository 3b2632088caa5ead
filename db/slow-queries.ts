// Which sentences the database is slowest with: their words and their times, never what they were asked with.

export type SlowQuery = {
  /** as it is prepared: a mark stands for every value */
  readonly sentence: string
  readonly times: number
  /** milliseconds: the longest, and all together */
  readonly longest: number
  readonly total: number
}
export type QueryMeter = {
  note(sentence: string, milliseconds: number): void
  /** the slowest by their longest time, the slowest first */
  slowest(count: number): SlowQuery[]
}

/** How many sentences are remembered; beyond, the quickest half is forgotten. */
const MOST = 400
const LONGEST = 2000

export function createQueryMeter(): QueryMeter {
  const known = new Map<string, SlowQuery>()
  const inOrder = () => [...known.values()].sort((one, other) => other.longest - one.longest)
  return {
    note(words, milliseconds) {
      const sentence = withoutCounts(words)
      const { times, longest, total } = known.get(sentence) ?? { times: 0, longest: 0, total: 0 }
      const added = { times: times + 1, longest: Math.max(longest, milliseconds), total: total + milliseconds }
      known.set(sentence, { sentence, ...added })
      if (known.size > MOST) for (const { sentence: quick } of inOrder().slice(MOST / 2)) known.delete(quick)
    },
    slowest: (count) => inOrder().slice(0, count),
  }
}

/** A list of three values is the same sentence as one of four, and so are two rows and twenty. */
function withoutCounts(words: string): string {
  return words
    .slice(0, LONGEST)
    .replace(/, \([?$\d, ]*$/, '')
    .replace(/\((?:\?|\$\d+)(?:, (?:\?|\$\d+))+\)/g, '(?, …)')
    .replace(/\(\?, …\)(?:, \(\?, …\))+/g, '(?, …), …')
}
