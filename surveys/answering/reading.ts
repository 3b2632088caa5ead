// From the form of a section to cells and problems. Valid entries become values; the others are kept as typed, never
// lost.
import { ABSENCES, type Absence, type Codebook, type Field, type FileQuestion } from '#surveys/definition/model.ts'
import { attachLink, detach } from './attachments.ts'
import { emptyCell, isAttachments } from './cells.ts'
import { lengthOf, normalText, tidyLine, withoutOverrides } from './characters.ts'
import { isEmpty, type Parts, partsOf, type Reading, readParts, typedOf } from './entering.ts'
import { type Act, formNames, type Posted, parseAct, postedOf } from './form.ts'
import { type Cell, type Cells, COMMENT_MAX, type Problem } from './model.ts'
import { applyRankAct } from './ranking.ts'
import { bothTogether } from './together.ts'

/** A cell to be kept, and the revision of the cell that the person saw (0: none). */
export type ReadCell = Cell & { readonly base: number }

/** `current`: the cells as they are kept now. Attachments, and what the form does not show, are taken from them. */
export type ReadingForm = Reading & { readonly current: Cells }

/**
 * Reads every field of the section that is on the form (its `~revision` says so); others are left alone.
 * A button of a field (`rank-…`, `answer-again:`, `clear:`, `remove-file:`, `add-link:`, `choose:`, `join:`) takes
 * effect in the same reading,
 * so that one press keeps everything.
 * @returns the cells to keep, empty ones included, in reading order; and what the person can put right. A problem
 *   takes no cell away.
 */
export function readSection(
  codebook: Codebook,
  section: string,
  form: FormData,
  reading: ReadingForm,
): { cells: ReadCell[]; problems: Problem[] } {
  const posted = postedOf(form)
  const read = (codebook.bySection.get(section) ?? []).flatMap((field) => readPosted(field, posted, reading) ?? [])
  return { cells: read.map(({ cell }) => cell), problems: read.flatMap(({ problems }) => problems) }
}

/**
 * Reads one field; undefined when it is not on the form, or when the person chose to leave the colleague's answer as
 * it stands.
 */
export function readField(
  field: Field,
  form: FormData,
  reading: ReadingForm,
): { cell: ReadCell; problems: Problem[] } | undefined {
  return readPosted(field, postedOf(form), reading)
}

function readPosted(field: Field, posted: Posted, reading: ReadingForm) {
  const names = formNames(field.name)
  const revision = posted.get(names.revision)?.[0]
  const act = parseAct(posted.get('act')?.[0])
  const choice = choiceOf(field, posted, act)
  if (revision === undefined || choice === 'theirs') return undefined
  const current = reading.current.get(field.name)
  const problems: Problem[] = []
  const report = (problem: Omit<Problem, 'field'>) => problems.push({ field: field.name, ...problem })

  const answer = readAnswer(field, posted, { ...reading, act, choice, kept: current, report })
  const comment = readComment(field, posted.get(names.comment)?.[0], current, report)
  const cell = { ...emptyCell(field.name), ...answer, comment }
  const language = languageOf(field, cell, current, reading.language)
  const seen = choice === undefined ? undefined : posted.get(names.seen)?.[0]
  return { cell: { ...cell, language, base: baseOf(seen ?? revision) }, problems }
}

/** What the person made of a conflict; undefined where there is none, or nothing was chosen yet. */
function choiceOf(field: Field, posted: Posted, act: Act): Choice | undefined {
  if (act.kind === 'join' && act.field === field.name) return 'merged'
  return CHOICES.find((choice) => choice === posted.get(formNames(field.name).choice)?.[0])
}

const CHOICES = ['mine', 'theirs', 'merged'] as const
type Choice = (typeof CHOICES)[number]

type Answering = Reading & {
  readonly act: Act
  readonly choice: Choice | undefined
  readonly kept: Cell | undefined
  report(problem: Omit<Problem, 'field'>): void
}
type Answer = Partial<Pick<Cell, 'value' | 'absence' | 'typed'>>

