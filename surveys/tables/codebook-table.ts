// The codebook: every variable with its place, type, options and texts, as rows for a file and for a page.
import { refOf } from '#surveys/analysis/refs.ts'
import type { Codebook, Field, Option, Text, Variable } from '#surveys/definition/model.ts'
import type { CsvRow, Table } from './csv.ts'

/** Columns that are the same in every language; after them come title, question, options and help in each language. */
const FIXED = [
  'place',
  'variable',
  'number',
  'section',
  'group',
  'item',
  'question',
  'option',
  'type',
  'kind',
  'unit',
  'option_codes',
  'option_values',
  'required',
  'asked_if',
  'absence',
  'confidentiality',
] as const
const WORDED = ['section_title', 'item_label', 'question_label', 'option_label', 'options', 'help'] as const

/** One row per variable, in the order of the columns of the wide table, with the texts in all languages side by side. */
export function codebookTable(codebook: Codebook): Table {
  const { languages } = codebook.questionnaire
  const worded = languages.flatMap((language) => WORDED.map((column) => `${column}_${language}`))
  return {
    header: [...FIXED, ...worded],
    rows: codebook.variables.map((variable, place) => row(codebook, variable, place + 1)),
  }
}

function row(codebook: Codebook, variable: Variable, place: number): CsvRow {
  const { field, option } = variable
  const { question } = field
  return [
    place,
    variable.name,
    field.number,
    field.section,
    field.group?.group ?? null,
    field.item?.key ?? null,
    question.key,
    option?.key ?? null,
    question.type,
    variable.kind,
    unitOf(codebook, field),
    option ? null : joined(field.options, (one) => one.key),
    option ? null : joined(field.options, (one) => (one.value === undefined ? '' : String(one.value))),
    String(question.required),
    question.show_if ?? null,
    question.absence.join(' '),
    question.confidentiality,
    ...codebook.questionnaire.languages.flatMap((language) => worded(codebook, variable, language)),
  ]
}

function worded(codebook: Codebook, { field, option }: Variable, language: string): CsvRow {
  const read = (text: Text | undefined) => text?.[language] ?? null
  const section = codebook.questionnaire.sections.find((one) => one.key === field.section)
  return [
    read(section?.title),
    read(field.item?.label),
    read(field.question.label),
    read(option?.label),
    option ? null : joined(field.options, (one) => one.label[language] ?? ''),
    read(field.question.help),
  ]
}

/** The unit in the questionnaire's own language: a name, the same in every language of the file. */
function unitOf(codebook: Codebook, field: Field): string | null {
  const { question } = field
  return (question.type === 'number' && question.unit?.[codebook.questionnaire.languages[0] ?? '']) || null
}

function joined(options: readonly Option[], write: (option: Option) => string): string | null {
  const words = options.map(write)
  return words.some((word) => word !== '') ? words.join(' | ') : null
}

/** A question of the codebook with its variables, for a page; inside a group the question stands once, with its items. */
export type CodebookEntry = {
  readonly ref: string
  readonly field: Field
  readonly items: readonly Option[]
  /** names of variables: all of them outside a group, the pattern inside */
  readonly variables: readonly string[]
}

/** The questions of a codebook in reading order, by section. */
export function codebookEntries(codebook: Codebook): ReadonlyMap<string, readonly CodebookEntry[]> {
  const bySection = new Map<string, CodebookEntry[]>()
  const known = new Map<string, CodebookEntry & { items: Option[] }>()
  for (const field of codebook.fields) {
    const ref = refOf(field)
    const entry = known.get(ref)
    if (entry) {
      if (field.item) entry.items.push(field.item)
      continue
    }
    const made = { ref, field, items: field.item ? [field.item] : [], variables: namesOf(codebook, field) }
    known.set(ref, made)
    bySection.set(field.section, [...(bySection.get(field.section) ?? []), made])
  }
  return bySection
}

function namesOf(codebook: Codebook, field: Field): string[] {
  const names = codebook.variables.filter((variable) => variable.field === field).map((variable) => variable.name)
  const { group, item } = field
  if (!group || !item) return names
  const start = `${group.group}.${item.key}.`
  return names.map((name) => `${group.group}.*.${name.slice(start.length)}`)
}
