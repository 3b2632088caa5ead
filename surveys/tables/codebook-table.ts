// The codebook: every variable with its place, type, options and texts, as rows for a file and for a page.
import { refOf } from '#surveys/analysis/refs.ts'
import type { FieldHistory, Lineage } from '#surveys/definition/comparison/history.ts'
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
  'since',
  'until',
  'changes',
] as const
const WORDED = ['section_title', 'item_label', 'question_label', 'option_label', 'options', 'help', 'reasons'] as const

/**
 * One row per variable, in the order of the columns of the wide table, with the texts in all languages side by side; then,
 * without a place, the variables that are no longer asked, as they were asked last.
 */
export function codebookTable(codebook: Codebook, lineage: Lineage): Table {
  const { languages } = codebook.questionnaire
  const worded = languages.flatMap((language) => WORDED.map((column) => `${column}_${language}`))
  return {
    header: [...FIXED, ...worded],
    rows: [
      ...codebook.variables.map((variable, place) => row(codebook, variable, place + 1, lineage)),
      ...lineage.gone.flatMap(({ field, codebook: last }) =>
        last.variables
          .filter((variable) => variable.field === field)
          .map((one) => row(last, one, null, lineage, languages)),
      ),
    ],
  }
}

function row(
  codebook: Codebook,
  variable: Variable,
  place: number | null,
  { history }: Lineage,
  languages = codebook.questionnaire.languages,
): CsvRow {
  const { field, option } = variable
  const past = history.get(field.name)
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
    past?.since ?? null,
    past?.until ?? null,
    past?.steps.map(({ version, change }) => `${version} ${change}`).join(' | ') || null,
    ...languages.flatMap((language) => worded(codebook, variable, language, past)),
  ]
}

function worded(
  codebook: Codebook,
  { field, option }: Variable,
  language: string,
  past: FieldHistory | undefined,
): CsvRow {
  const read = (text: Text | undefined) => text?.[language] ?? null
  const section = codebook.questionnaire.sections.find((one) => one.key === field.section)
  return [
    read(section?.title),
    read(field.item?.label),
    read(field.question.label),
    read(option?.label),
    option ? null : joined(field.options, (one) => one.label[language] ?? ''),
    read(field.question.help),
    past?.steps.flatMap(({ reason }) => reason?.[language] ?? []).join(' | ') || null,
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
  /** of its first field: items share the history of their question */
  readonly history: FieldHistory | null
}

/** The questions of a codebook in reading order, by section. */
export function codebookEntries(
  codebook: Codebook,
  { history }: Lineage,
): ReadonlyMap<string, readonly CodebookEntry[]> {
  const bySection = new Map<string, CodebookEntry[]>()
  const known = new Map<string, CodebookEntry & { items: Option[] }>()
  for (const field of codebook.fields) {
    const ref = refOf(field)
    const entry = known.get(ref)
    if (entry) {
      if (field.item) entry.items.push(field.item)
      continue
    }
    const items = field.item ? [field.item] : []
    const made = { ref, field, items, variables: namesOf(codebook, field), history: history.get(field.name) ?? null }
    known.set(ref, made)
    bySection.set(field.section, [...(bySection.get(field.section) ?? []), made])
  }
  return bySection
}

/** The questions that are no longer asked, as they were asked last. */
export function goneEntries({ history, gone }: Lineage): CodebookEntry[] {
  const seen = new Map<string, CodebookEntry & { items: Option[] }>()
  for (const { field, codebook } of gone) {
    const ref = refOf(field)
    const known = seen.get(ref)
    if (known && field.item) known.items.push(field.item)
    if (known) continue
    const items = field.item ? [field.item] : []
    seen.set(ref, { ref, field, items, variables: namesOf(codebook, field), history: history.get(field.name) ?? null })
  }
  return [...seen.values()]
}

function namesOf(codebook: Codebook, field: Field): string[] {
  const names = codebook.variables.filter((variable) => variable.field === field).map((variable) => variable.name)
  const { group, item } = field
  if (!group || !item) return names
  const start = `${group.group}.${item.key}.`
  return names.map((name) => `${group.group}.*.${name.slice(start.length)}`)
}
