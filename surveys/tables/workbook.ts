// The questionnaire as a workbook: its sheets, rows and lists as plain data, with the answers of now filled in.

import { decidersOf } from '#surveys/answering/applicability.ts'
import { isAttachments, isKeys } from '#surveys/answering/cells.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Absence, Codebook, Field, Group, Item, Option, Question, Section } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { type Choices, choicesOf, MARK, optionWords, wordsIn } from './workbook-choices.ts'

/** The form of the workbook; another one will have another name. */
export const WORKBOOK_FORMAT = 'tour-de-table/workbook/1'

/** What a workbook was made for: it is taken back for this alone. */
export type Stamp = {
  /** slugs */
  readonly round: string
  readonly questionnaire: string
  readonly version: string
  readonly country: string
  /** the revision that is being prepared */
  readonly revision: number
  /** of its texts, and of what is written into it */
  readonly language: string
  /** ISO 8601 UTC */
  readonly madeAt: string
}

/** Words of the interface that stand in a workbook, already in its language. */
export type WorkbookWords = {
  readonly absences: Readonly<Record<Absence, string>>
  readonly required: string
  unit(unit: string): string
  longest(characters: number): string
  most(choices: number): string
  between(min: number | null, max: number | null): string
  decided(numbers: string): string
  readonly mark: string
  readonly rank: string
  readonly date: string
  readonly documents: string
}

/** What stands in a cell that a person may change, and the list it is chosen from. */
export type Entry = {
  readonly kind: 'text' | 'number' | 'date'
  readonly value: string | number | null
  readonly list?: string
}

export type WorkbookRow = {
  readonly kind: 'heading' | 'note' | 'question' | 'option'
  /** the field's name, or the variable's for an option; empty where nothing is asked */
  readonly key: string
  readonly number: string
  readonly words: string
  readonly answer: Entry | null
  readonly absence: Entry | null
  readonly comment: Entry | null
  readonly help: string
}

export type WorkbookSheet = {
  readonly letter: string
  readonly title: string
  readonly rows: readonly WorkbookRow[]
}

export type Workbook = {
  readonly stamp: Stamp
  readonly sheets: readonly WorkbookSheet[]
  /** what the drop-downs offer, by name */
  readonly lists: Choices
  /** by field: the revision of the cell that was filled in; fields without a cell are left out */
  readonly bases: ReadonlyMap<string, number>
}

type Making = {
  readonly codebook: Codebook
  readonly cells: Cells
  readonly language: string
  readonly words: WorkbookWords
}

/** Writes the workbook of a reply. Every question has its row, those included that do not apply now. */
export function workbookOf(
  codebook: Codebook,
  cells: Cells<Cell & { readonly revision?: number }>,
  { stamp, words }: { stamp: Stamp; words: WorkbookWords },
): Workbook {
  const making: Making = { codebook, cells, language: stamp.language, words }
  const { sections } = codebook.questionnaire
  return {
    stamp,
    sheets: sections.map((section, index) => ({
      letter: letterOf(index),
      title: wordsIn(section.title, stamp.language),
      rows: rowsOf(section, making),
    })),
    lists: choicesOf(codebook, stamp.language, words.absences),
    bases: new Map([...cells].flatMap(([field, { revision }]) => (revision ? [[field, revision] as const] : []))),
  }
}

function rowsOf(section: Section, making: Making): WorkbookRow[] {
  const fields = making.codebook.bySection.get(section.key) ?? []
  const plain = (kind: 'heading' | 'note', words: string): WorkbookRow => ({ ...NOTHING, kind, words })
  const intro = section.intro ? [plain('note', wordsIn(section.intro, making.language))] : []
  return [
    plain('heading', wordsIn(section.title, making.language)),
    ...intro,
    ...section.items.flatMap((item) => rowsOfItem(item, fields, making, plain)),
  ]
}

const NOTHING = { key: '', number: '', answer: null, absence: null, comment: null, help: '' } as const

function rowsOfItem(
  item: Item,
  fields: readonly Field[],
  making: Making,
  plain: (kind: 'heading' | 'note', words: string) => WorkbookRow,
): WorkbookRow[] {
  if ('note' in item) return [plain('note', wordsIn(item.note, making.language))]
  if (!('group' in item)) {
    return fields.filter(({ name }) => name === item.key).flatMap((field) => rowsOfField(field, making))
  }
  return [plain('heading', wordsIn(item.label, making.language)), ...rowsOfGroup(item, fields, making)]
}

const rowsOfGroup = (group: Group, fields: readonly Field[], making: Making): WorkbookRow[] =>
  fields.filter((field) => field.group?.group === group.group).flatMap((field) => rowsOfField(field, making))

