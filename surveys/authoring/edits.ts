// What an author can do to a draft: each deed gives a new document, or says why it cannot be done.
import type {
  Analysis,
  Check,
  Item,
  Option,
  Questionnaire,
  QuestionType,
  Section,
  Text,
} from '#surveys/definition/model.ts'
import { type Address, addressOfItem, type Content, contentOf, partsOfAddress, placeOf } from './addresses.ts'
import { blankQuestion } from './question-types.ts'

export type Edit =
  /** other content for an element that is there; `null` takes an analysis or a declaration away */
  | { readonly act: 'write'; readonly address: Address; readonly content: Content }
  | { readonly act: 'add_section'; readonly key: string; readonly title: Text }
  /** `group`: into that group of the section */
  | {
      readonly act: 'add_question'
      readonly section: string
      readonly group?: string
      readonly key: string
      readonly type: QuestionType
      readonly label: Text
    }
  | {
      readonly act: 'add_group'
      readonly section: string
      readonly key: string
      readonly list: string
      readonly label: Text
    }
  | { readonly act: 'add_note'; readonly section: string; readonly note: Text }
  | { readonly act: 'add_list'; readonly key: string; readonly option: Option }
  | { readonly act: 'add_check'; readonly check: Check }
  | { readonly act: 'move'; readonly address: Address; readonly by: -1 | 1 }
  | { readonly act: 'move_to'; readonly address: Address; readonly section: string }
  | { readonly act: 'remove'; readonly address: Address }

/** `key_taken`: stands in the draft already · `key_used_before`: an earlier version used and withdrew it · `not_there` */
export type EditRefusal = 'key_taken' | 'key_used_before' | 'not_there' | 'not_empty' | 'list_in_use' | 'last_one'
export type Edited = { readonly draft: Questionnaire } | { readonly refused: EditRefusal }

/** @param retired keys of earlier versions that nobody may use again: `question` and `group.question` */
export function applyEdit(draft: Questionnaire, edit: Edit, retired: ReadonlySet<string> = new Set()): Edited {
  switch (edit.act) {
    case 'write':
      return write(draft, edit.address, edit.content)
    case 'move':
      return move(draft, edit.address, edit.by)
    case 'move_to':
      return moveTo(draft, edit.address, edit.section)
    case 'remove':
      return remove(draft, edit.address)
    default:
      return add(draft, edit, retired)
  }
}

type Adding = Exclude<Edit, { act: 'write' | 'move' | 'move_to' | 'remove' }>

function add(draft: Questionnaire, edit: Adding, retired: ReadonlySet<string>): Edited {
  switch (edit.act) {
    case 'add_section':
      if (draft.sections.some(({ key }) => key === edit.key)) return { refused: 'key_taken' }
      return { draft: { ...draft, sections: [...draft.sections, { key: edit.key, title: edit.title, items: [] }] } }
    case 'add_list':
      if (Object.hasOwn(draft.lists, edit.key)) return { refused: 'key_taken' }
      return { draft: { ...draft, lists: { ...draft.lists, [edit.key]: [edit.option] } } }
    case 'add_check':
      if (draft.checks.some(({ key }) => key === edit.check.key)) return { refused: 'key_taken' }
      return { draft: { ...draft, checks: [...draft.checks, edit.check] } }
    case 'add_note':
      return withItem(draft, edit.section, { note: edit.note })
    case 'add_group': {
      const { key: group, list: for_each, label } = edit
      const refused = refusedKey(draft, group, retired)
      return refused ?? withItem(draft, edit.section, { group, for_each, layout: 'cards', label, questions: [] })
    }
    case 'add_question':
      return addQuestion(draft, edit, retired)
  }
}

function addQuestion(
  draft: Questionnaire,
  edit: Extract<Adding, { act: 'add_question' }>,
  retired: ReadonlySet<string>,
): Edited {
  const question = blankQuestion(edit.type, { key: edit.key, label: edit.label })
  if (edit.group === undefined) return refusedKey(draft, edit.key, retired) ?? withItem(draft, edit.section, question)
  const found = placeOf(draft, `group:${edit.group}`)
  if (!found || !('group' in found.item)) return { refused: 'not_there' }
  if (found.item.questions.some(({ key }) => key === edit.key)) return { refused: 'key_taken' }
  if (retired.has(`${edit.group}.${edit.key}`)) return { refused: 'key_used_before' }
  return replaceItem(draft, found, { ...found.item, questions: [...found.item.questions, question] })
}

/** Questions outside groups and the groups themselves share their keys, over all sections. */
function refusedKey(
  draft: Questionnaire,
  key: string,
  retired: ReadonlySet<string>,
): { refused: EditRefusal } | undefined {
  if (placeOf(draft, `question:${key}`) || placeOf(draft, `group:${key}`)) return { refused: 'key_taken' }
  return retired.has(key) ? { refused: 'key_used_before' } : undefined
}

function write(draft: Questionnaire, address: Address, content: Content): Edited {
  if (contentOf(draft, address) === undefined) return { refused: 'not_there' }
  const { name } = partsOfAddress(address)
  switch (content.kind) {
    case 'head': {
      const { intro: _, ...rest } = draft
      return { draft: { ...rest, ...content.of } }
    }
    case 'section':
      return {
        draft: {
          ...draft,
          sections: draft.sections.map((one) => (one.key === name ? withHead(one, content.of) : one)),
        },
      }
    case 'list':
      return { draft: { ...draft, lists: { ...draft.lists, [name]: content.of } } }
    case 'check':
      return { draft: { ...draft, checks: draft.checks.map((one) => (one.key === name ? content.of : one)) } }
    case 'analysis':
      return { draft: { ...draft, analysis: withPart(draft.analysis, name, content.of) } }
    case 'change': {
      const others = draft.changes.filter(({ key }) => key !== name)
      return { draft: { ...draft, changes: content.of === null ? others : [...others, content.of] } }
    }
    default:
      return writeItem(draft, address, content)
  }
}

