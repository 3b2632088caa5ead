// How a place in a document is called: by the keys that people wrote, not by numbers that change when something is moved.
import { addressOf, isPlain } from './sealing.ts'

/** `sections.legal.items.legal_basis.show_if`; what has no key is called by its place, from 1. */
export function keyOf(value: unknown, path: readonly (string | number)[]): string {
  const names: string[] = []
  let here: unknown = value
  for (const step of path) {
    const inside: unknown = Array.isArray(here) ? here[Number(step)] : isPlain(here) ? here[step] : undefined
    names.push(typeof step === 'number' ? addressOf(inside, step + 1) : step)
    here = inside
  }
  return names.join('.')
}
