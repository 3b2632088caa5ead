// A version as an XLSForm: three sheets that every program of the family reads, with what only this house knows beside them.

import { itemsOf } from '../definition/codebook.ts'
import type { Group, Item, Question, Questionnaire, Section } from '../definition/model.ts'
import { constraintOf, selfOf } from './constraints-out.ts'
import { choicesSheet, extraSheets, settingsSheet } from './export-lists.ts'
import { sayExpression, Unsayable } from './expressions-out.ts'
import { type Line, languageName, MORE, type Row, type Sheet, shortened, type Why } from './model.ts'
import { type Names, namesOf } from './names.ts'
import { ownOf, ownOfGroup, ownOfQuestion, ownOfSection } from './own.ts'
import { textCells, toSheet } from './sheets.ts'

export type Exported = {
  readonly sheets: readonly Sheet[]
  /** what other programs will not know */
  readonly lines: readonly Line[]
}

type Writing = {
  readonly questionnaire: Questionnaire
  readonly names: Names
  readonly rows: Row[]
  readonly lines: Line[]
}

/** @param questionnaire as it is sealed, with its texts as they are now */
export function exportXlsform(questionnaire: Questionnaire): Exported {
  const to: Writing = { questionnaire, names: namesOf(questionnaire), rows: [], lines: [] }
  for (const [index, section] of questionnaire.sections.entries()) writeSection(section, index, to)
  const extra = extraSheets(questionnaire)
  const sheets = [
    toSheet('survey', columnsOf(questionnaire), to.rows),
    choicesSheet(questionnaire),
    settingsSheet(questionnaire),
    ...extra.sheets,
  ]
  return { sheets, lines: [...to.lines, ...extra.lines] }
}

function columnsOf({ languages }: Questionnaire): string[] {
  const by = (name: string) => languages.map((language) => `${name}::${languageName(language)}`)
  return [
    'type',
    'name',
    ...by('label'),
    ...by('hint'),
    'required',
    'relevant',
    'constraint',
    ...by('constraint_message'),
    'appearance',
    'calculation',
    'repeat_count',
    'read_only',
    ...by('tdt::unit'),
    MORE,
  ]
}

function writeSection(section: Section, index: number, to: Writing): void {
  const row = { type: 'begin_group', name: to.names.get(`section/${section.key}`) ?? section.key }
  add(to, { ...row, ...textCells('label', section.title), [MORE]: JSON.stringify(ownOfSection(section, row)) })
  if (section.intro) writeNote(section.intro, 'intro', `intro/${section.key}`, to)
  for (const [place, item] of section.items.entries()) writeItem(item, `note/${index}/${place}`, to)
  add(to, { type: 'end_group' })
}

function writeItem(item: Item, note: string, to: Writing): void {
  if ('note' in item) writeNote(item.note, 'note', note, to)
  else if ('group' in item) writeGroup(item, to)
  else writeQuestion(item, undefined, to)
}

function writeNote(text: Section['title'], is: 'intro' | 'note', address: string, to: Writing): void {
  const row = { type: 'note', name: to.names.get(address) ?? is }
  add(to, { ...row, ...textCells('label', text), [MORE]: JSON.stringify(ownOf(is, row)) })
}

/** A repetition for each item of the list; its first line shows which item is meant. */
function writeGroup(group: Group, to: Writing): void {
  const items = itemsOf(to.questionnaire, group.for_each)
  const row = {
    type: 'begin_repeat',
    name: to.names.get(`group/${group.group}`) ?? group.group,
    repeat_count: String(items.length),
  }
  add(to, { ...row, ...textCells('label', group.label), [MORE]: JSON.stringify(ownOfGroup(group, row)) })
  const shown = {
    type: `select_one ${group.for_each}`,
    name: to.names.get(`item/${group.group}`) ?? `${group.group}_item`,
  }
  add(to, {
    ...shown,
    ...textCells('label', group.label),
    read_only: 'yes',
    calculation: `selected-at('${items.map(({ key }) => key).join(' ')}', position(..) - 1)`,
    [MORE]: JSON.stringify(ownOf('item', shown)),
  })
  for (const question of group.questions) writeQuestion(question, group, to)
  add(to, { type: 'end_repeat' })
}

