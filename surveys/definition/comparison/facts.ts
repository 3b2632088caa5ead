// What differs between an element as it was and as it is; nothing here judges, it only finds.
import type { Option, Text } from '../model.ts'
import { canonicalJson } from '../sealing.ts'
import type { Element } from './elements.ts'
import type { Fact } from './model.ts'

/** @param isMoved whether its place among those that stayed is another one */
export function factsOf(was: Element, is: Element, isMoved: boolean): Fact[] {
  const facts: Fact[] = []
  if (was.type && is.type && was.type !== is.type) facts.push({ what: 'type', was: was.type, is: is.type })
  facts.push(...textFacts(was.texts, is.texts, (text) => ({ what: 'text', ...text })))
  facts.push(...settingFacts(was.settings, is.settings), ...optionFacts(was.options, is.options))
  if (isMoved) facts.push({ what: 'moved', was: was.section ?? '', is: is.section ?? '' })
  return facts
}

type Texts = Readonly<Record<string, Text>>
type Worded = { readonly part: string; readonly was: Text | null; readonly is: Text | null }

function textFacts(was: Texts, is: Texts, fact: (text: Worded) => Fact): Fact[] {
  return keysOf(was, is).flatMap((part) => {
    const [before, after] = [was[part] ?? null, is[part] ?? null]
    return canonicalJson(before) === canonicalJson(after) ? [] : [fact({ part, was: before, is: after })]
  })
}

function settingFacts(was: Element['settings'], is: Element['settings']): Fact[] {
  return keysOf(was, is).flatMap((part): Fact[] => {
    const [before, after] = [written(was[part]), written(is[part])]
    return before === after ? [] : [{ what: 'setting', part, was: before, is: after }]
  })
}

const written = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value))

function keysOf(was: object, is: object): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
}

function optionFacts(was: readonly Option[], is: readonly Option[]): Fact[] {
  const [before, after] = [byKey(was), byKey(is)]
  const removed = was.filter(({ key }) => !after.has(key))
  const added = is.filter(({ key }) => !before.has(key))
  const stayed = is.flatMap((option) => {
    const earlier = before.get(option.key)
    return earlier ? betweenOptions(earlier, option) : []
  })
  const [first, second] = [
    was.filter(({ key }) => after.has(key)).map(({ key }) => key),
    is.filter(({ key }) => before.has(key)).map(({ key }) => key),
  ]
  const isSameOrder = first.every((key, index) => key === second[index])
  return [
    ...removed.map((option): Fact => ({ what: 'option_removed', option })),
    ...added.map((option): Fact => ({ what: 'option_added', option })),
    ...stayed,
    ...(isSameOrder ? [] : [{ what: 'option_order' as const, was: first, is: second }]),
  ]
}

function betweenOptions(was: Option, is: Option): Fact[] {
  const { key: option } = is
  const texts = ({ label, description }: Option): Texts => ({ label, ...(description && { description }) })
  const facts = textFacts(texts(was), texts(is), (text) => ({ what: 'option_text', option, ...text }))
  if (was.value !== is.value) facts.push({ what: 'option_value', option, was: was.value ?? null, is: is.value ?? null })
  if (was.pillar !== is.pillar) {
    facts.push({ what: 'setting', part: `${option}.pillar`, was: written(was.pillar), is: written(is.pillar) })
  }
  return facts
}

const byKey = (options: readonly Option[]) => new Map(options.map((option) => [option.key, option]))

/**
 * The elements whose place among those that are in both is another one: the fewest that have to be moved so that the rest
 * stands in the same order. What was inserted or taken away moves nothing.
 */
export function movedKeys(was: readonly string[], is: readonly string[]): Set<string> {
  const places = new Map(was.map((key, place) => [key, place]))
  const common = is.filter((key) => places.has(key))
  const stayed = longestRising(common.map((key) => places.get(key) ?? 0))
  return new Set(common.filter((_, index) => !stayed.has(index)))
}

/** The indexes of a longest rising subsequence. */
function longestRising(numbers: readonly number[]): Set<number> {
  const lengths: number[] = []
  const before: number[] = []
  numbers.forEach((number, index) => {
    let [best, from] = [0, -1]
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = lengths[earlier] ?? 0
      if ((numbers[earlier] ?? 0) < number && length > best) [best, from] = [length, earlier]
    }
    lengths.push(best + 1)
    before.push(from)
  })
  const kept = new Set<number>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}
