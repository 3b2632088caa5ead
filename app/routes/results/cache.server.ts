// Results that were computed once stay known until the round's stamp grows; a handful of rounds, each at one stamp only.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'

const MOST_KEPT = 16

/** One round at one stamp: what was loaded, and everything that was computed from it. */
export type Kept<T> = {
  readonly source: T
  once<V>(name: string, compute: () => V): V
  /** what `once` computed under this name; undefined: nothing yet */
  known<V>(name: string): V | undefined
}

/** By database, so that two houses in one process (as in tests) never share anything. */
const houses = new WeakMap<Kysely<Tables>, Map<string, { stamp: string; found: Promise<Kept<unknown>> }>>()

/**
 * Loads once per stamp; those who ask while it is being loaded wait for the same answer. What was used longest ago is let go,
 * and what another stamp has replaced: thousands of replies are a hundred megabytes.
 * @param key what is loaded
 * @param stamp everything else that it depends on
 */
export function keep<T>(db: Kysely<Tables>, key: string, stamp: string, load: () => Promise<T>): Promise<Kept<T>> {
  const house = houses.get(db) ?? new Map<string, { stamp: string; found: Promise<Kept<unknown>> }>()
  houses.set(db, house)
  const before = house.get(key)
  const known = before?.stamp === stamp ? (before.found as Promise<Kept<T>>) : undefined
  const found = known ?? load().then((source) => ({ source, ...computing() }))
  // taken out and put in again, the key stands last: the first is the one used longest ago
  house.delete(key)
  house.set(key, { stamp, found })
  found.catch(() => house.get(key)?.found === found && house.delete(key))
  for (const oldest of house.keys()) {
    if (house.size <= MOST_KEPT) break
    house.delete(oldest)
  }
  return found
}

function computing(): Pick<Kept<unknown>, 'once' | 'known'> {
  const made = new Map<string, unknown>()
  const once = <V>(name: string, compute: () => V): V => {
    if (!made.has(name)) {
      const value = compute()
      made.set(name, value)
      if (value instanceof Promise) value.catch(() => made.delete(name))
    }
    return made.get(name) as V
  }
  return { once, known: <V>(name: string) => made.get(name) as V | undefined }
}
