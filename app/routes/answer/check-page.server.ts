// The check page, made of the reply: what is missing, what is unusual, every answer, how it may be shown.
import { randomUUID } from 'node:crypto'
import { neighboursOf } from '#db/neighbours.ts'
import { waitingDocument } from '#db/signatures.ts'
import { findSubmission } from '#db/submissions.ts'
import { setAside } from '#surveys/answering/applicability.ts'
import { type Finding, runChecks } from '#surveys/answering/checks.ts'
import { problemsOf } from '#surveys/answering/problems.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import type { Refusal } from '#surveys/answering/states.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Field } from '#surveys/definition/model.ts'
import type { DelegationVisit } from '../../access.server.ts'
import type { CheckedSection, CheckPage, Missing, SignOff, ToExplain } from '../../components/answering/check-page.ts'
import { saying } from '../../components/questions/said.tsx'
import { closedWords, type OwnReply, ownerOf, refusalOf, remarkOf } from './own-reply.server.ts'
import { signersWords } from './people.server.ts'
import { addressOf } from './views/outline.ts'
import { previewOf } from './views/preview.ts'
import { problemWords } from './views/problem-words.ts'
import { type Reader, savedWords } from './views/reader.ts'
import { signOffIn } from './views/sign-search.ts'
import { sectionStanding } from './views/standings.ts'

/** What was just sent and stays in the form. */
export type SignSent = Partial<Pick<CheckPage, 'wrongs' | 'signProblems'>> & {
  readonly sign?: SignOff
  /** explanations that could not be kept, by field */
  readonly comments?: ReadonlyMap<string, string>
}

export async function checkPage(
  reply: OwnReply,
  visit: DelegationVisit,
  sent: SignSent,
): Promise<CheckPage & { title: string }> {
  const { codebook, cells, reader, home } = reply
  const problems = problemsOf(codebook, cells, reader.today)
  const findings = runChecks(codebook, cells, { today: reader.today, ...(await neighboursOf(visit.db, reply.id)) })
  const missing = [
    ...problems.flatMap((problem) => missingOf(reply, problem.field, problemWords(problem, reader))),
    ...findings.filter(({ check }) => check.level === 'block').flatMap((finding) => foundOf(reply, finding)),
  ]
  const explain = findings.filter(({ check }) => check.level === 'explain').map((one) => explainOf(reply, one, sent))
  const sections = sectionsOf(reply, problems)
  const refusal = refusalOf('edit', reply, visit)
  const signing = refusalOf('submit', reply, visit)
  return {
    ...home,
    title: reader.t(refusal === undefined ? 'answer:check.title' : 'answer:check.title_read'),
    lead: leadOf(reply, missing.length, explain.filter(({ comment }) => comment === '').length),
    missing,
    explain: onePerField(explain),
    notes: findings.filter(({ check }) => check.level === 'note').flatMap((finding) => foundOf(reply, finding)),
    sections: refusal === undefined ? sections : sections.map(withoutChanges),
    asideCount: setAside(codebook, cells, reader.today).length,
    revision: reply.nextRevision,
    total: reply.round.meeting.roster.countries.length,
    preview: previewOf(reply),
    sign: sent.sign ?? (await signOffOf(reply, visit)),
    paper: (await waitingDocument(visit.db, reply.id))?.name ?? null,
    onlyOthers: await whoElse(signing, reply, visit),
    isSigning: signing === undefined || signing === 'role' || signing === 'not_ready',
    readiness: (['ready', 'not_ready_yet'] as const).find((act) => refusalOf(act, reply, visit) === undefined) ?? null,
    closed: refusal === undefined ? null : closedWords(refusal, reply),
    remark: refusal === undefined ? remarkOf(reply) : null,
    wrongs: sent.wrongs ?? [],
    signProblems: sent.signProblems ?? {},
    seen: reply.lastActivity?.at ?? '',
    intent: randomUUID(),
  }
}

