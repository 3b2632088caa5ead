// A workbook that came back: opened, compared with what is kept, and what was chosen of it saved like a form.
import { cellsAt } from '#db/cells.ts'
import { saveCells } from '#db/responses.ts'
import { formNames, type Posted, postedOf } from '#surveys/answering/form.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { readSection } from '#surveys/answering/reading.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Stamp } from '#surveys/tables/workbook.ts'
import { type Comparing, type Difference, differencesOf, misplaced } from '#surveys/tables/workbook-differences.ts'
import { readReturned } from '#surveys/tables/workbook-reading.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { WorkbookComparison, WorkbookLine, WorkbookPage } from '../../components/answering/workbook-page.ts'
import { namedField } from '../../components/review/field-name.tsx'
import { type Hidden, hiddenFields } from '../../documents/workbook-form.ts'
import { type Opened, openWorkbook } from '../../documents/workbook-opening.ts'
import { everyAbsence, rowWrongWords } from '../../documents/workbook-words.ts'
import { isLanguage, LANGUAGES, type Language } from '../../languages.ts'
import { stepOf } from './keeping.server.ts'
import { closedWords, type OwnReply, refusalOf } from './own-reply.server.ts'
import { bothSides } from './views/asked-of.ts'
import { isolated, type Reader, whenSaid } from './views/reader.ts'

/** The language in the address, else the page's. */
export function languageAsked({ url, language }: DelegationVisit): Language {
  const asked = url.searchParams.get('language')
  return isLanguage(asked) ? asked : language
}

/** What a workbook of this reply is stamped with. */
export function stampOf(
  { round, codebook, nextRevision }: OwnReply,
  country: string,
  { language, madeAt }: Pick<Stamp, 'language' | 'madeAt'>,
): Stamp {
  const { questionnaire, version } = codebook.questionnaire
  return { round: round.slug, questionnaire, version, country, revision: nextRevision, language, madeAt }
}

export function workbookPage(
  reply: OwnReply,
  visit: DelegationVisit,
  more: Partial<Pick<WorkbookPage, 'comparison' | 'wrongs'>> = {},
): WorkbookPage & { title: string } {
  const refusal = refusalOf('edit', reply, visit)
  const taken = visit.url.searchParams.get('taken')
  return {
    ...reply.home,
    title: reply.reader.t('documents:workbook.title'),
    languages: LANGUAGES,
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    comparison: null,
    wrongs: [],
    taken: taken !== null && /^\d{1,4}$/.test(taken) ? Number(taken) : null,
    ...more,
  }
}

/** Opens what was uploaded. @returns why it is not taken, as a sentence; or what it says beside what is kept */
export async function compareUpload(reply: OwnReply, visit: DelegationVisit): Promise<string | WorkbookComparison> {
  const { t } = reply.reader
  const file = visit.form.get('workbook')
  if (!(file instanceof File) || file.size === 0) return t('documents:workbook.none')
  const opened = await openWorkbook(new Uint8Array(await file.arrayBuffer()))
  if ('refused' in opened) return t(`documents:workbook.refused.${opened.refused}`)
  const { stamp } = opened
  const here = stampOf(reply, visit.delegation.country, stamp)
  const elsewhere = misplaced(stamp, here)
  if (elsewhere !== undefined) {
    const said = { theirs: isolated(stamp[elsewhere].slice(0, 60)), ours: isolated(here[elsewhere]) }
    return t(`documents:workbook.misplaced.${elsewhere}`, said)
  }
  return comparisonOf(reply, visit, opened)
}

async function comparisonOf(reply: OwnReply, visit: DelegationVisit, opened: Opened): Promise<WorkbookComparison> {
  const { codebook, cells, reader } = reply
  const language = isLanguage(opened.stamp.language) ? opened.stamp.language : visit.language
  const absences = everyAbsence(visit.house.words, language)
  const returned = readReturned(codebook, opened.rows, { language, today: reader.today, current: cells, absences })
  const comparing = await comparingOf(reply, visit, { returned, bases: opened.bases })
  const differences = differencesOf(codebook, comparing)
  const { stamp } = opened
  const isTime = !Number.isNaN(Date.parse(stamp.madeAt))
  return {
    language,
    counts: countsOf(differences),
    sections: sectionsOf(reply, differences, language),
    same: differences.filter(({ kind }) => kind === 'same').map(({ field }) => namedField(field)),
    missing: codebook.fields.length - returned.size,
    made: reader.t('documents:workbook.made', {
      revision: String(stamp.revision),
      time: isTime ? reader.moment(stamp.madeAt) : '–',
    }),
  }
}

