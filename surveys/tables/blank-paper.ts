// A questionnaire as an empty paper: every question with what can be answered, room to write, and groups as tables to fill in.
import { itemsOf, letterOf } from '#surveys/definition/codebook.ts'
import { references } from '#surveys/definition/expression.ts'
import type {
  Absence,
  Codebook,
  Expression,
  Field,
  Group,
  Option,
  Question,
  Section,
} from '#surveys/definition/model.ts'
import type { Line, PaperBlock, PaperSection } from './paper.ts'
import { wordsIn } from './workbook-choices.ts'

/** Sentences of the interface, in the paper's language. */
export type BlankWords = {
  readonly absences: Readonly<Record<Absence, string>>
  readonly required: string
  readonly one: string
  readonly several: string
  readonly rank: string
  readonly date: string
  readonly documents: string
  readonly comment: string
  /** what is written beside the items of a group: the number of the answer, or the answer itself */
  readonly table: string
  unit(unit: string): string
  longest(count: number): string
  most(count: number): string
  between(min: number | null, max: number | null): string
  /** @param numbers of the questions on which it depends */
  decided(numbers: string): string
}

type Writing = { readonly codebook: Codebook; readonly language: string; readonly words: BlankWords }

const BOX = '☐'
const RULE = '……………………………………………………………………………………'
const SHORT_RULE = '…………………'

/** The sections of an empty questionnaire, in reading order. */
export function blankSections(codebook: Codebook, language: string, words: BlankWords): PaperSection[] {
  const writing = { codebook, language, words }
  return codebook.questionnaire.sections.map((section, index) => ({
    key: section.key,
    title: `${letterOf(index)} ${wordsIn(section.title, language)}`,
    blocks: blocksOf(section, writing),
  }))
}

function blocksOf({ key, intro, items }: Section, writing: Writing): PaperBlock[] {
  const { codebook, language } = writing
  const fields = codebook.bySection.get(key) ?? []
  const blocks = items.flatMap((item): PaperBlock[] => {
    if ('note' in item) return [{ kind: 'paragraph', words: wordsIn(item.note, language) }]
    const own = fields.filter((field) =>
      'group' in item ? field.group?.group === item.group : field.name === item.key,
    )
    return 'group' in item ? groupOf(item, own, writing) : own.map((field) => questionOf(field, writing))
  })
  return intro ? [{ kind: 'paragraph', words: wordsIn(intro, language) }, ...blocks] : blocks
}

const plain = (words: string): Line => ({ words, language: null })

function questionOf(field: Field, writing: Writing): PaperBlock {
  const lines = [
    ...guidance(field, writing),
    ...choices(field.question, field.options, writing, BOX),
    ...room(field.question, writing),
    ...beside(field, writing),
  ]
  const question = wordsIn(field.question.label, writing.language)
  return { kind: 'answer', number: field.number, question, lines: lines.map(plain), comment: null, state: 'answered' }
}

/** The questions once, with numbers for what can be chosen; then a table with a line for each item. */
function groupOf(group: Group, fields: readonly Field[], writing: Writing): PaperBlock[] {
  const { codebook, language, words } = writing
  const first = fields.slice(0, group.questions.length)
  const about = first.map((field): PaperBlock => {
    const lines = [...guidance(field, writing), ...choices(field.question, field.options, writing, 'number')]
    const question = wordsIn(field.question.label, language)
    return { kind: 'answer', number: '•', question, lines: lines.map(plain), comment: null, state: 'answered' }
  })
  const items = itemsOf(codebook.questionnaire, group.for_each)
  const label = wordsIn(group.label, language)
  return [
    { kind: 'heading', words: `${first[0]?.number.split('.')[0] ?? ''} ${label}` },
    ...about,
    { kind: 'paragraph', words: words.table },
    {
      kind: 'table',
      caption: label,
      head: ['', ...group.questions.map((question) => wordsIn(question.label, language))],
      rows: items.map((item) => ({
        name: wordsIn(item.label, language),
        cells: group.questions.map(() => [plain(SHORT_RULE)]),
      })),
    },
  ]
}

/** What has to be known before answering. */
function guidance({ question, required, showIf }: Field, { codebook, language, words }: Writing): string[] {
  const asked = showIf ? dependsOn(showIf, codebook) : []
  return [
    ...(question.help ? [wordsIn(question.help, language)] : []),
    ...(required === true ? [words.required] : []),
    ...(asked.length > 0 ? [words.decided(asked.join(', '))] : []),
  ]
}

function dependsOn(condition: Expression, { byName }: Codebook): string[] {
  return [...new Set(references(condition).flatMap(({ field }) => byName.get(field ?? '')?.number ?? []))]
}

/** @param mark a box for each option, or its number for a table */
function choices(question: Question, options: readonly Option[], { language, words }: Writing, mark: string): string[] {
  if (options.length === 0 || question.type === 'confirm') return []
  const several = question.type === 'multi' ? words.several : question.type === 'ranking' ? words.rank : words.one
  const most = 'max_choices' in question && question.max_choices ? [words.most(question.max_choices)] : []
  const lines = options.map((option, place) => {
    const sign = question.type === 'ranking' ? '____' : mark === BOX ? BOX : String(option.value ?? place + 1)
    const level = option.description ? `: ${wordsIn(option.description, language)}` : ''
    return `${sign} ${wordsIn(option.label, language)}${level}`
  })
  return [several, ...most, ...lines]
}

/** Room to write, and what may be written there. */
function room(question: Question, { words, language }: Writing): string[] {
  switch (question.type) {
    case 'text':
      return [words.longest(question.max_length), RULE]
    case 'long_text':
      return [words.longest(question.max_length), RULE, RULE, RULE, RULE]
    case 'number': {
      const bounds = words.between(question.min ?? null, question.max ?? null)
      const unit = question.unit ? [words.unit(wordsIn(question.unit, language))] : []
      return [...unit, ...(bounds ? [bounds] : []), SHORT_RULE]
    }
    case 'date':
      return [words.date, '____ / ____ / ________']
    case 'file':
      return [words.documents]
    case 'confirm':
      return [BOX]
    default:
      return []
  }
}

/** Reasons for no answer, and the comment. */
function beside({ question }: Field, { words }: Writing): string[] {
  const reasons = question.absence.map((absence) => `${BOX} ${words.absences[absence]}`).join('   ')
  return [...(reasons ? [reasons] : []), ...(question.comment ? [`${words.comment} ${RULE}`] : [])]
}
