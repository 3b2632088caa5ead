// What becomes of each row of a form: sections, groups over lists, questions and notes, each with its key.

import type { Known } from './expressions-in.ts'
import type { ReadList, ReadLists } from './import-lists.ts'
import { type Branch, lineAt, lostAt } from './import-tree.ts'
import { freeKey } from './keys.ts'
import type { Line } from './model.ts'
import { isAsWritten } from './own.ts'

export type PlannedQuestion = {
  readonly is: 'question'
  readonly branch: Branch
  readonly key: string
  readonly group?: string
  /** of the groups around it, which are none here */
  readonly conditions: readonly string[]
  /** the text that goes with "other": the key of the choice */
  readonly otherOf?: PlannedQuestion
}
export type PlannedGroup = {
  readonly is: 'group'
  readonly branch: Branch
  readonly key: string
  readonly list: ReadList
  readonly questions: readonly PlannedQuestion[]
}
export type PlannedNote = { readonly is: 'note'; readonly branch: Branch }
export type PlannedSection = {
  readonly branch: Branch | undefined
  readonly key: string
  readonly intro: Branch | undefined
  readonly items: readonly (PlannedQuestion | PlannedGroup | PlannedNote)[]
}
export type Plan = {
  readonly sections: readonly PlannedSection[]
  readonly calculations: ReadonlyMap<string, Branch>
}

type Planning = {
  readonly lists: ReadLists
  readonly lines: Line[]
  readonly calculations: Map<string, Branch>
  /** lists of questions with several answers, by name: repetitions over what was chosen name them */
  readonly several: ReadonlyMap<string, string>
  readonly sectionKeys: Set<string>
  readonly answerKeys: Set<string>
}

export function planOf(tree: readonly Branch[], lists: ReadLists, lines: Line[]): Plan {
  const by: Planning = {
    lists,
    lines,
    calculations: new Map(),
    several: new Map(
      flat(tree).flatMap(({ type, row, list }) => (type === 'select_multiple' ? [[row.name ?? '', list]] : [])),
    ),
    sectionKeys: new Set(),
    answerKeys: new Set(),
  }
  const sections: PlannedSection[] = []
  for (const part of parts(tree)) {
    const items = part.inside.flatMap((branch) => planned(branch, [], by))
    if (items.length === 0) continue
    if (!part.branch) lines.push(lineAt(part.inside[0] ?? { number: 1 }, 'type', 'begin_group', 'ungrouped'))
    if (part.branch?.row.relevant && !part.isRepeat)
      lines.push(lineAt(part.branch, 'relevant', part.branch.row.relevant, 'group_condition'))
    sections.push(sectionOf(part, part.isRepeat ? items : under(items, part.branch?.row.relevant), by))
  }
  return { sections, calculations: by.calculations }
}

const flat = (branches: readonly Branch[]): Branch[] => branches.flatMap((branch) => [branch, ...flat(branch.children)])

type Part = { readonly branch: Branch | undefined; readonly inside: readonly Branch[]; readonly isRepeat: boolean }

/** Groups at the top are sections; what stands between them is one too. */
function parts(tree: readonly Branch[]): Part[] {
  const found: { branch: Branch | undefined; inside: Branch[]; isRepeat: boolean }[] = []
  for (const branch of tree) {
    if (branch.kind === 'group') found.push({ branch, inside: [...branch.children], isRepeat: false })
    else if (branch.kind === 'repeat') found.push({ branch, inside: [branch], isRepeat: true })
    else if (found.length > 0 && !found.at(-1)?.branch) found.at(-1)?.inside.push(branch)
    else found.push({ branch: undefined, inside: [branch], isRepeat: false })
  }
  return found
}

type Item = PlannedSection['items'][number]

function sectionOf({ branch, isRepeat }: Part, items: readonly Item[], by: Planning): PlannedSection {
  const own = branch?.own?.is === 'section' && isAsWritten(branch.own, branch.row, 'name') ? branch.own.key : undefined
  const key = freeKey(own ?? branch?.row.name ?? 'section', 'section', by.sectionKeys)
  if (branch && !isRepeat && own === undefined && key !== branch.row.name) {
    by.lines.push(lineAt(branch, 'name', branch.row.name ?? '', 'name', key))
  }
  const isIntro = (item: Item) => item.is === 'note' && item.branch.own?.is === 'intro'
  return { branch, key, intro: items.find(isIntro)?.branch, items: items.filter((item) => !isIntro(item)) }
}

const under = (items: readonly Item[], condition: string | undefined): Item[] =>
  items.map((item) => {
    if (!condition || item.is === 'note') return item
    if (item.is === 'group') return { ...item, questions: item.questions.map((one) => withCondition(one, condition)) }
    return withCondition(item, condition)
  })

const withCondition = (question: PlannedQuestion, condition: string): PlannedQuestion => ({
  ...question,
  conditions: [condition, ...question.conditions],
})

/** @param conditions of the groups around it */
function planned(branch: Branch, conditions: readonly string[], by: Planning): Item[] {
  switch (branch.kind) {
    case 'question':
      return questions(branch, conditions, undefined, by.answerKeys, by)
    case 'note':
      if (branch.row.relevant) by.lines.push(lostAt(branch, 'relevant', branch.row.relevant, 'note_condition'))
      return [{ is: 'note', branch }]
    case 'group':
      return flattened(branch, conditions, by)
    case 'repeat':
      return repeated(branch, conditions, by)
    default:
      leaveOut(branch, by)
      return []
  }
}

function leaveOut(branch: Branch, by: Planning): void {
  if (branch.kind === 'calculate') {
    by.calculations.set(branch.row.name ?? '', branch)
    return
  }
  const why = branch.kind === 'metadata' ? 'metadata' : 'type'
  by.lines.push(lostAt(branch, 'type', branch.row.type ?? '', why, branch.row.name ?? ''))
}

