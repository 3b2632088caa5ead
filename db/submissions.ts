// Submissions: sealed revisions. Reading them, by their owner, by their hash, by whoever may.
import type { Cell, Level } from '#surveys/answering/model.ts'
import { readCell } from './cells.ts'
import type { Db } from './tables.ts'

export type Submission = {
  readonly id: string
  readonly responseId: string
  readonly country: string
  readonly revision: number
  readonly versionId: string
  /** SHA-256 of the sealed document */
  readonly hash: string
  /** the entry of the response's audit chain that says it was submitted */
  readonly auditHead: string
  readonly level: Level
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly signedName: string
  readonly signedFunction: string
  readonly isLate: boolean
  readonly answers: number
  readonly absences: number
  readonly submittedAt: string
  /** name of the account that submitted */
  readonly by: string
  /** the one that results show */
  readonly isOfficial: boolean
}
/** With the places that a receipt and its verification print. */
export type PlacedSubmission = Submission & { readonly roundSlug: string; readonly meetingId: string }

function submissions(db: Db) {
  return db
    .selectFrom('submission')
    .innerJoin('response', 'response.id', 'submission.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .innerJoin('account', 'account.id', 'submission.by_account')
    .select([
      'submission.id',
      'submission.response_id',
      'submission.revision',
      'submission.version_id',
      'submission.hash',
      'submission.audit_head',
      'submission.level',
      'submission.section_levels',
      'submission.signed_name',
      'submission.signed_function',
      'submission.is_late',
      'submission.answers',
      'submission.absences',
      'submission.submitted_at',
      'response.country',
      'response.official_submission_id',
      'round.slug as round_slug',
      'round.meeting_id',
      'account.name as by',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['executeTakeFirstOrThrow']>>

/** All revisions of a response, the newest first. */
export async function listSubmissions(db: Db, responseId: string): Promise<PlacedSubmission[]> {
  const query = submissions(db).where('submission.response_id', '=', responseId).orderBy('submission.revision', 'desc')
  return (await query.execute()).map(readSubmission)
}

/**
 * One revision of a country's reply to a round.
 * @param which `round`: slug; `meetingId`: of the membership acted in; `revision`: the official one unless given
 */
export async function findSubmission(
  db: Db,
  which: { round: string; country: string; revision?: number; meetingId?: string },
): Promise<PlacedSubmission | undefined> {
  const { round, country, revision, meetingId } = which
  let query = submissions(db).where('round.slug', '=', round).where('response.country', '=', country)
  if (meetingId !== undefined) query = query.where('round.meeting_id', '=', meetingId)
  query =
    revision === undefined
      ? query.whereRef('submission.id', '=', 'response.official_submission_id')
      : query.where('submission.revision', '=', revision)
  const row = await query.executeTakeFirst()
  return row && readSubmission(row)
}

/** The revision with this hash (64 lower-case hex digits), whoever's it is: for the page that verifies receipts. */
export async function findSubmissionByHash(db: Db, hash: string): Promise<PlacedSubmission | undefined> {
  const row = await submissions(db).where('submission.hash', '=', hash).limit(1).executeTakeFirst()
  return row && readSubmission(row)
}

/** The sealed document: the very text whose SHA-256 is the hash. @throws when there is no such submission */
export async function documentOf(db: Db, submissionId: string): Promise<string> {
  const query = db.selectFrom('submission').select('document').where('id', '=', submissionId)
  return (await query.executeTakeFirstOrThrow()).document
}

/** The cells of a submission, those that applied, by field. */
export async function submittedCells(db: Db, submissionId: string): Promise<Map<string, Cell>> {
  const query = db.selectFrom('submission_cell').selectAll().where('submission_id', '=', submissionId).orderBy('field')
  const rows = await query.execute()
  return new Map(rows.map((row) => [row.field, readCell(row)]))
}

/** What every submitted revision of a reply says in one field, the newest first; revisions without it are left out. */
export async function revisionsOfField(
  db: Db,
  which: { readonly roundId: string; readonly country: string; readonly field: string },
): Promise<{ readonly revision: number; readonly submittedAt: string; readonly cell: Cell }[]> {
  const rows = await db
    .selectFrom('submission_cell')
    .innerJoin('submission', 'submission.id', 'submission_cell.submission_id')
    .innerJoin('response', 'response.id', 'submission.response_id')
    .selectAll('submission_cell')
    .select(['submission.revision', 'submission.submitted_at'])
    .where('response.round_id', '=', which.roundId)
    .where('response.country', '=', which.country)
    .where('submission_cell.field', '=', which.field)
    .orderBy('submission.revision', 'desc')
    .execute()
  return rows.map((row) => ({ revision: row.revision, submittedAt: row.submitted_at, cell: readCell(row) }))
}

function readSubmission(row: Row): PlacedSubmission {
  return {
    id: row.id,
    responseId: row.response_id,
    country: row.country,
    revision: row.revision,
    versionId: row.version_id,
    hash: row.hash,
    auditHead: row.audit_head,
    level: row.level,
    sectionLevels: JSON.parse(row.section_levels),
    signedName: row.signed_name,
    signedFunction: row.signed_function,
    isLate: row.is_late === 1,
    answers: row.answers,
    absences: row.absences,
    submittedAt: row.submitted_at,
    by: row.by,
    isOfficial: row.id === row.official_submission_id,
    roundSlug: row.round_slug,
    meetingId: row.meeting_id,
  }
}
