// Responses: a country's reply to a round. Finding one's own, and keeping what is answered.
import { actRefusal } from '#surveys/answering/acts.ts'
import { emptyCell, sameCell } from '#surveys/answering/cells.ts'
import type { Cell, Cells, KeptCell } from '#surveys/answering/model.ts'
import { type Progress, progressOf } from '#surveys/answering/progress.ts'
import type { DelegationRole, Refusal, ReplyState, Situation } from '#surveys/answering/states.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import { noteActivity } from './activity.ts'
import type { Act } from './audit.ts'
import { noteSources, type Source } from './cell-sources.ts'
import { cellsAt, cellsOf, type Written, writeCells } from './cells.ts'
import { editableIn } from './editable.ts'
import { withOwnFiles } from './files.ts'
import { codebookOf } from './questionnaires.ts'
import { type Round, requireRound } from './rounds.ts'
import { holdResponse, replyStateOf, type Whose } from './situations.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type OwnResponse = {
  readonly id: string
  readonly country: string
  /** place in protocol order, from 1 */
  readonly place: number
  readonly state: ReplyState
  /** true from the team's questions until the next revision, also while it is ready */
  readonly isReturned: boolean
  readonly versionId: string
  /** its own, else the round's; ISO 8601 UTC */
  readonly deadline: string | null
  readonly hasOwnDeadline: boolean
  /** number of the revision being prepared, or to be prepared next */
  readonly nextRevision: number
  readonly officialSubmissionId: string | null
  readonly joinedLate: boolean
  /** `by`: the account's name */
  readonly lastActivity: { readonly at: string; readonly by: string } | null
  readonly progress: Progress
  readonly round: Round
}

function ownResponses(db: Db, { country, meetingId }: { country: string; meetingId?: string }) {
  return db
    .selectFrom('response')
    .innerJoin('round', 'round.id', 'response.round_id')
    .leftJoin('account', 'account.id', 'response.last_activity_by')
    .selectAll('response')
    .select('account.name as last_activity_name')
    .where('response.country', '=', country)
    .$if(meetingId !== undefined, (query) => query.where('round.meeting_id', '=', meetingId as string))
}

type Row = Awaited<ReturnType<ReturnType<typeof ownResponses>['executeTakeFirstOrThrow']>>

/**
 * A country's own response to a round, with the codebook of the version it answers.
 * @param whose `round`: slug; `meetingId`: the meeting of the membership acted in
 * @returns undefined when there is none, which is also the answer for another country's
 */
export async function findOwnResponse(
  db: Db,
  { round, ...whose }: { round: string; country: string; meetingId?: string },
): Promise<(OwnResponse & { readonly codebook: Codebook }) | undefined> {
  const row = await ownResponses(db, whose).where('round.slug', '=', round).executeTakeFirst()
  if (!row) return undefined
  return { ...(await readOwn(db, row)), codebook: await codebookOf(db, row.version_id) }
}

/** A country's responses to the rounds of a meeting; rounds that are still planned are not shown yet. Youngest first. */
export async function listOwnResponses(db: Db, whose: { country: string; meetingId?: string }): Promise<OwnResponse[]> {
  const rows = await ownResponses(db, whose)
    .where('round.state', '<>', 'planned')
    .orderBy('round.created_at', 'desc')
    .orderBy('round.slug')
    .execute()
  return Promise.all(rows.map((row) => readOwn(db, row)))
}

async function readOwn(db: Db, row: Row): Promise<OwnResponse> {
  const round = await requireRound(db, row.round_id)
  const { last_activity_at: at, last_activity_name: by } = row
  return {
    id: row.id,
    country: row.country,
    place: row.place,
    state: replyStateOf(row),
    isReturned: row.returned_at !== null,
    versionId: row.version_id,
    deadline: row.deadline ?? round.deadline,
    hasOwnDeadline: row.deadline !== null,
    nextRevision: row.next_revision,
    officialSubmissionId: row.official_submission_id,
    joinedLate: row.joined_late === 1,
    lastActivity: at && by ? { at, by } : null,
    progress: JSON.parse(row.progress),
    round,
  }
}

/** What the rules ask of a response: see surveys/answering/acts.ts. @param now ISO 8601, the server's time */
export function situationOfOwn(own: OwnResponse, now: string): Situation {
  return {
    round: own.round.state,
    response: own.state,
    hasOfficial: own.officialSubmissionId !== null,
    deadline: own.deadline,
    now,
    isReturned: own.isReturned,
    needsReady: own.round.needsReady,
  }
}

