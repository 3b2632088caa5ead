// How dark a state of a measure is drawn: from its weight, so that another list of states is drawn as well.
import type { Readiness } from '#surveys/analysis/readiness.ts'

/** Classes of `.units`: implemented · in progress · planned · not started · absent or excluded. */
export type Shade = 'im' | 'ip' | 'pl' | 'ns' | 'ab'

export function shadeOf({ part, done }: Readiness, state: string): Shade {
  if (part.exclude.includes(state)) return 'ab'
  if (state === done) return 'im'
  const weight = part.weights[state] ?? 0
  if (weight >= 0.5) return 'ip'
  return weight > 0 ? 'pl' : 'ns'
}
