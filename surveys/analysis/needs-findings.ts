// The sentence over the ranking: what holds whichever delegation is left out, and no more than holds.
import type { Finding } from './model.ts'
import type { NeedRow } from './needs.ts'

/** A place is worth a sentence when it stays among the first so many. */
const WITHIN = 3

/**
 * @param rows by place
 * @param voices how many delegations count
 */
export function needsFinding(rows: readonly NeedRow[], voices: number): Finding {
  if (voices === 0) return { code: 'nobody' }
  const [first, second] = rows.filter((row) => row.place !== null)
  if (!first) return { code: rows.every((row) => row.isHidden) ? 'too_few' : 'needs_none' }
  const texts = { first: first.area.label, second: second?.area.label ?? {} }
  if (!first.firm) return { code: 'needs_first', texts, numbers: { count: voices } }
  const numbers = { to: first.firm.to, toSecond: second?.firm?.to ?? 0 }
  const hasSecond = second?.firm && second.firm.to <= WITHIN
  if (hasSecond && first.firm.to === second.firm?.to) return { code: 'needs_pair', texts, numbers }
  if (first.firm.to === 1) return { code: hasSecond ? 'needs_firm_and_second' : 'needs_firm', texts, numbers }
  if (first.firm.to <= WITHIN) return { code: hasSecond ? 'needs_within_and_second' : 'needs_within', texts, numbers }
  return { code: 'needs_open', texts, numbers }
}