export type Saving = Act &
  Whose & {
    readonly role: DelegationRole
    /** `base`: the revision that the person saw, 0 where there was no cell */
    readonly cells: readonly (Cell & { readonly base: number })[]
    /** ISO date by which `show_if` and progress are judged */
    readonly today: string
    /** what the answers were taken from, where they were not written here */
    readonly sources?: readonly Source[]
  }
export type KeptField = { readonly field: string; readonly revision: number; readonly at: string }
/** Both answers; nothing was overwritten. `theirs` carries the revision on which the person's choice is based. */
export type Conflict = { readonly field: string; readonly yours: Cell; readonly theirs: KeptCell }
export type Saved = {
  /** why nothing could be saved; then the rest is empty */
  readonly refusal?: Refusal
  /** the server's time, to be shown with "saved" */
  readonly at: string
  /** as they are now in the database, those included that said the same already */
  readonly kept: readonly KeptField[]
  readonly conflicts: readonly Conflict[]
  /** fields of a returned reply that are not open, and those of a contributor that are not theirs: they stay as they are */
  readonly locked: readonly string[]
  readonly progress?: Progress
}

/**
 * Keeps answers: cells, history, audit and progress in one transaction, and nothing unless the reply may be edited now.
 * A cell that says the same as before is not written again. One that is based on an older revision is not written: both
 * answers come back (security.md 2.5).
 * @throws when the country has no such response, or a field is not one of its questionnaire
 */
export async function saveCells(db: Db, saving: Saving): Promise<Saved> {
  const { cells, today, role, at, actor } = saving
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, saving, { now: at })
    const refusal = actRefusal('edit', standing.situation, role)
    if (refusal) return { refusal, at, kept: [], conflicts: [], locked: [] }
    const codebook = await codebookOf(trx, standing.response.version_id)
    const current = await cellsOf(trx, saving.responseId)
    const given = await withOwnFiles(trx, saving.responseId, cells)
    const seen = await seenBefore(trx, saving.responseId, given, current)
    const open = await editableIn(trx, standing, codebook, saving)
    const { written, same, conflicts, locked } = sort(codebook, given, { current, seen, open })
    await writeCells(trx, written, { responseId: saving.responseId, at, account: actor })
    await noteSources(trx, saving.responseId, saving.sources ?? [], written)
    const now: Cells = new Map<string, Cell>([...current, ...written.map((cell) => [cell.field, cell] as const)])
    const progress = progressOf(codebook, now, today)
    if (written.length > 0) await noteActivity(trx, standing, saving, progress, { written, before: current })
    const kept = written.map(({ field, revision }) => ({ field, revision, at }))
    return { at, kept: [...kept, ...same], conflicts, locked, progress }
  })
}

type Sorted = { written: Written[]; same: KeptField[]; conflicts: Conflict[]; locked: string[] }
type Known = { current: Cells<KeptCell>; seen: Cells; open: ReadonlySet<string> | null }

/** What stood in the cells that a colleague has changed since they were shown, by field: what the person saw. */
async function seenBefore(
  db: Db,
  responseId: string,
  cells: Saving['cells'],
  current: Cells<KeptCell>,
): Promise<Cells> {
  const outdated = cells.filter(({ field, base }) => base !== (current.get(field)?.revision ?? 0))
  return outdated.length === 0 ? new Map() : cellsAt(db, responseId, outdated)
}

/** A form sends every field it shows: one that still says what was shown has not been touched, whoever changed it since. */
function sort(codebook: Codebook, cells: Saving['cells'], { current, seen, open }: Known): Sorted {
  const sorted: Sorted = { written: [], same: [], conflicts: [], locked: [] }
  for (const { base, ...cell } of cells) {
    if (!codebook.byName.has(cell.field)) throw new Error(`The questionnaire has no field ${cell.field}`)
    const kept = current.get(cell.field)
    const revision = kept?.revision ?? 0
    const isUntouched = base !== revision && sameCell(seen.get(cell.field), cell)
    if (isUntouched || sameCell(kept, cell)) sorted.same.push({ field: cell.field, revision, at: kept?.at ?? '' })
    else if (open && !open.has(cell.field)) sorted.locked.push(cell.field)
    else if (base === revision) sorted.written.push({ ...cell, revision: revision + 1 })
    else sorted.conflicts.push({ field: cell.field, yours: cell, theirs: kept ?? nobodys(cell.field) })
  }
  return sorted
}

const nobodys = (field: string): KeptCell => ({ ...emptyCell(field), revision: 0, at: '', by: '' })
