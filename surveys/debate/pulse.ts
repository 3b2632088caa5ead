// The pulse of the room, counted on the scale of its question; over fewer than three votes nothing is said.
import { SMALLEST_GROUP } from '../analysis/disclosure.ts'
import { median } from '../analysis/statistics.ts'
import type { Option } from '../definition/model.ts'

export type Room = {
  readonly n: number
  /** in the order of the options */
  readonly counts: readonly number[]
  /** in the values of the options */
  readonly median: number | null
}

/** The options that can be voted on: those with a value, ascending. */
export function ballotOf(options: readonly Option[]): readonly (Option & { readonly value: number })[] {
  const valued = options.flatMap((option) => (option.value === undefined ? [] : [{ ...option, value: option.value }]))
  return valued.sort((a, b) => a.value - b.value)
}

/** @param votes keys of options @returns null while they are too few */
export function countRoom(options: readonly Option[], votes: readonly string[]): Room | null {
  const ballot = ballotOf(options)
  const counts = ballot.map(({ key }) => votes.filter((vote) => vote === key).length)
  const values = ballot.flatMap(({ value }, place) => Array.from({ length: counts[place] ?? 0 }, () => value))
  return values.length < SMALLEST_GROUP ? null : { n: values.length, counts, median: median(values) ?? null }
}