function rowsOfField(field: Field, making: Making): WorkbookRow[] {
  const { language } = making
  const { question, item } = field
  const cell = making.cells.get(field.name)
  const label = wordsIn(question.label, language)
  const absence = cell?.absence ?? null
  const row: WorkbookRow = {
    kind: 'question',
    key: field.name,
    number: field.number,
    words: item ? `${wordsIn(item.label, language)}: ${label}` : label,
    answer: hasOptionRows(question) ? null : answerOf(field, cell, language),
    absence:
      question.absence.length === 0
        ? null
        : { kind: 'text', value: absence && making.words.absences[absence], list: absenceList(question.absence) },
    comment: question.comment ? { kind: 'text', value: cell?.comment ?? null } : null,
    help: helpOf(field, making),
  }
  return hasOptionRows(question)
    ? [row, ...field.options.map((option) => optionRow(field, option, cell, language))]
    : [row]
}

/** These have a row for each option, as they have a variable for each. */
export const hasOptionRows = (question: Question): boolean => question.type === 'multi' || question.type === 'ranking'

const absenceList = (allowed: readonly Absence[]): string => `absence ${allowed.join(' ')}`

function optionRow(field: Field, option: Option, cell: Cell | undefined, language: string): WorkbookRow {
  const value = cell?.value ?? null
  const place = isKeys(value) ? value.indexOf(option.key) : -1
  const isRanking = field.question.type === 'ranking'
  const answer: Entry = isRanking
    ? { kind: 'number', value: place < 0 ? null : place + 1, list: `rank ${field.options.length}` }
    : { kind: 'text', value: place < 0 ? null : MARK, list: 'mark' }
  return {
    ...NOTHING,
    kind: 'option',
    key: `${field.name}.${option.key}`,
    words: wordsIn(option.label, language),
    answer,
    help: option.description ? wordsIn(option.description, language) : '',
  }
}

/** A cell's answer as it stands in the workbook; an entry that cannot be read stands there as it was typed. */
function answerOf(field: Field, cell: Cell | undefined, language: string): Entry {
  const { question } = field
  const value = cell?.value ?? null
  const typed = cell?.typed ?? null
  if (question.type === 'date') {
    return typed === null
      ? { kind: 'date', value: typeof value === 'string' ? value : null }
      : { kind: 'text', value: typed.split('\n').join('/') }
  }
  if (question.type === 'number') {
    return typed === null
      ? { kind: 'number', value: typeof value === 'number' ? value : null }
      : { kind: 'text', value: typed }
  }
  if (question.type === 'file') return { kind: 'text', value: documentsOf(value) }
  const list = listOf(field)
  if (list === undefined) return { kind: 'text', value: typed ?? (typeof value === 'string' ? value : null) }
  const option = field.options.find(({ key }) => key === value)
  return { kind: 'text', value: option ? optionWords(field, option, language) : typed, list }
}

/** The name of the list that a field is chosen from; undefined where it is written. */
function listOf({ question }: Field): string | undefined {
  if (question.type === 'confirm') return 'confirm'
  if (!('list' in question)) return undefined
  return question.type === 'scale' ? `scale ${question.list}` : question.list
}

/** Documents travel by the house's own pages; here one reads which there are. */
function documentsOf(value: Cell['value']): string | null {
  if (!isAttachments(value) || value.length === 0) return null
  return value.map((one) => (one.kind === 'file' ? one.name : one.url)).join('\n')
}

function helpOf(field: Field, { codebook, language, words }: Making): string {
  const { question } = field
  const numbers = [...new Set(decidersOf(codebook, field).map(({ number }) => number))]
  const lines = [
    field.required === true ? words.required : '',
    question.help ? wordsIn(question.help, language) : '',
    boundsOf(field, words, language),
    question.type === 'scale' ? levelsOf(field, language) : '',
    numbers.length > 0 ? words.decided(numbers.join(', ')) : '',
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function boundsOf({ question, options }: Field, words: WorkbookWords, language: string): string {
  switch (question.type) {
    case 'text':
    case 'long_text':
      return words.longest(question.max_length)
    case 'number': {
      const unit = question.unit ? words.unit(inLanguage(question.unit, language, 'en').words) : ''
      const bounds = words.between(question.min ?? null, question.max ?? null)
      return [unit, bounds].filter((line) => line !== '').join('\n')
    }
    case 'date':
      return words.date
    case 'multi':
      return [words.mark, question.max_choices ? words.most(question.max_choices) : ''].filter(Boolean).join('\n')
    case 'ranking':
      return [words.rank, question.max_choices ? words.most(Math.min(question.max_choices, options.length)) : '']
        .filter(Boolean)
        .join('\n')
    case 'file':
      return words.documents
    default:
      return ''
  }
}

/** What each level of a scale means, where the questionnaire says so. */
function levelsOf(field: Field, language: string): string {
  return field.options
    .filter(({ description }) => description !== undefined)
    .map((option) => `${optionWords(field, option, language)}: ${wordsIn(option.description ?? {}, language)}`)
    .join('\n')
}
