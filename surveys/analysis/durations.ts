// How long delegations were at work on a section, as far as the times of their saves can say.
import { SMALLEST_GROUP } from './disclosure.ts'
import { median } from './statistics.ts'

/** One save of one person: when, in which reply, and the section it went to. */
export type Save = {
  readonly response: string
  readonly account: string
  readonly section: string
  /** ISO 8601 */
  readonly at: string
}
export type Duration = {
  /** over the delegations, to half a minute; null where fewer than three were at work on the section */
  readonly median: number | null
  readonly delegations: number
}

/** Milliseconds: who saves again within ten minutes is taken to have been at work in between. */
const PAUSE = 10 * 60_000

/**
 * By section. The time between two saves of one person within ten minutes counts for the section that was saved last; what
 * lies before the first save, or after a longer pause, is not known and counts nothing. So it is the least that was needed.
 */
export function durationsOf(saves: readonly Save[]): ReadonlyMap<string, Duration> {
  const worked = new Map<string, Map<string, number>>()
  for (const own of Map.groupBy(saves, ({ response, account }) => `${response} ${account}`).values()) {
    const inOrder = own.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    for (const [place, { response, section, at }] of inOrder.entries()) {
      const before = inOrder[place - 1]
      const gap = before ? Date.parse(at) - Date.parse(before.at) : Number.POSITIVE_INFINITY
      if (gap <= 0 || gap > PAUSE) continue
      const bySection = worked.get(section) ?? new Map<string, number>()
      worked.set(section, bySection.set(response, (bySection.get(response) ?? 0) + gap / 60_000))
    }
  }
  return new Map([...worked].map(([section, byResponse]) => [section, durationOf([...byResponse.values()])]))
}

function durationOf(minutes: readonly number[]): Duration {
  const middle = minutes.length < SMALLEST_GROUP ? undefined : median(minutes)
  return {
    median: middle === undefined ? null : Math.max(0.5, Math.round(middle * 2) / 2),
    delegations: minutes.length,
  }
}
