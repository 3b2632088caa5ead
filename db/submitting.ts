// Signing off: a draft becomes revision n, sealed and hashed; and is opened again to become n + 1.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { Cells, Level } from '#surveys/answering/model.ts'
import { type ReplyDocument, replyDocument, sealReply } from '#surveys/answering/reply.ts'
import { type DelegationRole, isLate, type Refusal, type TeamRole } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { moveResponse } from './carrying.ts'
import { cellsOf } from './cells.ts'
import { sha256 } from './digest.ts'
import { inPortions } from './engine.ts'
import { filesIn } from './files.ts'
import { type Incomplete, incompleteness } from './judging.ts'
import { move } from './moving.ts'
import { codebookOf } from './questionnaires.ts'
import { bumpStamp, requireRound } from './rounds.ts'
import { answerBySubmission } from './settling.ts'
import { type KeptSignature, keepSignature } from './signatures.ts'
import { holdResponse, type Standing, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { textHashesOf } from './text-revisions.ts'
import { inTransaction } from './transaction.ts'

export type Submitting = Act &
  Whose & {
    readonly role: DelegationRole
    readonly signedName: string
    readonly signedFunction: string
    readonly level: Level
    /** sections shown otherwise than the whole, by key */
    readonly sectionLevels: Readonly<Record<string, Level>>
    /** ISO date by which `show_if` and checks are judged */
    readonly today: string
    /** when the reply was last changed, as the page said that was signed; left out, whatever is there is signed */
    readonly seen?: string | null
    /** left out by those who sign without the page */
    readonly signature?: KeptSignature
  }
export type Submitted =
  | {
      readonly state: 'submitted'
      readonly id: string
      readonly revision: number
      readonly hash: string
      readonly isLate: boolean
    }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** somebody changed an answer after the page was shown: look again before you sign */
  | { readonly state: 'changed'; readonly at: string; readonly by: string | null }
  | Incomplete

/**
 * Seals the draft as the next revision, which is the official one from then on. Everything is judged once more inside the
 * transaction: the state, the required answers, the checks. After the deadline it is marked late, not refused.
 * @throws when the country has no such response
 */
export async function submitResponse(db: Db, submitting: Submitting): Promise<Submitted> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, submitting, { now: submitting.at, isResult: true })
    const refusal = actRefusal('submit', standing.situation, submitting.role)
    if (refusal) return { state: 'refused', refusal }
    const { last_activity_at, last_activity_by } = standing.response
    if (submitting.seen !== undefined && submitting.seen !== last_activity_at) {
      return { state: 'changed', at: last_activity_at ?? submitting.at, by: last_activity_by }
    }
    const cells = await cellsOf(trx, submitting.responseId)
    const open = await incompleteness(trx, standing, cells, submitting.today)
    if (open) return open
    return keepSubmission(trx, standing, submitting, await documentFor(trx, standing, submitting, cells))
  })
}

/** What a submission needs to be sealed, whoever records it. */
type Sealing = Act &
  Pick<Submitting, 'signedName' | 'signedFunction' | 'level' | 'sectionLevels' | 'today' | 'signature'>

/** The document of the next revision. */
export async function documentFor(
  trx: Transaction<Tables>,
  { response }: Standing,
  { level, sectionLevels, signedName, signedFunction, signature, today, at }: Sealing,
  cells: Cells,
): Promise<ReplyDocument> {
  const round = await requireRound(trx, response.round_id)
  const query = trx.selectFrom('questionnaire_version').select('structure_hash')
  const version = await query.where('id', '=', response.version_id).executeTakeFirstOrThrow()
  return replyDocument({
    codebook: await codebookOf(trx, response.version_id),
    cells,
    today,
    round: round.slug,
    meeting: round.meeting.slug,
    country: response.country,
    revision: response.next_revision,
    structureHash: version.structure_hash,
    textHashes: await textHashesOf(trx, response.version_id),
    level,
    sectionLevels,
    signedName,
    signedFunction,
    signature,
    submittedAt: at,
  })
}

