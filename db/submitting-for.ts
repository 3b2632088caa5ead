// A submission that the team records for a delegation: what a workbook of the ministry says, with the document it rests on.
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import { emptyCell, sameCell } from '#surveys/answering/cells.ts'
import type { Cell, Cells, KeptCell, Level } from '#surveys/answering/model.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import type { Basis } from '#surveys/answering/signature.ts'
import type { TeamRole } from '#surveys/answering/states.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import { noteActivity } from './activity.ts'
import type { Act } from './audit.ts'
import { cellsOf, type Written, writeCells } from './cells.ts'
import { incompleteness } from './judging.ts'
import { codebookOf } from './questionnaires.ts'
import { insertDocument, type NewDocument } from './signatures.ts'
import { holdResponse, type Whose } from './situations.ts'
import { documentFor, keepSubmission, type Submitted } from './submitting.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'
import { openIn } from './unlocks.ts'

export type Recording = Act &
  Whose & {
    readonly role: TeamRole
    /** what the workbook says; a question that it does not answer is not answered */
    readonly cells: Cells
    readonly signedName: string
    readonly signedFunction: string
    readonly basis: Exclude<Basis, 'in_person'>
    readonly attestation: { readonly language: string; readonly words: string }
    readonly document: NewDocument
    readonly level: Level
    /** ISO date by which it is judged */
    readonly today: string
  }

/**
 * Seals what a workbook says as the next revision of a delegation. Nothing of its draft is read or sealed: every question
 * gets the workbook's answer or none, and what the draft said stays in the delegation's history, to be restored by it. In a
 * returned reply that is so for the questions that are open; the others stand as they were submitted.
 * @throws when the country has no such response
 */
export async function submitFor(db: Db, recording: Recording): Promise<Submitted> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, recording, { now: recording.at, isResult: true })
    const refusal = actRefusal('submit_for', standing.situation, recording.role)
    if (refusal) return { state: 'refused', refusal }
    const { response } = standing
    const codebook = await codebookOf(trx, response.version_id)
    const current = await cellsOf(trx, response.id)
    const open = await openIn(trx, standing, codebook)
    const written = replaced(codebook, recording.cells, { current, open })
    const now: Cells = new Map<string, Cell>([...current, ...written.map((cell) => [cell.field, cell] as const)])
    const incomplete = await incompleteness(trx, standing, now, recording.today)
    if (incomplete) return incomplete
    await keepAnswers(trx, standing, recording, { codebook, written, current, now })
    const document = await insertDocument(trx, { ...recording, responseId: response.id })
    const signature = { ...recording, document, isOnBehalf: true }
    const signing = { ...recording, sectionLevels: {}, signature }
    return keepSubmission(trx, standing, signing, await documentFor(trx, standing, signing, now), 'submit_for')
  })
}

/** Only what says something else is written, as everywhere. */
function replaced(
  codebook: Codebook,
  cells: Cells,
  { current, open }: { current: Cells<KeptCell>; open: ReadonlySet<string> | null },
): Written[] {
  return codebook.fields
    .filter(({ name }) => open === null || open.has(name))
    .flatMap(({ name }) => {
      const kept = current.get(name)
      const cell = cells.get(name) ?? emptyCell(name)
      return sameCell(kept, cell) ? [] : [{ ...cell, revision: (kept?.revision ?? 0) + 1 }]
    })
}

type Keeping = { codebook: Codebook; written: readonly Written[]; current: Cells; now: Cells }

async function keepAnswers(
  trx: Transaction<Tables>,
  standing: Parameters<typeof noteActivity>[1],
  { at, actor, requestId, today }: Recording,
  { codebook, written, current, now }: Keeping,
): Promise<void> {
  if (written.length === 0) return
  await writeCells(trx, written, { responseId: standing.response.id, at, account: actor })
  const progress = progressOf(codebook, now, today)
  await noteActivity(trx, standing, { at, actor, requestId }, progress, { written, before: current })
}