async function comparingOf(
  { id, cells, open }: OwnReply,
  { db }: DelegationVisit,
  { returned, bases }: Pick<Comparing, 'returned' | 'bases'>,
): Promise<Comparing> {
  const moved = [...returned.keys()]
    .map((field) => ({ field, base: bases.get(field) ?? 0 }))
    .filter(({ field, base }) => base !== (cells.get(field)?.revision ?? 0))
  const seen = moved.length === 0 ? new Map<string, Cell>() : await cellsAt(db, id, moved)
  return { returned, bases, current: cells, seen, open }
}

function countsOf(differences: readonly Difference[]): WorkbookComparison['counts'] {
  const counts = { same: 0, new: 0, changed: 0, emptied: 0, conflict: 0, invalid: 0, locked: 0 }
  for (const { kind } of differences) counts[kind] += 1
  return counts
}

function sectionsOf(reply: OwnReply, differences: readonly Difference[], language: Language) {
  const lines = differences.flatMap((difference) => lineOf(difference, reply.reader, language) ?? [])
  return reply.codebook.questionnaire.sections
    .map(({ key, title }, index) => ({
      key,
      title,
      letter: letterOf(index),
      lines: lines.filter(({ field }) => field.section === key),
    }))
    .filter((section) => section.lines.length > 0)
}

const CHOSEN_FROM = ['new', 'changed', 'emptied', 'conflict']
const JOINABLE = ['text', 'long_text', 'multi', 'ranking']

function lineOf({ field, kind, yours, theirs, wrong }: Difference, reader: Reader, language: Language) {
  if (kind === 'same') return undefined
  const { t } = reader
  const nothing = { field: field.name, value: null, absence: null, comment: null, typed: null, language: null }
  const sides = bothSides(field, { yours, theirs: theirs ?? nothing }, reader)
  const who = theirs && theirs.revision > 0 ? { name: isolated(theirs.by), time: whenSaid(theirs.at, reader) } : null
  const canChoose = CHOSEN_FROM.includes(kind)
  const line: WorkbookLine = {
    field,
    kind,
    mine: { who: t('documents:workbook.in_workbook'), stretches: sides.mine },
    theirs: {
      who: who === null ? t('documents:workbook.in_house') : t('documents:workbook.in_house_by', who),
      stretches: sides.theirs,
    },
    problem: wrong === null ? null : rowWrongWords(wrong, reader),
    canJoin:
      kind === 'conflict' &&
      JOINABLE.includes(field.question.type) &&
      yours.absence === null &&
      theirs?.absence === null,
    hidden: canChoose ? hiddenOf(field, yours, { language, kind, revision: theirs?.revision ?? 0 }) : [],
  }
  return line
}

/** With a word for the button that takes over what nobody else has changed. */
function hiddenOf(
  field: Field,
  cell: Cell,
  { kind, ...how }: { language: Language; kind: Difference['kind']; revision: number },
): Hidden {
  const hidden = hiddenFields(field, cell, how)
  return kind === 'new' || kind === 'changed' ? [...hidden, [PLAIN, field.name]] : hidden
}

/** Names the answers that nobody else has changed: those a single button takes over. */
const PLAIN = 'plain'

/**
 * Keeps what was chosen: with `take`, the questions whose workbook side was chosen; with `take-plain`, all that nobody
 * else has changed.
 */
export async function takeOver(reply: OwnReply, visit: DelegationVisit, act: 'take' | 'take-plain') {
  const { codebook, cells: current, reader } = reply
  const posted = postedOf(visit.form)
  const asked = String(visit.form.get('language') ?? '')
  const language = isLanguage(asked) ? asked : visit.language
  const chosen = chosenIn(codebook.fields, posted, act)
  const form = formOf(chosen, visit.form)
  const read = codebook.questionnaire.sections.map(({ key }) =>
    readSection(codebook, key, form, { today: reader.today, language, current }),
  )
  const wrong = new Set(read.flatMap(({ problems }) => problems.map(({ field }) => field)))
  const cells = read.flatMap(({ cells }) => cells).filter(({ field }) => !wrong.has(field))
  const saved = await saveCells(visit.db, { ...stepOf(reply, visit), cells })
  return { ...saved, left: saved.conflicts.length + saved.locked.length + wrong.size }
}

function chosenIn(fields: readonly Field[], posted: Posted, act: 'take' | 'take-plain'): ReadonlySet<string> {
  if (act === 'take-plain') return new Set(posted.get(PLAIN) ?? [])
  const isChosen = ({ name }: Field) => ['mine', 'merged'].includes(posted.get(formNames(name).choice)?.[0] ?? '')
  return new Set(fields.filter(isChosen).map(({ name }) => name))
}

/** The form with the chosen questions alone; the others are not on it, so nothing is said about them. */
function formOf(chosen: ReadonlySet<string>, form: FormData): FormData {
  const left = new FormData()
  for (const [name, entry] of form) {
    if (chosen.has(name.split('~')[0] ?? '') && typeof entry === 'string') left.append(name, entry)
  }
  return left
}