/** Keeps a sealed revision and moves the reply on. That it may be done was asked before, in the same transaction. */
export async function keepSubmission(
  trx: Transaction<Tables>,
  standing: Standing,
  submitting: Sealing,
  document: ReplyDocument,
  act: 'submit' | 'submit_for' = 'submit',
): Promise<Submitted> {
  const { response, situation } = standing
  const { revision } = document
  const sealed = { ...sealReply(document, sha256), id: randomUUID(), isLate: isLate(situation) }
  const head = await recordSubmission(trx, response, submitting, document, sealed)
  await trx
    .insertInto('submission')
    .values({
      id: sealed.id,
      response_id: response.id,
      revision,
      version_id: response.version_id,
      document: sealed.text,
      hash: sealed.hash,
      audit_head: head,
      level: document.disclosure.level,
      section_levels: JSON.stringify(document.disclosure.sections),
      signed_name: document.signed.name,
      signed_function: document.signed.function,
      is_late: sealed.isLate ? 1 : 0,
      answers: document.answers,
      absences: document.absences,
      submitted_at: submitting.at,
      by_account: submitting.actor,
    })
    .execute()
  await keepCells(trx, sealed.id, document)
  if (submitting.signature) await keepSignature(trx, sealed.id, submitting.signature)
  const { actor, at } = submitting
  await move(trx, standing, act, { actor, at, official_submission_id: sealed.id, next_revision: revision + 1 })
  await answerBySubmission(trx, response.id, at)
  await bumpStamp(trx, response.round_id)
  return { state: 'submitted', id: sealed.id, revision, hash: sealed.hash, isLate: sealed.isLate }
}

/** @returns the entry's hash: the receipt names it, so that the trail up to the signature is anchored on paper */
async function recordSubmission(
  trx: Transaction<Tables>,
  { id, state }: Standing['response'],
  { actor, at, requestId }: Sealing,
  document: ReplyDocument,
  { hash, isLate }: { hash: string; isLate: boolean },
): Promise<string> {
  const { revision, answers, absences, disclosure, signed } = document
  const { basis, document: paper } = signed
  const rests = { ...(basis && { basis }), ...(paper && { document: paper.sha256 }) }
  const [head] = await recordAudit(trx, {
    actor,
    at,
    requestId,
    chains: [responseChain(id)],
    action: signed.on_behalf ? 'response.submitted_for' : 'response.submitted',
    subject: `response:${id}`,
    before: { state },
    // Its digest is the hash on the receipt.
    after: document,
    details: { from: state, to: 'submitted', revision, answers, absences, disclosure, isLate, hash, ...rests },
  })
  return head ?? ''
}

async function keepCells(trx: Transaction<Tables>, submission_id: string, { cells }: ReplyDocument): Promise<void> {
  const rows = cells.map(({ field, value, absence, comment, language }) => ({
    submission_id,
    field,
    value: value === undefined ? null : JSON.stringify(value),
    absence: absence ?? null,
    comment: comment ?? null,
    language: language ?? null,
  }))
  for (const portion of inPortions(rows)) await trx.insertInto('submission_cell').values(portion).execute()
  const files = new Set(cells.flatMap(({ value }) => filesIn(value ?? null).map(({ id }) => id)))
  for (const file_id of files) await trx.insertInto('submission_file').values({ submission_id, file_id }).execute()
}

/**
 * Opens a submitted reply to prepare the next revision. Until that is submitted, the last one stays official.
 * @param step `role`: a member of the delegation, before the deadline; or the team, at any time while the round runs, with
 *   the reason in `why`
 * @returns why not; undefined: done
 */
export async function reopenResponse(
  db: Db,
  { role, why, responseId, country, ...act }: Act & Whose & { role: DelegationRole | TeamRole; why?: string | null },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const standing = await holdResponse(trx, { responseId, country }, { now: act.at, isResult: true })
    const { response, situation } = standing
    const step = role === 'manager' || role === 'officer' || role === 'translator' ? 'reopen_for' : 'reopen'
    const refusal = actRefusal(step, situation, role)
    if (refusal) return refusal
    await move(trx, standing, step, { actor: act.actor, at: act.at })
    const { version_id: current } = await trx
      .selectFrom('round')
      .select('version_id')
      .where('id', '=', response.round_id)
      .executeTakeFirstOrThrow()
    // The round went on with a later version after this reply was sealed: the next revision answers that one.
    const today = act.at.slice(0, 10)
    if (current !== response.version_id) await moveResponse(trx, response, current, { ...act, today })
    await bumpStamp(trx, response.round_id)
    await recordAudit(trx, {
      ...act,
      chains: [responseChain(responseId)],
      action: 'response.reopened',
      subject: `response:${responseId}`,
      before: { state: situation.response },
      after: { state: 'draft' },
      why,
      details: { from: situation.response, to: 'draft', revision: response.next_revision },
    })
    return undefined
  })
}
