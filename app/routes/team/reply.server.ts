// A submitted revision as the team reads it; that somebody opened it is noted in the trail of the delegation.
import { listAudit, recordAudit, responseChain } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { listClarifications } from '#db/clarifications.ts'
import { evidenceOf } from '#db/evidence.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { signatureOf } from '#db/signatures.ts'
import { listSubmissions, type PlacedSubmission, submittedCells } from '#db/submissions.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Codebook, Country, Section } from '#surveys/definition/model.ts'
import { audit, notFound, type TeamVisit } from '../../access.server.ts'
import type { AskedAbout } from '../../components/team/reply-section.tsx'
import { evidencedMeasures } from './evidence.ts'
import { namesOf, requireRoundAt } from './overview.server.ts'
import { type Judged, type ReadGroup, readGroups } from './reply-lines.ts'

/** Opened again within this time by the same person, a reading is the same reading. Minutes. */
const SAME_READING = 30

export type ReadSection = Pick<Section, 'key' | 'title'> & {
  readonly letter: string
  readonly groups: readonly ReadGroup[]
}

/** @throws a Response 404: no such round, country or revision; and drafts are never read here */
export async function readReply({ db, params, url, language }: TeamVisit) {
  const round = await requireRoundAt(db, params.round)
  const country = round.meeting.roster.countries.find(({ code }) => code === params.country)
  const line = (await listBoard(db, round.id)).find((one) => one.country === params.country)
  if (!country || !line) throw notFound()
  const revisions = await listSubmissions(db, line.responseId)
  const submission = chosen(revisions, url.searchParams.get('revision'))
  if (!submission) throw notFound()
  const codebook = await codebookOf(db, submission.versionId)
  const cells = await submittedCells(db, submission.id)
  const decisions = await evidenceOf(db, line.responseId)
  const judged = new Map(
    evidencedMeasures(codebook, cells).map(({ status, evidence }) => {
      const decision = decisions.get(status.name) ?? null
      return [evidence.at(-1)?.name ?? status.name, { measure: status.name, decision }] as const
    }),
  )
  return {
    title: `${country.label[language] ?? country.code}: ${round.title[language] ?? round.slug}`,
    names: namesOf(round),
    country: { code: country.code, label: country.label, note: country.note ?? null } satisfies Pick<
      Country,
      'code' | 'label'
    > & { note: unknown },
    responseId: line.responseId,
    revisions: revisions.map(({ revision, submittedAt, isOfficial }) => ({ revision, submittedAt, isOfficial })),
    revision: { ...withoutInnards(submission), rests: await restsOn(db, submission.id) },
    isOfficial: submission.isOfficial,
    sections: sectionsOf(codebook, cells, judged),
    state: line.state,
    asked: await askedAbout(db, line.responseId),
  }
}

/** On what its signature rests, and whether the team recorded it. */
async function restsOn(db: TeamVisit['db'], submissionId: string) {
  const signature = await signatureOf(db, submissionId)
  if (!signature) return null
  return { basis: signature.basis, paper: signature.document?.name ?? null, isOnBehalf: signature.isOnBehalf }
}

/** By field, the youngest clarification about it. */
async function askedAbout(db: TeamVisit['db'], responseId: string): Promise<Record<string, AskedAbout>> {
  const all = await listClarifications(db, { responseId }, { side: 'team' })
  return Object.fromEntries(all.map(({ field, state, number }) => [field, { state, number }]))
}

export type SubmittedReply = Awaited<ReturnType<typeof readReply>>
export type Evidence = Awaited<ReturnType<typeof evidenceOf>> extends Map<string, infer One> ? One : never

function chosen(revisions: readonly PlacedSubmission[], wanted: string | null): PlacedSubmission | undefined {
  if (wanted === null) return revisions.find(({ isOfficial }) => isOfficial)
  return revisions.find(({ revision }) => String(revision) === wanted)
}

function withoutInnards({
  revision,
  hash,
  level,
  sectionLevels,
  signedName,
  signedFunction,
  submittedAt,
  isLate,
  answers,
  absences,
}: PlacedSubmission) {
  return { revision, hash, level, sectionLevels, signedName, signedFunction, submittedAt, isLate, answers, absences }
}

function sectionsOf(
  codebook: Codebook,
  cells: ReadonlyMap<string, Cell>,
  judged: ReadonlyMap<string, Judged>,
): ReadSection[] {
  return codebook.questionnaire.sections.map(({ key, title }, index) => ({
    key,
    title,
    letter: letterOf(index),
    groups: readGroups(codebook.bySection.get(key) ?? [], cells, judged),
  }))
}

/** The delegation can see in its own record that, when and by whom its reply was read. */
export async function noteReading(visit: TeamVisit, { responseId, revision }: SubmittedReply): Promise<void> {
  const { db, now } = visit
  // A page that was only asked for its head, or fetched ahead, was not read by anybody.
  if (visit.request.method !== 'GET' || /prefetch/.test(visit.headers.get('sec-purpose') ?? '')) return
  const chain = responseChain(responseId)
  const from = new Date(now.getTime() - SAME_READING * 60_000).toISOString()
  const recent = await listAudit(db, { chains: [chain], actor: visit.account.id, action: 'response.read', from })
  if (recent.some(({ details }) => details.revision === revision.revision)) return
  await inTransaction(db, (trx) =>
    recordAudit(trx, {
      ...audit(visit),
      chains: [chain],
      action: 'response.read',
      subject: `response:${responseId}`,
      details: { revision: revision.revision },
    }),
  )
}