const withHead = ({ key, items }: Section, head: Pick<Section, 'title' | 'intro'>): Section => ({ key, ...head, items })

function withPart(analysis: Analysis, name: string, part: unknown): Analysis {
  const others = Object.entries(analysis).filter(([key]) => key !== name)
  return Object.fromEntries(part === null ? others : [...others, [name, part]])
}

function writeItem(draft: Questionnaire, address: Address, content: Content): Edited {
  const found = placeOf(draft, address)
  if (!found) return { refused: 'not_there' }
  const { item, inside } = found
  if (content.kind === 'question') {
    if (inside === null) return replaceItem(draft, found, content.of)
    if (!('group' in item)) return { refused: 'not_there' }
    return replaceItem(draft, found, { ...item, questions: item.questions.with(inside, content.of) })
  }
  if (content.kind === 'group' && 'group' in item) return replaceItem(draft, found, { ...item, ...content.of })
  return content.kind === 'note' ? replaceItem(draft, found, content.of) : { refused: 'not_there' }
}

type At = { readonly section: number; readonly index: number }

function replaceItem(draft: Questionnaire, { section, index }: At, item: Item): Edited {
  return changeItems(draft, section, (items) => items.with(index, item))
}

function changeItems(
  draft: Questionnaire,
  section: number,
  change: (items: readonly Item[]) => readonly Item[],
): Edited {
  const sections = draft.sections.map((one, at) => (at === section ? { ...one, items: change(one.items) } : one))
  return { draft: { ...draft, sections } }
}

function withItem(draft: Questionnaire, section: string, item: Item): Edited {
  const at = draft.sections.findIndex(({ key }) => key === section)
  return at < 0 ? { refused: 'not_there' } : changeItems(draft, at, (items) => [...items, item])
}

function move(draft: Questionnaire, address: Address, by: -1 | 1): Edited {
  const { kind, name } = partsOfAddress(address)
  if (kind === 'section') {
    const from = draft.sections.findIndex(({ key }) => key === name)
    return from < 0 ? { refused: 'not_there' } : { draft: { ...draft, sections: shifted(draft.sections, from, by) } }
  }
  if (kind === 'check') {
    const from = draft.checks.findIndex(({ key }) => key === name)
    return from < 0 ? { refused: 'not_there' } : { draft: { ...draft, checks: shifted(draft.checks, from, by) } }
  }
  const found = placeOf(draft, address)
  if (!found) return { refused: 'not_there' }
  const { item, inside, section, index } = found
  if (inside !== null && 'group' in item) {
    return replaceItem(draft, found, { ...item, questions: shifted(item.questions, inside, by) })
  }
  return changeItems(draft, section, (items) => shifted(items, index, by))
}

/** One place up or down; at the edge it stays where it is. */
export function shifted<T>(all: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const [one, other] = [all[from], all[from + by]]
  return one === undefined || other === undefined ? all : all.with(from, other).with(from + by, one)
}

function moveTo(draft: Questionnaire, address: Address, section: string): Edited {
  const found = placeOf(draft, address)
  const to = draft.sections.findIndex(({ key }) => key === section)
  if (!found || found.inside !== null || to < 0) return { refused: 'not_there' }
  if (to === found.section) return { draft }
  const without = removed(draft, found)
  return 'draft' in without ? changeItems(without.draft, to, (items) => [...items, found.item]) : without
}

function removed(draft: Questionnaire, { section, index }: At): Edited {
  return changeItems(draft, section, (items) => items.filter((_, at) => at !== index))
}

function remove(draft: Questionnaire, address: Address): Edited {
  const { kind, name } = partsOfAddress(address)
  if (kind === 'section') return removeSection(draft, name)
  if (kind === 'check') return { draft: { ...draft, checks: draft.checks.filter(({ key }) => key !== name) } }
  if (kind === 'list') return removeList(draft, name)
  const found = placeOf(draft, address)
  if (!found) return { refused: 'not_there' }
  const { item, inside } = found
  if (inside === null || !('group' in item)) return removed(draft, found)
  return replaceItem(draft, found, { ...item, questions: item.questions.filter((_, at) => at !== inside) })
}

/** What stands in a section is not thrown away with it: it is moved or removed first. */
function removeSection(draft: Questionnaire, name: string): Edited {
  const section = draft.sections.find(({ key }) => key === name)
  if (!section) return { refused: 'not_there' }
  if (section.items.length > 0) return { refused: 'not_empty' }
  if (draft.sections.length === 1) return { refused: 'last_one' }
  return { draft: { ...draft, sections: draft.sections.filter((one) => one !== section) } }
}

function removeList(draft: Questionnaire, name: string): Edited {
  if (usesOfList(draft, name).length > 0) return { refused: 'list_in_use' }
  const { [name]: _, ...lists } = draft.lists
  return { draft: { ...draft, lists } }
}

/** The questions that choose from a list, and the groups that are repeated over it. */
export function usesOfList(draft: Questionnaire, list: string): Address[] {
  return draft.sections.flatMap((section) =>
    section.items.flatMap((item): Address[] => {
      if ('note' in item) return []
      if (!('group' in item)) return 'list' in item && item.list === list ? [addressOfItem(section, item)] : []
      const inside = item.questions.filter((one) => 'list' in one && one.list === list)
      return [
        ...(item.for_each === list ? [`group:${item.group}`] : []),
        ...inside.map(({ key }) => `question:${item.group}.${key}`),
      ]
    }),
  )
}
