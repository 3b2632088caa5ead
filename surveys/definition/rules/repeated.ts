// A key that is used twice in its scope.
import type { Path, Refusal } from '../reading.ts'

/**
 * @param keys of the entries of one list, in order
 * @param list the path of that list
 * @param name under which each entry says its key
 */
export function refusalsOfRepeated(keys: readonly string[], list: Path, name: string): Refusal[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ path: [...list, index, name], message: `\`${key}\` is used twice` }] : [],
  )
}
