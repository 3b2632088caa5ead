// From facts to a judgement: what the machine makes of a change, what may be declared, how far the version must move.
import type { Change, ChangeKind } from '../model.ts'
import type { Element } from './elements.ts'
import type { Entry, Fact, MachineClass, Step } from './model.ts'

/** Between these two nothing changes but the room to write. */
const TEXTS: ReadonlySet<string> = new Set(['text', 'long_text'])

export function machineClass(facts: readonly Fact[], is: Element): MachineClass {
  const classes = facts.map((fact) => classOf(fact, is))
  for (const one of ['meaning', 'structure', 'text'] as const) if (classes.includes(one)) return one
  return 'same'
}

function classOf(fact: Fact, is: Element): 'text' | 'structure' | 'meaning' {
  switch (fact.what) {
    case 'text':
    case 'option_text':
      return 'text'
    case 'type':
      return TEXTS.has(fact.was) && TEXTS.has(fact.is) ? 'structure' : 'meaning'
    case 'option_removed':
    case 'option_value':
      return 'meaning'
    case 'option_added':
      // A scale with one more level is another scale.
      return is.type === 'scale' ? 'meaning' : 'structure'
    case 'setting':
    case 'moved':
    case 'option_order':
      return 'structure'
  }
}

/** What an author may say about a question or a group without contradicting the facts. */
export function allowedFor(machine: MachineClass, facts: readonly Fact[]): ChangeKind[] {
  switch (machine) {
    case 'new':
      return ['new']
    case 'withdrawn':
      return ['withdrawn']
    case 'meaning':
      return ['changed']
    case 'text':
      return ['reworded', 'changed']
    case 'structure': {
      if (facts.some(({ what }) => what === 'option_added')) return ['changed']
      const isWorded = facts.some(({ what }) => what === 'text' || what === 'option_text')
      return isWorded ? ['reworded', 'changed'] : ['same', 'changed']
    }
    case 'same':
      return []
  }
}

/** True where every option that there was has its place among the new ones. */
function mapsAll(change: Change | null, was: Element | undefined): boolean {
  const maps = change?.maps
  if (!maps || !was || was.options.length === 0) return false
  return was.options.every(({ key }) => Object.hasOwn(maps, key))
}

const ORDER: readonly Step[] = ['none', 'patch', 'minor', 'major']
export const greater = (one: Step, other: Step): Step => (ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other)

/** What has no effect on answers, whatever it does to the page (rule 1). */
const WORDS_AND_PLACES: ReadonlySet<Fact['what']> = new Set(['text', 'option_text', 'moved'])

type Judged = Pick<Entry, 'kind' | 'machine' | 'facts' | 'declared'>

/**
 * How far the version number must move for one element: major where a meaning or a scale changed, or what had to be
 * answered is no longer asked; minor for what was added, and for conditions and limits; patch for words and places.
 */
export function stepOf({ kind, machine, facts, declared }: Judged, was: Element | undefined): Step {
  const isAsked = kind === 'question' || kind === 'group'
  if (machine === 'same') return 'none'
  const isAboutWords = facts.length > 0 && facts.every(({ what }) => WORDS_AND_PLACES.has(what))
  if (isAboutWords) return isAsked && declared?.change === 'changed' ? 'major' : 'patch'
  if (!isAsked) return 'minor'
  if (machine === 'meaning') return 'major'
  if (machine === 'withdrawn') return (was?.settings.required ?? false) === false ? 'minor' : 'major'
  if (machine === 'new') return 'minor'
  if (kind === 'question' && declared?.change === 'changed' && !mapsAll(declared, was)) return 'major'
  return 'minor'
}

/** The step that a pair of version numbers takes; `none` where the second is not higher. */
export function stepBetween(from: string, to: string): Step {
  const [before, after] = [from.split('.').map(Number), to.split('.').map(Number)]
  for (const [index, step] of (['major', 'minor', 'patch'] as const).entries()) {
    const difference = (after[index] ?? 0) - (before[index] ?? 0)
    if (difference !== 0) return difference > 0 ? step : 'none'
  }
  return 'none'
}
