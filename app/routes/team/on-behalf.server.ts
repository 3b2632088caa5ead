// Recording a submission for a delegation: what the ministry's workbook says, judged without ever looking at its draft.
import { neighboursOf } from '#db/neighbours.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { findOwnResponse, situationOfOwn } from '#db/responses.ts'
import { submittedCells } from '#db/submissions.ts'
import { unlockedOf } from '#db/unlocks.ts'
import { actRefusal } from '#surveys/answering/acts.ts'
import { isAnswered, isGiven } from '#surveys/answering/cells.ts'
import { holdsBack, runChecks } from '#surveys/answering/checks.ts'
import type { Cell, Cells } from '#surveys/answering/model.ts'
import { problemsOf } from '#surveys/answering/problems.ts'
import { readSection } from '#surveys/answering/reading.ts'
import { openFields } from '#surveys/answering/unlocking.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { Stamp } from '#surveys/tables/workbook.ts'
import { misplaced } from '#surveys/tables/workbook-differences.ts'
import { readReturned } from '#surveys/tables/workbook-reading.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { saying } from '../../components/questions/said.tsx'
import type { Recorded } from '../../components/team/on-behalf.tsx'
import { speechOf } from '../../components/words.tsx'
import { hiddenFields } from '../../documents/workbook-form.ts'
import { openWorkbook } from '../../documents/workbook-opening.ts'
import { everyAbsence, rowWrongWords } from '../../documents/workbook-words.ts'
import { isLanguage, type Language } from '../../languages.ts'
import { problemWords } from '../answer/views/problem-words.ts'
import { dayIn, isolated } from '../answer/views/reader.ts'
import { requireRoundAt } from './overview.server.ts'

export type Recordable = Awaited<ReturnType<typeof requireRecordable>>

/** The reply in the address, without a cell of its draft. @throws a Response 404: no such round, or it is not invited */
export async function requireRecordable({ db, params, now, team }: TeamVisit) {
  const round = await requireRoundAt(db, params.round)
  const country = round.meeting.roster.countries.find(({ code }) => code === params.country)
  const own = country && (await findOwnResponse(db, { round: round.slug, country: country.code }))
  if (!country || !own) throw notFound()
  const { officialSubmissionId: official } = own
  return {
    round,
    country,
    own,
    codebook: await codebookOf(db, own.versionId),
    /** of the official revision; empty where there is none */
    official: official === null ? new Map<string, Cell>() : await submittedCells(db, official),
    /** what may be said otherwise than in the official revision; null: everything */
    open: own.state === 'returned' ? openFields(own.codebook, await unlockedOf(db, own.id)) : null,
    refusal: actRefusal('submit_for', situationOfOwn(own, now.toISOString()), team.role) ?? null,
    today: dayIn(now, round.meeting.timeZone),
  }
}

export function stampFor(
  { round, codebook, country, own }: Recordable,
  made: Pick<Stamp, 'language' | 'madeAt'>,
): Stamp {
  const { questionnaire, version } = codebook.questionnaire
  const { language, madeAt } = made
  return {
    round: round.slug,
    questionnaire,
    version,
    country: country.code,
    revision: own.nextRevision,
    language,
    madeAt,
  }
}

type Read = { readonly cells: Cells; readonly wrongs: ReadonlyMap<string, string>; readonly language: Language }

/** What an uploaded workbook says; or why it is not taken, as a sentence. */
export async function readUpload(recordable: Recordable, visit: TeamVisit): Promise<Read | string> {
  const { t } = visit
  const file = visit.form.get('workbook')
  if (!(file instanceof File) || file.size === 0) return t('documents:behalf.no_workbook')
  const opened = await openWorkbook(new Uint8Array(await file.arrayBuffer()))
  if ('refused' in opened) return t(`documents:workbook.refused.${opened.refused}`)
  const { stamp, rows } = opened
  const here = stampFor(recordable, stamp)
  const elsewhere = misplaced(stamp, here)
  if (elsewhere !== undefined) {
    const said = { theirs: isolated(stamp[elsewhere].slice(0, 60)), ours: isolated(here[elsewhere]) }
    return t(`documents:workbook.misplaced.${elsewhere}`, said)
  }
  const language = isLanguage(stamp.language) ? stamp.language : visit.language
  const absences = everyAbsence(visit.house.words, language)
  const { codebook, official, today } = recordable
  const returned = readReturned(codebook, rows, { language, today, current: official, absences })
  const speech = speechFor(visit, recordable)
  const wrongs = [...returned].flatMap(([field, { wrong }]) =>
    wrong === null ? [] : [[field, rowWrongWords(wrong, speech)] as const],
  )
  return { cells: new Map([...returned].map(([field, { cell }]) => [field, cell])), wrongs: new Map(wrongs), language }
}