function writeQuestion(question: Question, group: Group | undefined, to: Writing): void {
  const { questionnaire, names } = to
  const self = selfOf(question, group)
  const from = { questionnaire, names, ...(group && { group }) }
  const row = to.rows.length + 2
  const say = (source: string, column: string) => {
    try {
      return sayExpression(source, from)
    } catch (error) {
      if (!(error instanceof Unsayable)) throw error
      to.lines.push({ ...lineAt(row), column, what: shortened(source), why: 'condition_foreign', effect: 'lost' })
      return ''
    }
  }
  const checks = questionnaire.checks.filter(
    (check) => check.level === 'block' && check.at === question.key && check.in === group?.group,
  )
  const { constraint, messages } = constraintOf(question, checks, { ...from, self })
  const cells: Row = {
    type: typeOf(question),
    name: names.get(self) ?? question.key,
    ...(question.required !== false && {
      required: question.required === true ? 'yes' : say(question.required, 'required'),
    }),
    ...(question.show_if !== undefined && { relevant: say(question.show_if, 'relevant') }),
    ...(constraint && { constraint }),
  }
  const own = ownOfQuestion(question, cells)
  add(to, {
    ...cells,
    ...textCells('label', question.label),
    ...textCells('hint', question.help),
    ...(messages.length > 0 && textCells('constraint_message', joined(messages))),
    ...(question.type === 'long_text' && { appearance: 'multiline' }),
    ...('unit' in question && textCells('tdt::unit', question.unit)),
    [MORE]: JSON.stringify(own),
  })
  to.lines.push(...unknownOf(question, messages.length).map((line) => ({ ...lineAt(row), ...line })))
}

const lineAt = (row: number) => ({ sheet: 'survey', row, detail: '' })

/** What a program of the family has nothing for, of one question. */
function unknownOf(question: Question, messages: number): Pick<Line, 'column' | 'what' | 'why' | 'effect'>[] {
  const found: [Why, string][] = []
  if (question.absence.length > 0) found.push(['absence', question.absence.join(', ')])
  if (question.comment) found.push(['comment', question.key])
  if (question.confidentiality !== 'regional') found.push(['confidentiality', question.confidentiality])
  if (question.type === 'scale') found.push(['levels', question.list])
  if (question.type === 'ranking' && question.max_choices) found.push(['most_ranked', String(question.max_choices)])
  if (question.type === 'file') found.push(['file_limits', `${question.max_files} × ${question.max_megabytes} MB`])
  const lost = found.map(([why, what]) => ({ column: MORE, what, why, effect: 'lost' as const }))
  const joint = { column: 'constraint_message', what: String(messages), why: 'one_message', effect: 'changed' } as const
  return messages > 1 ? [...lost, joint] : lost
}

function joined(messages: readonly Section['title'][]): Section['title'] {
  const languages = [...new Set(messages.flatMap((message) => Object.keys(message)))]
  return Object.fromEntries(
    languages.map((code) => [code, messages.flatMap((message) => message[code] ?? []).join('\n')]),
  )
}

/** The type of a question; a number without decimals is an integer. */
function typeOf(question: Question): string {
  switch (question.type) {
    case 'text':
    case 'long_text':
      return 'text'
    case 'number':
      return question.decimals === 0 ? 'integer' : 'decimal'
    case 'date':
    case 'file':
      return question.type
    case 'multi':
      return `select_multiple ${question.list}`
    case 'ranking':
      return `rank ${question.list}`
    case 'confirm':
      return 'acknowledge'
    default:
      return `select_one ${question.list}`
  }
}

function add(to: Writing, row: Row): void {
  to.rows.push(row)
}
