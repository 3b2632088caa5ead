// Requests to the facility: a number that stays, sheets in revisions, and each step with who took it, when and why.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { isBackwards, nextStatuses, type Standing, type Status } from '#surveys/debate/request-chain.ts'
import { lackingIn, type RequestSheet } from '#surveys/debate/request-sheet.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type TafStep = Standing & {
  /** by criterion, 0-3 */
  readonly scores: Readonly<Record<string, number>> | null
  readonly note: string
  readonly at: string
  /** name of the account */
  readonly by: string
}
export type TafRequest = {
  readonly id: string
  readonly number: number
  readonly roundId: string
  readonly revision: number
  readonly sheet: RequestSheet
  readonly snapshotNumber: number
  readonly at: string
  readonly by: string
  /** the newest first; never empty */
  readonly steps: readonly [TafStep, ...TafStep[]]
}

/** The requests of a meeting by number, each as it reads now. */
export async function listTafRequests(db: Db, meetingId: string): Promise<TafRequest[]> {
  const rows = await db
    .selectFrom('taf_request')
    .innerJoin('taf_request_revision as sheet', 'sheet.request_id', 'taf_request.id')
    .innerJoin('snapshot', 'snapshot.id', 'sheet.snapshot_id')
    .innerJoin('account', 'account.id', 'sheet.by_account')
    .select([
      'taf_request.id',
      'taf_request.number',
      'taf_request.round_id',
      'sheet.revision',
      'sheet.sheet',
      'sheet.at',
    ])
    .select(['snapshot.number as snapshot_number', 'account.name as by'])
    .where('taf_request.meeting_id', '=', meetingId)
    .orderBy('taf_request.number')
    .orderBy('sheet.revision')
    .execute()
  const steps = await stepsOf(db, meetingId)
  const newest = new Map(rows.map((row) => [row.id, row]))
  return [...newest.values()].flatMap((row) => {
    const [last, ...earlier] = steps.filter(({ id }) => id === row.id).map(({ id: _, ...step }) => step)
    if (!last) return []
    const { id, round_id: roundId, at, by } = row
    const sheet = JSON.parse(row.sheet) as RequestSheet
    const numbers = { number: Number(row.number), revision: Number(row.revision) }
    return [
      {
        id,
        roundId,
        at,
        by,
        sheet,
        ...numbers,
        snapshotNumber: Number(row.snapshot_number),
        steps: [last, ...earlier] as const,
      },
    ]
  })
}

async function stepsOf(db: Db, meetingId: string): Promise<(TafStep & { id: string })[]> {
  const rows = await db
    .selectFrom('taf_request_step')
    .innerJoin('taf_request', 'taf_request.id', 'taf_request_step.request_id')
    .innerJoin('account', 'account.id', 'taf_request_step.by_account')
    .selectAll('taf_request_step')
    .select('account.name as by')
    .where('taf_request.meeting_id', '=', meetingId)
    .orderBy('taf_request_step.number', 'desc')
    .execute()
  return rows.map(({ request_id, status, decision, scores, note, at, by }) => ({
    id: request_id,
    status,
    decision,
    scores: scores === null ? null : JSON.parse(scores),
    note,
    at,
    by,
  }))
}

type Keeping = Act & { readonly meetingId: string; readonly sheet: RequestSheet; readonly snapshotId: string }

/** Opens a request under the next number, as identified. @returns the number */
export async function openTafRequest(db: Db, keeping: Keeping & { readonly roundId: string }): Promise<number> {
  const { meetingId, roundId, ...rest } = keeping
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, meetingId)
    const last = trx.selectFrom('taf_request').select(({ fn }) => fn.max('number').as('number'))
    const before = await last.where('meeting_id', '=', meetingId).executeTakeFirstOrThrow()
    const [id, number] = [randomUUID(), Number(before.number ?? 0) + 1]
    const row = { id, meeting_id: meetingId, number, round_id: roundId, created_at: keeping.at }
    await trx.insertInto('taf_request').values(row).execute()
    const first = { status: 'identified', decision: null, scores: null, note: '' } as const
    await insertStep(trx, { ...first, request_id: id, number: 1, at: keeping.at, by_account: keeping.actor })
    await keepSheet(trx, { ...rest, meetingId }, { id, number, revision: 1 })
    return number
  })
}

