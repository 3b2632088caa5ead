// A key that is used twice in its scope.
import type { Path, Refusal } from '../reading.ts'

/** A key, and the place in the file that says it. */
export type Keyed = { readonly key: string; readonly path: Path }

/** The entries of one list, each of which says its key under the same name. */
export function keyed(keys: readonly string[], list: Path, name: string): Keyed[] {
  return keys.map((key, index) => ({ key, path: [...list, index, name] }))
}

/** @param entries of one scope, in order: the first use stands, the later ones are refused */
export function refusalsOfRepeated(entries: readonly Keyed[]): Refusal[] {
  const seen = new Set<string>()
  return entries.flatMap(({ key, path }) => {
    const isRepeated = seen.has(key)
    seen.add(key)
    return isRepeated ? [{ path, message: `\`${key}\` is used twice` }] : []
  })
}