/** A group in a group: its questions one after the other, each under its condition; its label is a note. */
function flattened(branch: Branch, conditions: readonly string[], by: Planning): Item[] {
  const { relevant } = branch.row
  by.lines.push(lineAt(branch, 'type', branch.row.name ?? '', relevant ? 'group_condition' : 'group_flat'))
  const all = relevant ? [...conditions, relevant] : conditions
  const inside = branch.children.flatMap((child) => planned(child, all, by))
  const isLabelled = Object.keys(branch.row).some((column) => column.startsWith('label'))
  return isLabelled && inside.length > 0 ? [{ is: 'note', branch }, ...inside] : inside
}

function repeated(branch: Branch, conditions: readonly string[], by: Planning): Item[] {
  const matched = listOf(branch, by)
  if (!matched) {
    by.lines.push(lostAt(branch, 'type', branch.row.name ?? '', 'repeat_once'))
    return flattened(branch, conditions, by)
  }
  const { relevant } = branch.row
  const own = branch.own?.is === 'group' && isAsWritten(branch.own, branch.row, 'name') ? branch.own.key : undefined
  const key = freeKey(own ?? branch.row.name ?? 'group', 'group', by.answerKeys)
  if (own === undefined && key !== branch.row.name)
    by.lines.push(lineAt(branch, 'name', branch.row.name ?? '', 'name', key))
  if (matched.isChosen)
    by.lines.push(lostAt(branch, 'repeat_count', branch.row.repeat_count ?? '', 'repeat_chosen', matched.list.key))
  if (relevant) by.lines.push(lineAt(branch, 'relevant', relevant, 'group_condition'))
  const all = relevant ? [...conditions, relevant] : conditions
  const keys = new Set<string>()
  const [asked, notes] = [[] as PlannedQuestion[], [] as Item[]]
  for (const child of flat(branch.children).filter((one) => one !== matched.shows && one.own?.is !== 'item')) {
    if (child.kind === 'question') asked.push(...questions(child, all, key, keys, by))
    else if (child.kind === 'note') {
      by.lines.push(lineAt(child, 'type', child.row.name ?? '', 'note_moved'))
      notes.push({ is: 'note', branch: child })
    } else if (child.kind === 'group' || child.kind === 'repeat')
      by.lines.push(lineAt(child, 'type', child.row.name ?? '', 'group_flat'))
    else leaveOut(child, by)
  }
  if (asked.length === 0) return notes
  return [...notes, { is: 'group', branch, key, list: matched.list, questions: asked }]
}

type Matched = { readonly list: ReadList; readonly shows: Branch | undefined; readonly isChosen: boolean }

const SHOWS = /selected-at\(\s*(?:(['"])([^'"]+)\1|\$\{\s*([^}]+?)\s*\})\s*,\s*position\(\s*\.\.\s*\)\s*-\s*1\s*\)/

/** The list whose items a repetition goes through: as this house wrote it, or as the line says that shows the item. */
function listOf(branch: Branch, by: Planning): Matched | undefined {
  const { own, row, children } = branch
  if (own?.is === 'group' && isAsWritten(own, row, 'repeat_count')) {
    const list = [...by.lists.values()].find(({ key }) => key === own.for_each)
    if (list) return { list, shows: undefined, isChosen: false }
  }
  for (const shows of children) {
    const [, , names, chosen] = SHOWS.exec(shows.row.calculation ?? '') ?? []
    const name = chosen === undefined ? undefined : by.several.get(chosen)
    const list = name === undefined ? listWith(names, by) : by.lists.get(name)
    if (list) return { list, shows, isChosen: name !== undefined }
  }
  return undefined
}

const listWith = (names: string | undefined, { lists }: Planning): ReadList | undefined =>
  names === undefined
    ? undefined
    : [...lists.values()].find(({ keyOf }) => [...keyOf.keys()].join(' ') === names.trim().replaceAll(/\s+/g, ' '))

function questions(
  branch: Branch,
  conditions: readonly string[],
  group: string | undefined,
  taken: Set<string>,
  by: Planning,
): PlannedQuestion[] {
  const { own, row } = branch
  const kept = own?.is === 'question' && isAsWritten(own, row, 'name') ? own.key : undefined
  const key = freeKey(kept ?? row.name ?? 'question', 'question', taken)
  if (kept === undefined && key !== row.name) by.lines.push(lineAt(branch, 'name', row.name ?? '', 'name', key))
  const question: PlannedQuestion = { is: 'question', branch, key, ...(group && { group }), conditions }
  if (!branch.orOther) return [question]
  by.lines.push(lineAt(branch, 'type', row.type ?? '', 'other_added', `${key}_other`))
  const other = freeKey(`${key}_other`, 'other', taken)
  return [question, { ...question, key: other, otherOf: question }]
}

const KINDS: Readonly<Record<string, Known['kind']>> = {
  text: 'words',
  time: 'words',
  integer: 'number',
  decimal: 'number',
  range: 'number',
  date: 'date',
  datetime: 'date',
  select_one: 'option',
  select_multiple: 'several',
  acknowledge: 'confirm',
  trigger: 'confirm',
}

/** How conditions know a question, by the name of its row. */
export function knownOf({ branch, key, group, otherOf }: PlannedQuestion): [string, Known] {
  const name = branch.row.name ?? ''
  if (otherOf) return [`${name}_other`, { key, ...(group && { group }), kind: 'words' }]
  return [name, { key, ...(group && { group }), kind: KINDS[branch.type] ?? 'other', list: branch.list }]
}
