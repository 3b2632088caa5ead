// A round as analysis and exports read it: the latest submitted revision of each delegation, and nothing else.
import type { Consultation, Reply } from '#surveys/analysis/model.ts'
import { type RowReply, rowOf, withCells } from '#surveys/analysis/rows.ts'
import { carryCell } from '#surveys/answering/carrying.ts'
import type { Cell } from '#surveys/answering/model.ts'
import { type CellReader, cellReader } from './cell-rows.ts'
import { readCell } from './cells.ts'
import { inPortions } from './engine.ts'
import { acceptedEvidence } from './evidence.ts'
import { codebookOf } from './questionnaires.ts'
import { requireRound } from './rounds.ts'
import type { Db, Tables } from './tables.ts'
import { ledgerBetween } from './version-lines.ts'

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
  const cells = fields?.length === 0 ? NO_CELLS : await cellsByResponse(db, roundId, fields)
  const replies: Reply[] = []
  for (const row of responses) {
    const reply = readReply(row, cells.get(row.submission_id ?? '') ?? new Map())
    if (reply) replies.push(await inTermsOf(db, round.version.id, row, reply))
  }
  return {
    round: round.slug,
    codebook: await codebookOf(db, round.version.id),
    roster: round.meeting.roster.countries.filter(({ code }) => codes.has(code)),
    replies,
    acceptedEvidence: await acceptedEvidence(db, roundId),
    today,
    snapshot: null,
  }
}

/** For those who ask who replied, not what. */
const NO_CELLS: ReadonlyMap<string, Map<string, Cell>> = new Map()

/** Replies whose cells are asked for together. */
const TOGETHER = 32

/**
 * The official replies of a round one by one, in protocol order, for exports: memory for some replies at a time. What is
 * official is asked once, at the start, and submissions never change: the stream is one moment of the round, without a
 * transaction that stays open for as long as somebody downloads.
 * @param read on this database, where there is a quicker way
 */
export async function* streamReplies(db: Db, roundId: string, read?: CellReader): AsyncGenerator<RowReply> {
  const { version } = await requireRound(db, roundId)
  const official = (await taking(db, roundId).execute()).filter(({ submission_id }) => submission_id !== null)
  const readRows = read ?? cellReader(db)
  for (const some of inPortions(official, TOGETHER)) {
    const rows = await readRows(some.map(({ submission_id }) => submission_id ?? ''))
    for (const [place, row] of some.entries()) {
      const signed = readSigned(row)
      if (signed) yield await rowsInTermsOf(db, version.id, row, { ...signed, rows: rows[place] ?? [] })
    }
  }
}

/** The same as `inTermsOf`; what was given to the version of now is not even read. */
async function rowsInTermsOf(db: Db, versionId: string, row: Row, reply: RowReply): Promise<RowReply> {
  if (row.version_id === null || row.version_id === versionId) return reply
  const { cells, ...signed } = await inTermsOf(db, versionId, row, withCells(reply))
  return { ...signed, rows: [...cells.values()].map(rowOf) }
}

/** Who takes part in a round, with the official submission where there is one. */
function taking(db: Db, roundId: string) {
  return db
    .selectFrom('response')
    .leftJoin('submission', 'submission.id', 'response.official_submission_id')
    .select([
      'response.country',
      'submission.id as submission_id',
      'submission.version_id',
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
    .$if(fields !== undefined, (query) => query.where('submission_cell.field', 'in', fields ?? []))
    .orderBy('submission_cell.submission_id')
    .orderBy('submission_cell.field')
}

async function cellsByResponse(db: Db, roundId: string, fields: readonly string[] | undefined) {
  const rows: Tables['submission_cell'][] = await cellQuery(db, fields)
    .innerJoin('response', 'response.official_submission_id', 'submission_cell.submission_id')
    .where('response.round_id', '=', roundId)
    .execute()
  return bySubmission(rows)
}

function bySubmission(rows: readonly Tables['submission_cell'][]): Map<string, Map<string, Cell>> {
  const found = new Map<string, Map<string, Cell>>()
  let [id, cells] = ['', new Map<string, Cell>()]
  for (const row of rows) {
    // The rows of a reply follow each other.
    if (row.submission_id !== id) {
      id = row.submission_id
      cells = new Map()
      found.set(id, cells)
    }
    cells.set(row.field, readCell(row))
  }
  return found
}

/**
 * A reply that answered an earlier version than its round asks now: as far as the answers may be compared, in the terms of
 * now; the others are left out, and never counted as answers to another question.
 */
async function inTermsOf(db: Db, versionId: string, { version_id }: Row, reply: Reply): Promise<Reply> {
  if (version_id === null || version_id === versionId) return reply
  const ledger = await ledgerBetween(db, version_id, versionId)
  const codebook = await codebookOf(db, versionId)
  const day = reply.submittedAt.slice(0, 10)
  const cells = [...reply.cells.values()].flatMap((cell) => {
    const field = codebook.byName.get(cell.field)
    const carried = field && ledger ? carryCell(ledger.get(cell.field), field, cell, day) : null
    return carried ? [[cell.field, carried] as const] : []
  })
  return { ...reply, cells: new Map(cells) }
}

function readReply(row: Row, cells: Map<string, Cell>): Reply | undefined {
  const signed = readSigned(row)
  return signed && { ...signed, cells }
}

function readSigned(row: Row): Omit<Reply, 'cells'> | undefined {
  const { country, revision, level, section_levels, submitted_at } = row
  if (revision === null || level === null || section_levels === null || submitted_at === null) return undefined
  return { country, level, sectionLevels: JSON.parse(section_levels), revision, submittedAt: submitted_at }
}