/** Whose turn it is, where it is not this person's. */
async function whoElse(refusal: Refusal | undefined, reply: OwnReply, visit: DelegationVisit): Promise<string | null> {
  if (refusal === 'not_ready') return reply.reader.t('review:ready.first')
  return refusal === 'role' ? signersWords(reply, visit) : null
}

function missingOf({ codebook, home }: OwnReply, name: string, why: string): Missing[] {
  const field = codebook.byName.get(name)
  return field ? [{ field, why, href: addressOf(codebook, name, home.base) }] : []
}

const foundOf = (reply: OwnReply, { check, field }: Finding): Missing[] =>
  missingOf(reply, field.name, saying(check.message, reply.reader.language).words)

function explainOf({ codebook, cells, reader, home }: OwnReply, { check, field }: Finding, sent: SignSent): ToExplain {
  const cell = cells.get(field.name) ?? null
  const isExplained = (cell?.comment ?? null) !== null
  return {
    field,
    message: check.message,
    cell,
    comment: sent.comments?.get(field.name) ?? cell?.comment ?? '',
    base: cell?.revision ?? 0,
    saved: cell && isExplained ? savedWords(cell, reader) : null,
    href: addressOf(codebook, field.name, home.base),
  }
}

/** One comment explains an answer, whatever is unusual about it. */
function onePerField(explain: readonly ToExplain[]): ToExplain[] {
  return [...new Map(explain.map((one) => [one.field.name, one])).values()]
}

function sectionsOf({ codebook, cells, judged, reader, home }: OwnReply, problems: ReturnType<typeof problemsOf>) {
  const why = new Map(problems.map((problem) => [problem.field, problemWords(problem, reader)]))
  const progress = progressOf(codebook, cells, reader.today)
  const rowOf = (field: Field) => ({
    field,
    cell: cells.get(field.name) ?? null,
    problem: why.get(field.name) ?? null,
    change: addressOf(codebook, field.name, home.base),
  })
  return codebook.questionnaire.sections.map(({ key, title }, index): CheckedSection => {
    const state = progress.sections[index]
    const fields = (codebook.bySection.get(key) ?? []).filter(judged.applies)
    return {
      key,
      letter: letterOf(index),
      title,
      standing: state
        ? sectionStanding(state, reader)
        : { mark: 'none', filled: 0, words: '', summary: null, isAsked: true },
      given: givenWords(state?.requiredAnswered ?? 0, state?.required ?? 0, reader),
      rows: fields.map(rowOf),
    }
  })
}

const givenWords = (done: number, total: number, { t }: Reader) =>
  total === 0 ? t('answer:check.given_optional') : t('answer:check.given_of', { done, total })

const withoutChanges = (section: CheckedSection): CheckedSection => ({
  ...section,
  rows: section.rows.map((row) => ({ ...row, change: null })),
})

function leadOf({ codebook, cells, reader }: OwnReply, missing: number, unexplained: number): string {
  const { t, today } = reader
  const { required, requiredAnswered } = progressOf(codebook, cells, today)
  return [
    t('answer:check.lead_given', { done: requiredAnswered, total: required }),
    missing > 0 ? t('answer:check.missing', { count: missing }) : '',
    unexplained > 0 ? t('answer:check.explain', { count: unexplained }) : '',
    missing + unexplained === 0 ? t('answer:check.lead_ready') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** As the last revision was shown and signed; the first time nothing is chosen for the head of delegation. */
async function signOffOf(reply: OwnReply, visit: DelegationVisit): Promise<SignOff> {
  const carried = signOffIn(visit.url.searchParams, reply.codebook.questionnaire.sections)
  if (carried) return carried
  const last = await findSubmission(visit.db, { round: reply.round.slug, ...ownerOf(visit) })
  return {
    level: last?.level ?? null,
    sectionLevels: last?.sectionLevels ?? {},
    name: visit.account.name,
    function: last?.signedFunction ?? reply.reader.t('answer:check.function_of_head'),
    basis: 'in_person',
    isAttested: false,
  }
}
