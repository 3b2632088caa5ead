// What differs between a published version and the file that claims to be it: a published version never changes.
import type { Questionnaire } from './model.ts'
import { addressOf, canonicalJson, isPlain } from './sealing.ts'

export type Difference = {
  /** by keys, such as `sections.legal.items.legal_basis.label.fr`; `(order)` where only the order of a list differs */
  readonly place: string
  /** as canonical JSON, shortened; null where there was nothing */
  readonly was: string | null
  /** as canonical JSON, shortened; null where there is nothing any more */
  readonly is: string | null
}

const SHOWN = 80

/** Each place where the two differ, the innermost; none where the file still says what was published. */
export function describeDifferences(published: Questionnaire, written: Questionnaire): Difference[] {
  return differences(published, written, '')
}

/** For a log or a terminal: which file, which version, and what differs; at most five places are named. */
export function printDifferences(path: string, version: string, found: readonly Difference[]): string {
  const named = found
    .slice(0, 5)
    .map(({ place, was, is }) => `  ${place}: was ${was ?? 'not there'}, is ${is ?? 'gone'}`)
  const rest = found.length > named.length ? [`  and ${found.length - named.length} more`] : []
  const first = `${path} is not what was published as version ${version}; what was published holds. It differs in`
  return [first, ...named, ...rest].join('\n')
}

function differences(was: unknown, is: unknown, place: string): Difference[] {
  if (Array.isArray(was) && Array.isArray(is)) return betweenLists(was, is, place)
  if (isPlain(was) && isPlain(is)) return betweenMaps(Object.entries(was), Object.entries(is), place)
  const [before, after] = [shown(was), shown(is)]
  return canonical(was) === canonical(is) ? [] : [{ place, was: before, is: after }]
}

function betweenLists(was: readonly unknown[], is: readonly unknown[], place: string): Difference[] {
  const before = was.map((item, index): [string, unknown] => [addressOf(item, index), item])
  const after = is.map((item, index): [string, unknown] => [addressOf(item, index), item])
  const found = betweenMaps(before, after, place)
  const [first, second] = [before.map(([key]) => key), after.map(([key]) => key)]
  const isMoved = found.length === 0 && canonicalJson(first) !== canonicalJson(second)
  return isMoved ? [{ place: `${place} (order)`, was: shown(first), is: shown(second) }] : found
}

function betweenMaps(was: [string, unknown][], is: [string, unknown][], place: string): Difference[] {
  const [before, after] = [new Map(was), new Map(is)]
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => differences(before.get(key), after.get(key), place ? `${place}.${key}` : key))
}

function canonical(value: unknown): string | undefined {
  return value === undefined ? undefined : canonicalJson(value)
}

function shown(value: unknown): string | null {
  const text = canonical(value)
  if (text === undefined) return null
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