/**
 * Keeps a new wording of the sheet.
 * @param revising `base`: the revision that was read; another one since then, and nothing is kept
 * @returns whether it was kept
 */
export async function reviseTafRequest(db: Db, revising: Keeping & { number: number; base: number }): Promise<boolean> {
  const { number, base, ...keeping } = revising
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, keeping.meetingId)
    const found = await findIn(trx, keeping.meetingId, number)
    if (!found || found.revision !== base) return false
    await keepSheet(trx, keeping, { id: found.id, number, revision: base + 1 })
    return true
  })
}

async function keepSheet(
  trx: Transaction<Tables>,
  keeping: Keeping,
  place: { id: string; number: number; revision: number },
) {
  const { meetingId, sheet, snapshotId, ...act } = keeping
  const { id, number, revision } = place
  await trx
    .insertInto('taf_request_revision')
    .values({
      request_id: id,
      revision,
      sheet: JSON.stringify(sheet),
      snapshot_id: snapshotId,
      at: act.at,
      by_account: act.actor,
    })
    .execute()
  const { areas, countries, lead } = sheet
  await recordAudit(trx, {
    ...act,
    chains: [meetingChain(meetingId)],
    action: 'taf_request.kept',
    subject: `taf_request:${id}`,
    after: sheet,
    details: { number, revision, areas, countries, lead },
  })
}

export type StepRefusal = 'not_from_here' | 'sheet_lacking' | 'note_missing'
type Stepping = Act &
  Standing &
  Pick<TafStep, 'scores' | 'note'> & { readonly meetingId: string; readonly number: number }

/**
 * Takes a request one step on, or one back with the reason.
 * @param stepping `from`: the status that was read
 * @returns why not
 */
export async function stepTafRequest(db: Db, stepping: Stepping & { from: Status }): Promise<StepRefusal | undefined> {
  const { meetingId, number, from, status, decision, scores, note, ...act } = stepping
  return inTransaction(db, async (trx) => {
    await holdMeeting(trx, meetingId)
    const found = await findIn(trx, meetingId, number)
    const before = found?.steps[0]
    if (!found || !before || before.status !== from || !nextStatuses(before).includes(status)) return 'not_from_here'
    const goesBack = isBackwards(from, status)
    if ((goesBack || status === 'pmt_assessed' || status === 'ec_decided') && note === '') return 'note_missing'
    if (status === 'submitted' && !goesBack && lackingIn(found.sheet).length > 0) return 'sheet_lacking'
    await insertStep(trx, {
      request_id: found.id,
      number: found.steps.length + 1,
      status,
      decision,
      scores: scores && JSON.stringify(scores),
      note,
      at: act.at,
      by_account: act.actor,
    })
    await recordAudit(trx, {
      ...act,
      chains: [meetingChain(meetingId)],
      action: 'taf_request.moved',
      subject: `taf_request:${found.id}`,
      before: { status: before.status, decision: before.decision },
      after: { status, decision, scores, note },
      why: note,
      details: { number, from, status, decision },
    })
    return undefined
  })
}

const insertStep = (trx: Transaction<Tables>, row: Tables['taf_request_step']) =>
  trx.insertInto('taf_request_step').values(row).execute()

const findIn = async (trx: Transaction<Tables>, meetingId: string, number: number) =>
  (await listTafRequests(trx, meetingId)).find((one) => one.number === number)

async function holdMeeting(trx: Transaction<Tables>, meetingId: string): Promise<void> {
  const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
  await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
}
