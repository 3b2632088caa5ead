// A round as analysis and exports read it: the latest submitted revision of each delegation, and nothing else.
import type { Consultation, Reply } from '#surveys/analysis/model.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { readCell } from './cells.ts'
import { acceptedEvidence } from './evidence.ts'
import { codebookOf } from './questionnaires.ts'
import { requireRound } from './rounds.ts'
import type { Db, Tables } from './tables.ts'

export type Reading = {
  /** ISO date, for findings that compare with today */
  readonly today: string
  /** the fields that are needed; all of them unless given */
  readonly fields?: readonly string[]
}

/**
 * A round live: invited countries that have not declined, in protocol order, and the official replies, whose cells come
 * from one indexed query. Equal stamps of the round (`findRound`) give equal consultations.
 * @throws when there is no such round
 */
export async function loadConsultation(db: Db, roundId: string, { today, fields }: Reading): Promise<Consultation> {
  const round = await requireRound(db, roundId)
  const responses = await taking(db, roundId).execute()
  const codes = new Set(responses.map(({ country }) => country))
  const cells = await cellsByResponse(db, roundId, fields)
  return {
    round: round.slug,
    codebook: await codebookOf(db, round.version.id),
    roster: round.meeting.roster.countries.filter(({ code }) => codes.has(code)),
    replies: responses.flatMap((row) => readReply(row, cells.get(row.submission_id ?? '') ?? new Map()) ?? []),
    acceptedEvidence: await acceptedEvidence(db, roundId),
    today,
    snapshot: null,
  }
}

/**
 * The official replies of a round one by one, in protocol order, for exports: memory for one reply at a time. What is
 * official is asked once, at the start, and submissions never change: the stream is one moment of the round.
 */
export async function* streamReplies(
  db: Db,
  roundId: string,
  { fields }: Pick<Reading, 'fields'> = {},
): AsyncGenerator<Reply> {
  for (const row of await taking(db, roundId).execute()) {
    if (!row.submission_id) continue
    const rows = await cellQuery(db, fields).where('submission_cell.submission_id', '=', row.submission_id).execute()
    const reply = readReply(row, new Map(rows.map((cell) => [cell.field, readCell(cell)])))
    if (reply) yield reply
  }
}

/** Who takes part in a round, with the official submission where there is one. */
function taking(db: Db, roundId: string) {
  return db
    .selectFrom('response')
    .leftJoin('submission', 'submission.id', 'response.official_submission_id')
    .select([
      'response.country',
      'submission.id as submission_id',
      'submission.revision',
      'submission.level',
      'submission.section_levels',
      'submission.submitted_at',
    ])
    .where('response.round_id', '=', roundId)
    .where('response.state', '<>', 'declined')
    .orderBy('response.place')
}

type Row = Awaited<ReturnType<ReturnType<typeof taking>['executeTakeFirstOrThrow']>>

function cellQuery(db: Db, fields: readonly string[] | undefined) {
  return db
    .selectFrom('submission_cell')
    .selectAll('submission_cell')
    .$if(fields !== undefined, (query) =>
      // No fields at all: `in ()` is no SQL for PostgreSQL.
      query.where('submission_cell.field', 'in', fields?.length ? fields : ['']),
    )
    .orderBy('submission_cell.field')
}

async function cellsByResponse(db: Db, roundId: string, fields: readonly string[] | undefined) {
  const rows: Tables['submission_cell'][] = await cellQuery(db, fields)
    .innerJoin('response', 'response.official_submission_id', 'submission_cell.submission_id')
    .where('response.round_id', '=', roundId)
    .execute()
  const bySubmission = new Map<string, Map<string, Cell>>()
  for (const row of rows) {
    const cells = bySubmission.get(row.submission_id) ?? new Map<string, Cell>()
    bySubmission.set(row.submission_id, cells.set(row.field, readCell(row)))
  }
  return bySubmission
}

function readReply(row: Row, cells: Map<string, Cell>): Reply | undefined {
  const { country, revision, level, section_levels, submitted_at } = row
  if (revision === null || level === null || section_levels === null || submitted_at === null) return undefined
  return { country, level, sectionLevels: JSON.parse(section_levels), revision, submittedAt: submitted_at, cells }
}
