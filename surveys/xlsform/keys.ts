// Keys from the names that people gave: lower-case letters, digits and underscores, beginning with a letter, each once.
import { numbered } from './names.ts'

/** @param before what stands before a name that begins with a digit */
function keyFrom(name: string, before: string): string {
  const plain = name
    .trim()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  if (plain === '') return before
  return /^[a-z]/.test(plain) ? plain : `${before}_${plain}`
}

/** The key of a name where some are taken already. */
export function freeKey(name: string, before: string, taken: Set<string>): string {
  const wanted = keyFrom(name, before)
  const key = taken.has(wanted) ? numbered(wanted, taken) : wanted
  taken.add(key)
  return key
}
