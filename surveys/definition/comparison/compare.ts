// Two versions of a questionnaire side by side: every element of both once, what differs, and what was declared.
import type { Change, Questionnaire } from '../model.ts'
import { type Element, elementsOf } from './elements.ts'
import { factsOf, movedKeys } from './facts.ts'
import { allowedFor, greater, machineClass, stepOf } from './judging.ts'
import type { Comparison, Entry, Step } from './model.ts'

type Pair = { readonly was: Element | undefined; readonly is: Element | undefined }

/**
 * @param later its `changes` are read as declared against `earlier`; between versions that do not follow each other they
 *   say only what the last of them changed, so that the facts alone should be shown
 */
export function compareQuestionnaires(earlier: Questionnaire, later: Questionnaire): Comparison {
  const [before, after] = [elementsOf(earlier), elementsOf(later)]
  const moved = movedElements(before, after)
  const declared = new Map(later.changes.map((change) => [change.key, change]))
  let step: Step = 'none'
  const entries = mergedOrder([...before.keys()], [...after.keys()]).map((id): Entry => {
    const pair = { was: before.get(id), is: after.get(id) }
    const entry = entryOf(pair, moved.has(id), declared)
    step = greater(step, stepOf(entry, pair.was))
    return entry
  })
  return { questionnaire: later.questionnaire, from: earlier.version, to: later.version, entries, step }
}

function entryOf({ was, is }: Pair, isMoved: boolean, declared: ReadonlyMap<string, Change>): Entry {
  const shown = (is ?? was) as Element
  const facts = was && is ? factsOf(was, is, isMoved) : []
  const machine = !was ? 'new' : is ? machineClass(facts, is) : 'withdrawn'
  const isAsked = shown.kind === 'question' || shown.kind === 'group'
  return {
    kind: shown.kind,
    key: shown.key,
    section: shown.section,
    was: was?.title ?? null,
    is: is?.title ?? null,
    machine,
    facts,
    declared: isAsked ? declarationOf(shown, machine, declared) : null,
    allowed: isAsked ? allowedFor(machine, facts) : [],
  }
}

/** A question that comes or goes with its whole group is declared with the group. */
function declarationOf(
  { key, group }: Element,
  machine: Entry['machine'],
  declared: ReadonlyMap<string, Change>,
): Change | null {
  const own = declared.get(key)
  if (own || group === null) return own ?? null
  const around = declared.get(group)
  return around && (machine === 'new' || machine === 'withdrawn') && around.change === machine ? around : null
}

function movedElements(before: ReadonlyMap<string, Element>, after: ReadonlyMap<string, Element>): Set<string> {
  const isPlaced = (element: Element) => element.among !== ''
  const places = (elements: ReadonlyMap<string, Element>) =>
    Map.groupBy(
      [...elements].filter(([, element]) => isPlaced(element)),
      ([, element]) => element.among,
    )
  const [was, is] = [places(before), places(after)]
  const moved = new Set<string>()
  for (const [among, elements] of is) {
    const here = elements.map(([id]) => id)
    const there = (was.get(among) ?? []).map(([id]) => id)
    for (const id of movedKeys(there, here)) moved.add(id)
    for (const [id, { section }] of elements) {
      const earlier = before.get(id)
      if (earlier && earlier.section !== section) moved.add(id)
    }
  }
  return moved
}

/** The order of the later version; what is gone stands after what it stood behind. */
function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const kept = new Set(after)
  const behind = new Map<string, string[]>()
  let last = ''
  for (const id of before) {
    if (kept.has(id)) last = id
    else behind.set(last, [...(behind.get(last) ?? []), id])
  }
  return [...(behind.get('') ?? []), ...after.flatMap((id) => [id, ...(behind.get(id) ?? [])])]
}