/** The same answers once more, from the form that the page showed them in. */
export function readAgain({ codebook, official, today }: Recordable, { form, language }: TeamVisit): Read {
  const asked = String(form.get('language') ?? '')
  const written = isLanguage(asked) ? asked : language
  const read = codebook.questionnaire.sections.map(({ key }) =>
    readSection(codebook, key, form, { today, language: written, current: official }),
  )
  const cells = read.flatMap((section) => section.cells).map(({ base: _, ...cell }) => [cell.field, cell] as const)
  return { cells: new Map(cells), wrongs: new Map(), language: written }
}

/** What the next revision would say: the workbook's answers, and the official ones where nothing may be changed. */
export function nextCells({ codebook, official, open }: Recordable, cells: Cells): Map<string, Cell> {
  const said = codebook.fields.flatMap(({ name }) => {
    const cell = open === null || open.has(name) ? cells.get(name) : official.get(name)
    return cell && isGiven(cell) ? [[name, cell] as const] : []
  })
  return new Map(said)
}

export async function recordedOf(recordable: Recordable, visit: TeamVisit, read: Read): Promise<Recorded> {
  const { codebook, open } = recordable
  const cells = nextCells(recordable, read.cells)
  const given = codebook.fields.filter(({ name }) => cells.has(name) && !read.wrongs.has(name))
  return {
    language: read.language,
    answers: given.filter(({ name }) => isAnswered(cells.get(name))).length,
    sections: codebook.questionnaire.sections.map(({ key, title }, index) => ({
      key,
      title,
      letter: letterOf(index),
      rows: given
        .filter(({ section }) => section === key)
        .map((field) => ({ field, cell: cells.get(field.name) ?? null, problem: null, change: null })),
    })),
    wrongs: await standingInTheWay(recordable, visit, { cells, wrongs: read.wrongs }),
    hidden: given
      .filter(({ name }) => open === null || open.has(name))
      .flatMap((field) => hiddenOf(field, cells, read.language)),
  }
}

const hiddenOf = (field: Field, cells: Cells, language: Language) => {
  const cell = cells.get(field.name)
  return cell ? hiddenFields(field, cell, { language, revision: 0 }) : []
}

type Judged = { readonly cells: Cells; readonly wrongs: ReadonlyMap<string, string> }

/** What keeps these answers from being sealed. Judged from the workbook and from submitted revisions alone. */
async function standingInTheWay(recordable: Recordable, visit: TeamVisit, { cells, wrongs }: Judged) {
  const { codebook, own, today } = recordable
  const speech = speechFor(visit, recordable)
  const problems = problemsOf(codebook, cells, today)
    .filter(({ field }) => !wrongs.has(field))
    .map((problem) => ({ field: codebook.byName.get(problem.field), words: problemWords(problem, speech) }))
  const findings = runChecks(codebook, cells, { today, ...(await neighboursOf(visit.db, own.id)) })
    .filter(holdsBack)
    .map(({ check, field }) => ({ field, words: saying(check.message, visit.language).words }))
  const unread = [...wrongs].map(([name, words]) => ({ field: codebook.byName.get(name), words }))
  return [...unread, ...problems, ...findings].flatMap(({ field, words }) => (field ? [{ field, words }] : []))
}

const speechFor = ({ t, language, account }: TeamVisit, { round }: Recordable) =>
  speechOf({ t, language, digits: account.digits, timeZone: account.timeZone ?? round.meeting.timeZone })