/** Value, absence or typed, and only one of them: a chosen absence wins. */
function readAnswer(field: Field, posted: Posted, answering: Answering): Answer {
  const { act, kept, report } = answering
  if (act.kind === 'clear' && act.field === field.name) return {}
  const chosen = posted.get(formNames(field.name).absence)?.at(-1)
  const isLifted = act.kind === 'answer-again' && act.field === field.name
  const isAllowed =
    (ABSENCES as readonly string[]).includes(chosen ?? '') && field.question.absence.includes(chosen as Absence)
  if (isAllowed && !isLifted) return { absence: chosen as Absence }
  if (chosen !== undefined && chosen !== '' && !isAllowed) report({ code: 'absence_refused' })

  const answer =
    field.question.type === 'file'
      ? readFiles(field, field.question, posted, answering)
      : readValue(field, posted, answering)
  const isSilent = answer.value == null && answer.typed == null
  // A form that does not show the reasons (a table) takes none away.
  if (isSilent && chosen === undefined && !isLifted && kept?.absence) return { absence: kept.absence }
  return answer
}

function readValue(field: Field, posted: Posted, answering: Answering): Answer {
  const { choice, kept } = answering
  const own = partsOf(field, posted)
  const parts = ranked(field, choice === 'merged' && kept ? bothTogether(field, kept, own) : own, answering)
  const result = readParts(field, parts, answering)
  if (!('wrong' in result)) return { value: result.value }
  answering.report(result.wrong)
  return isEmpty(parts) ? {} : { typed: typedOf(parts) }
}

/** The order after a ranking button of this field; an option too many is not taken in. */
function ranked(field: Field, parts: Parts, { act, report }: Answering): Parts {
  if (act.kind !== 'rank' || act.field !== field.name || field.question.type !== 'ranking') return parts
  const order = applyRankAct(parts, act)
  const max = field.question.max_choices
  if (act.move !== 'add' || max === undefined || order.length <= max) return order
  report({ code: 'too_many_choices', values: { max, count: order.length } })
  return parts
}

/**
 * Stored documents stay as they are; a typed link is added, one that cannot be read is kept as typed while the list
 * is empty.
 */
function readFiles(field: Field, question: FileQuestion, posted: Posted, { act, kept, report }: Answering): Answer {
  const value = kept?.value ?? null
  const before = isAttachments(value) ? value : []
  const list = act.kind === 'remove-file' && act.field === field.name ? detach(before, act.id) : before
  const link = posted.get(formNames(field.name).link)?.[0] ?? ''
  const result = attachLink(question, list, link)
  if ('list' in result) return { value: result.list.length > 0 ? result.list : null }
  const entry = tidyLine(link)
  report({ ...result.wrong, values: { ...result.wrong.values, entry } })
  return list.length > 0 ? { value: list } : { typed: entry }
}

/** A comment is kept whole even when it is too long: cutting it would lose words. */
function readComment(field: Field, raw: string | undefined, current: Cell | undefined, report: Answering['report']) {
  if (!field.question.comment) return null
  if (raw === undefined) return current?.comment ?? null
  const comment = normalText(withoutOverrides(raw))
  const length = lengthOf(comment)
  if (length > COMMENT_MAX) report({ code: 'comment_too_long', values: { max: COMMENT_MAX, length } })
  return comment === '' ? null : comment
}

/** Words keep the language in which they were written, whoever opens the page later in another. */
export function languageOf(field: Field, cell: Cell, current: Cell | undefined, language: string): string | null {
  const { type } = field.question
  const words = (one: Cell | undefined) => {
    const text = one?.typed ?? (type === 'text' || type === 'long_text' ? one?.value : null) ?? null
    return text ?? one?.comment ?? null
  }
  if (words(cell) === null) return null
  return words(cell) === words(current) ? (current?.language ?? language) : language
}

function baseOf(revision: string): number {
  // What is no number is no revision that anybody saw: 0 leads to a comparison, never to an overwriting.
  return /^\d{1,9}$/.test(revision) ? Number(revision) : 0
}
