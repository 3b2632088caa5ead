// A reply as a paper: every question in order with what is answered, groups in tables where they were asked in tables.
import { standing } from '#surveys/answering/applicability.ts'
import { isAnswered } from '#surveys/answering/cells.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Codebook, Field, Group, Item, Section } from '#surveys/definition/model.ts'
import type { AnswerState, Line, PaperAnswer, PaperBlock, PaperSection, PaperTable } from './paper.ts'
import { wordsIn } from './workbook-choices.ts'

export type PaperReading = {
  readonly language: string
  /** ISO date by which it is judged what applies */
  readonly today: string
  /** an answer in words, and the language that somebody wrote it in; null for words of the questionnaire */
  say(field: Field, cell: Cell | undefined): { readonly lines: readonly string[]; readonly written: string | null }
  /** said where a question does not apply */
  readonly aside: string
}

type Reading = PaperReading & {
  readonly cells: Cells
  readonly applies: (field: Field) => boolean
}

/** The sections of a reply. Questions that do not apply are named only where something was answered to them. */
export function paperSections(codebook: Codebook, cells: Cells, how: PaperReading): PaperSection[] {
  const reading: Reading = { ...how, cells, applies: standing(codebook, cells, how.today).applies }
  return codebook.questionnaire.sections.map((section, index) => ({
    key: section.key,
    title: `${letterOf(index)} ${wordsIn(section.title, how.language)}`,
    blocks: blocksOf(section, codebook.bySection.get(section.key) ?? [], reading),
  }))
}

function blocksOf(section: Section, fields: readonly Field[], reading: Reading): PaperBlock[] {
  const intro: PaperBlock[] = section.intro
    ? [{ kind: 'paragraph', words: wordsIn(section.intro, reading.language) }]
    : []
  return [...intro, ...section.items.flatMap((item) => blocksOfItem(item, fields, reading))]
}

function blocksOfItem(item: Item, fields: readonly Field[], reading: Reading): PaperBlock[] {
  const { language } = reading
  if ('note' in item) return [{ kind: 'paragraph', words: wordsIn(item.note, language) }]
  if (!('group' in item)) {
    return fields.filter(({ name }) => name === item.key).flatMap((field) => answerOf(field, reading))
  }
  const ofGroup = fields.filter((field) => field.group?.group === item.group)
  const heading: PaperBlock = { kind: 'heading', words: wordsIn(item.label, language) }
  return [heading, ...(item.layout === 'table' ? [tableOf(item, ofGroup, reading)] : cardsOf(ofGroup, reading))]
}

function cardsOf(fields: readonly Field[], reading: Reading): PaperBlock[] {
  const items = Map.groupBy(fields, (field) => field.item?.key ?? '')
  return [...items.values()].flatMap((ofItem) => {
    const label = ofItem[0]?.item?.label
    const answers = ofItem.flatMap((field) => answerOf(field, reading))
    return label ? [{ kind: 'heading' as const, words: wordsIn(label, reading.language) }, ...answers] : answers
  })
}

function tableOf(group: Group, fields: readonly Field[], reading: Reading): PaperTable {
  const items = Map.groupBy(fields, (field) => field.item?.key ?? '')
  return {
    kind: 'table',
    caption: wordsIn(group.label, reading.language),
    head: ['', ...group.questions.map(({ label }) => wordsIn(label, reading.language))],
    rows: [...items.values()].map((ofItem) => ({
      name: ofItem[0]?.item ? wordsIn(ofItem[0].item.label, reading.language) : '',
      cells: ofItem.map((field) => {
        const { lines, comment } = saidOf(field, reading)
        return comment ? [...lines, comment] : lines
      }),
    })),
  }
}

/** Nothing for a question that does not apply and was never answered: a paper of what was asked, not of what was not. */
function answerOf(field: Field, reading: Reading): PaperAnswer[] {
  const cell = reading.cells.get(field.name)
  if (!reading.applies(field) && !isAnswered(cell)) return []
  const number = field.number
  const question = wordsIn(field.question.label, reading.language)
  return [{ kind: 'answer', number, question, ...saidOf(field, reading), state: stateOf(field, cell, reading) }]
}

function saidOf(field: Field, { cells, applies, say, aside }: Reading): { lines: Line[]; comment: Line | null } {
  const cell = cells.get(field.name)
  const { lines, written } = say(field, cell)
  const all = lines.map((words) => ({ words, language: written }))
  const isAside = !applies(field)
  const comment = cell?.comment ?? null
  return {
    lines: isAside ? [{ words: aside, language: null }, ...(isAnswered(cell) ? all : [])] : all,
    comment: comment === null ? null : { words: comment, language: cell?.language ?? null },
  }
}

function stateOf(field: Field, cell: Cell | undefined, { applies }: Reading): AnswerState {
  if (!applies(field)) return 'aside'
  if (!isAnswered(cell)) return 'blank'
  return cell?.absence ? 'absent' : 'answered'
}
