// How the parts of a draft are called, and where each stands: an address stays the same when its element is moved.
import type {
  Analysis,
  Check,
  Group,
  Item,
  Option,
  Question,
  Questionnaire,
  Section,
  Text,
} from '#surveys/definition/model.ts'

/**
 * `head` · `section:legal` · `question:legal_basis` · `group:needs` · `question:needs.priority` · `note:legal.1` (the first
 * note of the section) · `list:agreement` · `check:needed_below_current` · `analysis:needs` · `change:needs.priority`
 */
export type Address = string

/** What is written in an element itself, without the elements inside it. */
export type Head = Pick<Questionnaire, 'version' | 'title' | 'intro' | 'minutes'>
export type SectionHead = Pick<Section, 'title' | 'intro'>
export type GroupHead = Pick<Group, 'for_each' | 'layout' | 'label'>
export type Content =
  | { readonly kind: 'head'; readonly of: Head }
  | { readonly kind: 'section'; readonly of: SectionHead }
  | { readonly kind: 'group'; readonly of: GroupHead }
  | { readonly kind: 'question'; readonly of: Question }
  | { readonly kind: 'note'; readonly of: { readonly note: Text } }
  | { readonly kind: 'list'; readonly of: readonly Option[] }
  | { readonly kind: 'check'; readonly of: Check }
  | { readonly kind: 'analysis'; readonly of: Analysis[keyof Analysis] | null }
  | { readonly kind: 'change'; readonly of: Questionnaire['changes'][number] | null }

/** The parts of an analysis, in the order in which the dashboards show them. */
export const ANALYSES = [
  'needs',
  'gaps',
  'modality',
  'partners',
  'readiness',
  'consensus',
] as const satisfies readonly (keyof Analysis)[]

/** The kind of an address and the name behind it. */
export function partsOfAddress(address: Address): { readonly kind: string; readonly name: string } {
  const at = address.indexOf(':')
  return at < 0 ? { kind: address, name: '' } : { kind: address.slice(0, at), name: address.slice(at + 1) }
}

/** The address of an item of a section; notes are counted from 1. */
export function addressOfItem(section: Section, item: Item): Address {
  if ('group' in item) return `group:${item.group}`
  if ('key' in item) return `question:${item.key}`
  return `note:${section.key}.${section.items.filter((one) => 'note' in one).indexOf(item) + 1}`
}

/** What an element says now; undefined where there is none of that address. */
export function contentOf(draft: Questionnaire, address: Address): Content | undefined {
  const { kind, name } = partsOfAddress(address)
  switch (kind) {
    case 'head': {
      const { version, title, intro, minutes } = draft
      return { kind, of: { version, title, ...(intro && { intro }), minutes } }
    }
    case 'section': {
      const section = draft.sections.find(({ key }) => key === name)
      return section && { kind, of: { title: section.title, ...(section.intro && { intro: section.intro }) } }
    }
    case 'list':
      return Object.hasOwn(draft.lists, name) ? { kind, of: draft.lists[name] ?? [] } : undefined
    case 'check': {
      const check = draft.checks.find(({ key }) => key === name)
      return check && { kind, of: check }
    }
    case 'analysis': {
      const part = ANALYSES.find((one) => one === name)
      return part && { kind, of: draft.analysis[part] ?? null }
    }
    case 'change':
      return { kind, of: draft.changes.find(({ key }) => key === name) ?? null }
    default:
      return contentOfItem(draft, address)
  }
}

function contentOfItem(draft: Questionnaire, address: Address): Content | undefined {
  const found = placeOf(draft, address)
  if (!found) return undefined
  const { item, question } = found
  if (question) return { kind: 'question', of: question }
  if ('note' in item) return { kind: 'note', of: item }
  if (!('group' in item)) return undefined
  const { for_each, layout, label } = item
  return { kind: 'group', of: { for_each, layout, label } }
}

export type ItemPlace = {
  /** places in the lists that hold them, from 0 */
  readonly section: number
  readonly index: number
  readonly item: Item
  /** inside the group that `item` is; null where the item itself is meant */
  readonly inside: number | null
  readonly question: Question | null
}

/** Where a question, a group or a note stands. */
export function placeOf(draft: Questionnaire, address: Address): ItemPlace | undefined {
  for (const [section, here] of draft.sections.entries()) {
    for (const [index, item] of here.items.entries()) {
      const at = { section, index, item }
      if (addressOfItem(here, item) === address) return { ...at, inside: null, question: 'key' in item ? item : null }
      const inside =
        'group' in item ? item.questions.findIndex(({ key }) => address === `question:${item.group}.${key}`) : -1
      if ('group' in item && inside >= 0) return { ...at, inside, question: item.questions[inside] ?? null }
    }
  }
  return undefined
}

/**
 * The element in which a place of the document lies, such as `sections 0 items 3 show_if`.
 * @param path as refusals have it
 */
export function addressAt(draft: Questionnaire, path: readonly (string | number)[]): Address {
  const [first, second, , fourth, fifth, sixth] = path
  if (first === 'lists' && second !== undefined) return `list:${second}`
  if (first === 'analysis' && second !== undefined) return `analysis:${second}`
  if (first === 'checks') return draft.checks[Number(second)] ? `check:${draft.checks[Number(second)]?.key}` : 'head'
  if (first === 'changes')
    return draft.changes[Number(second)] ? `change:${draft.changes[Number(second)]?.key}` : 'head'
  const section = first === 'sections' ? draft.sections[Number(second)] : undefined
  if (!section) return 'head'
  const item = fourth === undefined ? undefined : section.items[Number(fourth)]
  if (!item) return `section:${section.key}`
  const inside = 'group' in item && fifth === 'questions' ? item.questions[Number(sixth)] : undefined
  return inside && 'group' in item ? `question:${item.group}.${inside.key}` : addressOfItem(section, item)
}
