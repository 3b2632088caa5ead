// The delegation's word about what was carried into its reply: it still holds, or it no longer applies.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import { emptyCell, isAttachments } from '#surveys/answering/cells.ts'
import type { Attachment, Cell } from '#surveys/answering/model.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { type CarriedAnswer, decide, listCarried } from './carrying.ts'
import { cellsOf } from './cells.ts'
import { editableIn } from './editable.ts'
import { codebookOf } from './questionnaires.ts'
import { saveCells } from './responses.ts'
import { holdResponse, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Word = 'valid' | 'gone'
export type Confirming = Act &
  Whose & {
    readonly role: DelegationRole
    /** fields whose offers are still open; others are left as they are */
    readonly fields: readonly string[]
    readonly word: Word
    /** ISO date */
    readonly today: string
  }

/**
 * Keeps offers as answers of the person who confirms them (`valid`), or says that they no longer apply (`gone`), which is
 * a reason for no answer where the question takes that one.
 * @returns how many were decided, or why nothing could be
 */
export async function confirmCarried(
  db: Db,
  confirming: Confirming,
): Promise<{ decided: number } | { refusal: Refusal }> {
  const { fields, word, role, at, responseId } = confirming
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, confirming, { now: at })
    const refusal = actRefusal('edit', standing.situation, role)
    if (refusal) return { refusal }
    const wanted = new Set(fields)
    const codebook = await codebookOf(trx, standing.response.version_id)
    // A returned reply takes nothing but what the team asked about, a contributor's word counts where it was asked for.
    const open = await editableIn(trx, standing, codebook, confirming)
    const offers = (await listCarried(trx, responseId)).filter(({ field, state, offered }) => {
      const isOpen = state === 'open' && (open === null || open.has(field))
      return isOpen && wanted.has(field) && (word === 'gone' || offered !== null)
    })
    if (offers.length === 0) return { decided: 0 }
    const current = await cellsOf(trx, responseId)
    const said = await Promise.all(
      offers.map(async (offer) => {
        if (word === 'valid') return withCopies(trx, confirming, offer)
        const takes = codebook.byName.get(offer.field)?.question.absence.includes('nap')
        return takes ? { ...emptyCell(offer.field), absence: 'nap' as const } : null
      }),
    )
    const cells = said.flatMap((cell) => (cell ? [{ ...cell, base: current.get(cell.field)?.revision ?? 0 }] : []))
    const { conflicts } = await saveCells(trx, { ...confirming, cells })
    const clashing = new Set(conflicts.map(({ field }) => field))
    const decided = offers.map(({ field }) => field).filter((field) => !clashing.has(field))
    await decide(trx, { responseId, fields: decided, state: word, actor: confirming.actor, at })
    if (word === 'gone') await recordGone(trx, confirming, decided)
    return { decided: decided.length }
  })
}

/** What no longer applies may leave no answer behind: the trail says so all the same. */
async function recordGone(
  trx: Transaction<Tables>,
  { actor, at, requestId, responseId }: Confirming,
  fields: readonly string[],
) {
  await recordAudit(trx, {
    actor,
    at,
    requestId,
    chains: [responseChain(responseId)],
    action: 'carried.gone',
    subject: `response:${responseId}`,
    details: { carried: fields },
  })
}

/** Documents belong to one reply: those of an earlier round are copied into this one. */
async function withCopies(trx: Transaction<Tables>, act: Confirming, { field, offered }: CarriedAnswer): Promise<Cell> {
  const cell = { ...(offered ?? emptyCell(field)), field }
  if (!isAttachments(cell.value)) return cell
  const value: Attachment[] = []
  for (const one of cell.value) {
    if (one.kind === 'link') value.push(one)
    else value.push({ ...one, id: await copyFile(trx, act, { id: one.id, field }) })
  }
  return { ...cell, value }
}

async function copyFile(
  trx: Transaction<Tables>,
  act: Confirming,
  { id, field }: { id: string; field: string },
): Promise<string> {
  const own = await trx
    .selectFrom('file')
    .innerJoin('response', 'response.id', 'file.response_id')
    .selectAll('file')
    .where('file.id', '=', id)
    .where('response.country', '=', act.country)
    .executeTakeFirstOrThrow()
  if (own.response_id === act.responseId) return id
  const copy = { id: randomUUID(), response_id: act.responseId, field, uploaded_at: act.at, by_account: act.actor }
  await trx
    .insertInto('file')
    .values({ ...own, ...copy })
    .execute()
  return copy.id
}
