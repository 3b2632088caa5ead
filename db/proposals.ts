// Corrections that the team proposes with a question: taken over or refused by the delegation, and both are in the trail.
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { cellsOf } from './cells.ts'
import { saveCells } from './responses.ts'
import { holdResponse, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** Keeps what the team proposes with a question that is not sent yet; null: nothing, and nothing from before. */
export async function keepProposal(
  trx: Transaction<Tables>,
  { clarificationId, cell, actor, at }: Act & { clarificationId: string; cell: Cell | null },
): Promise<void> {
  await trx.deleteFrom('proposal').where('clarification_id', '=', clarificationId).execute()
  if (cell === null) return
  const row = { clarification_id: clarificationId, cell: JSON.stringify(cell), state: 'open' } as const
  await trx
    .insertInto('proposal')
    .values({ ...row, at, by_account: actor })
    .execute()
}

type Deciding = Act & Whose & { role: DelegationRole; id: string; isTaken: boolean; today: string }

/**
 * The delegation takes a proposed value over as its own answer, or refuses it; its comment stays its own. Either way the
 * question is answered.
 * @param deciding `id`: of the clarification · `today`: ISO date by which the progress is judged
 * @returns why not; undefined: done
 */
export async function decideProposal(db: Db, deciding: Deciding): Promise<Refusal | undefined> {
  const { id, isTaken, role, today, ...step } = deciding
  return inTransaction(db, async (trx) => {
    const { situation } = await holdResponse(trx, step, { now: step.at })
    const refusal = actRefusal('answer', situation, role)
    if (refusal) return refusal
    const proposal = await openProposal(trx, step.responseId, id)
    if (!proposal) return 'not_asked'
    const kept = isTaken ? await takeOver(trx, deciding, proposal) : undefined
    if (kept) return kept
    const decided = { state: isTaken ? 'taken' : 'refused', decided_at: step.at, decided_by: step.actor } as const
    await trx.updateTable('proposal').set(decided).where('clarification_id', '=', id).execute()
    const answered = { state: 'answered', answered_at: step.at } as const
    await trx.updateTable('clarification').set(answered).where('id', '=', id).execute()
    await recordAudit(trx, {
      actor: step.actor,
      at: step.at,
      requestId: step.requestId,
      chains: [responseChain(step.responseId)],
      action: `proposal.${decided.state}`,
      subject: `clarification:${id}`,
      before: proposal.state,
      after: 'answered',
      details: { field: proposal.field, number: proposal.number, from: proposal.state, to: 'answered' },
    })
    return undefined
  })
}

type Proposed = { field: string; number: number; state: string; cell: string }

function openProposal(trx: Transaction<Tables>, responseId: string, id: string): Promise<Proposed | undefined> {
  return trx
    .selectFrom('proposal')
    .innerJoin('clarification', 'clarification.id', 'proposal.clarification_id')
    .select(['clarification.field', 'clarification.number', 'clarification.state', 'proposal.cell'])
    .where('clarification.id', '=', id)
    .where('clarification.response_id', '=', responseId)
    .where('clarification.state', 'in', ['open', 'answered'])
    .where('proposal.state', '=', 'open')
    .executeTakeFirst()
}

/** The same way as an answer that is typed: only what is unlocked, with its history. */
async function takeOver(
  trx: Transaction<Tables>,
  { id: _, isTaken: __, ...step }: Deciding,
  { field, cell }: Proposed,
): Promise<Refusal | undefined> {
  const own = (await cellsOf(trx, step.responseId)).get(field)
  const { value, language } = JSON.parse(cell) as Cell
  const taken = { ...emptyCell(field), value, language, comment: own?.comment ?? null, base: own?.revision ?? 0 }
  const { refusal, locked, conflicts } = await saveCells(trx, { ...step, cells: [taken] })
  return refusal ?? (locked.length + conflicts.length > 0 ? 'not_asked' : undefined)
}
