// Evidence files: kept in the database beside the answers, attached to a cell, gone when nobody submitted them.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal, editsOnlyAssigned } from '#surveys/answering/acts.ts'
import { emptyCell, isAttachments } from '#surveys/answering/cells.ts'
import type { Attachment, Cell, KeptCell, ProblemCode } from '#surveys/answering/model.ts'
import { progressOf } from '#surveys/answering/progress.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import { noteActivity } from './activity.ts'
import type { Act } from './audit.ts'
import { cellsOf, writeCells } from './cells.ts'
import { sha256 } from './digest.ts'
import { editableIn } from './editable.ts'
import { codebookOf } from './questionnaires.ts'
import { holdResponse, type Standing, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

type FileStep = Act & Whose & { readonly role: DelegationRole; readonly field: string; readonly today: string }
export type NewFile = FileStep & {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}
export type KeptFile =
  | { readonly state: 'kept'; readonly file: Attachment & { kind: 'file' }; readonly revision: number }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'problem'; readonly problem: ProblemCode; readonly max: number }
/** A stored file with its content. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly content: Uint8Array
}

/**
 * Keeps a file and attaches it to its cell, in one transaction. The same content twice in one field is kept once.
 * Type and name are judged before (surveys/answering/attachments.ts); size and number are judged here as well.
 * @throws when the country has no such response, or the field does not take files
 */
export async function keepFile(db: Db, file: NewFile): Promise<KeptFile> {
  const hash = sha256(file.content)
  return inTransaction(db, async (trx): Promise<KeptFile> => {
    const held = await holdFiles(trx, file)
    if ('refusal' in held) return { state: 'refused', ...held }
    const { attachments, cell, limits } = held
    const twin = attachments.find((one) => one.kind === 'file' && one.sha256 === hash)
    if (twin?.kind === 'file') return { state: 'kept', file: twin, revision: cell.revision }
    if (file.content.byteLength > limits.max_megabytes * 1_000_000) {
      return { state: 'problem', problem: 'file_too_large', max: limits.max_megabytes }
    }
    if (attachments.length >= limits.max_files)
      return { state: 'problem', problem: 'too_many_files', max: limits.max_files }
    const stored = {
      kind: 'file',
      id: randomUUID(),
      name: file.name,
      bytes: file.content.byteLength,
      sha256: hash,
    } as const
    await insertFile(trx, file, stored)
    const revision = await reattach(trx, held, file, [...attachments, stored], 'file.kept')
    return { state: 'kept', file: stored, revision }
  })
}

/**
 * Takes a file or a link off its cell. A file that was never part of a submission is deleted for good.
 * @param step `id` of the file, or `url` of the link
 * @returns why not; undefined: it is no longer attached
 */
export async function removeFile(
  db: Db,
  step: FileStep & ({ id: string } | { url: string }),
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const held = await holdFiles(trx, step)
    if ('refusal' in held) return held.refusal
    const isIt = (one: Attachment) =>
      one.kind === 'file' ? 'id' in step && one.id === step.id : 'url' in step && one.url === step.url
    const left = held.attachments.filter((one) => !isIt(one))
    if (left.length === held.attachments.length) return undefined
    await reattach(trx, held, step, left, 'file.removed')
    if ('id' in step) await forgetFile(trx, step.responseId, step.id)
    return undefined
  })
}

type Held = {
  standing: Standing
  codebook: Codebook
  cells: Map<string, KeptCell>
  cell: KeptCell
  attachments: readonly Attachment[]
  limits: { max_files: number; max_megabytes: number }
}

async function holdFiles(trx: Transaction<Tables>, step: FileStep): Promise<Held | { refusal: Refusal }> {
  const standing = await holdResponse(trx, step, { now: step.at })
  const refusal = actRefusal('edit', standing.situation, step.role)
  if (refusal) return { refusal }
  const codebook = await codebookOf(trx, standing.response.version_id)
  const open = await editableIn(trx, standing, codebook, step)
  if (open && !open.has(step.field)) return { refusal: editsOnlyAssigned(step.role) ? 'role' : 'submitted' }
  const question = codebook.byName.get(step.field)?.question
  if (question?.type !== 'file') throw new Error(`${step.field} does not take files`)
  const cells = await cellsOf(trx, step.responseId)
  const cell = cells.get(step.field) ?? { ...emptyCell(step.field), revision: 0, at: '', by: '' }
  const attachments = isAttachments(cell.value) ? cell.value : []
  return { standing, codebook, cells, cell, attachments, limits: question }
}

/** Attaching adds to what is there, so two people who attach at the same moment do not conflict. */
async function reattach(
  trx: Transaction<Tables>,
  { standing, codebook, cells, cell }: Held,
  act: FileStep,
  attachments: readonly Attachment[],
  action: string,
): Promise<number> {
  const value = attachments.length > 0 ? attachments : null
  const said: Cell = { ...emptyCell(act.field), value, comment: cell.comment, language: cell.language }
  const written = { ...said, revision: cell.revision + 1 }
  await writeCells(trx, [written], { responseId: act.responseId, at: act.at, account: act.actor })
  const progress = progressOf(codebook, new Map<string, Cell>([...cells, [act.field, said]]), act.today)
  await noteActivity(trx, standing, act, progress, { written: [written], before: cells, action })
  return written.revision
}

async function insertFile(
  trx: Transaction<Tables>,
  file: NewFile,
  stored: Attachment & { kind: 'file' },
): Promise<void> {
  await trx
    .insertInto('file')
    .values({
      id: stored.id,
      response_id: file.responseId,
      field: file.field,
      name: stored.name,
      bytes: stored.bytes,
      sha256: stored.sha256,
      media_type: file.mediaType,
      content: Buffer.from(file.content),
      uploaded_at: file.at,
      by_account: file.actor,
    })
    .execute()
}

async function forgetFile(trx: Transaction<Tables>, responseId: string, id: string): Promise<void> {
  const submitted = trx.selectFrom('submission_file').select('file_id').where('file_id', '=', id)
  await trx
    .deleteFrom('file')
    .where('id', '=', id)
    .where('response_id', '=', responseId)
    .where((eb) => eb.not(eb.exists(submitted)))
    .execute()
}

/**
 * The cells without files that are not kept for this response: somebody else's, or deleted since the value was written.
 * A file cannot be had, or handed in, by writing its id.
 */
export async function withOwnFiles<C extends Cell>(db: Db, responseId: string, cells: readonly C[]): Promise<C[]> {
  const ids = cells.flatMap(({ value }) => filesIn(value).map(({ id }) => id))
  if (ids.length === 0) return [...cells]
  const query = db.selectFrom('file').select('id').where('response_id', '=', responseId).where('id', 'in', ids)
  const own = new Set((await query.execute()).map(({ id }) => id))
  return cells.map((cell) => {
    if (!isAttachments(cell.value)) return cell
    const left = cell.value.filter((one) => one.kind === 'link' || own.has(one.id))
    return { ...cell, value: left.length > 0 ? left : null }
  })
}

/** The files, without the links, of a cell's value. */
export function filesIn(value: Cell['value']): (Attachment & { kind: 'file' })[] {
  return isAttachments(value) ? value.filter((one) => one.kind === 'file') : []
}

/**
 * A file of a country's own response, drafts included.
 * @param whose `meetingId`: of the membership acted in
 */
export async function findFile(
  db: Db,
  { id, round, country, meetingId }: { id: string; round: string; country: string; meetingId?: string },
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('file')
    .innerJoin('response', 'response.id', 'file.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .selectAll('file')
    .where('file.id', '=', id)
    .where('round.slug', '=', round)
    .where('response.country', '=', country)
    .$if(meetingId !== undefined, (query) => query.where('round.meeting_id', '=', meetingId as string))
    .executeTakeFirst()
  return row && readFile(row)
}

/** A file that was part of a submission to a round: what the team may open. */
export async function findSubmittedFile(
  db: Db,
  { id, round }: { id: string; round: string },
): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('file')
    .innerJoin('response', 'response.id', 'file.response_id')
    .innerJoin('round', 'round.id', 'response.round_id')
    .selectAll('file')
    .where('file.id', '=', id)
    .where('round.slug', '=', round)
    .where('file.id', 'in', db.selectFrom('submission_file').select('file_id').where('file_id', '=', id))
    .executeTakeFirst()
  return row && readFile(row)
}

function readFile(row: Tables['file']): StoredFile {
  const { id, name, media_type, bytes, sha256, content } = row
  return { id, name, mediaType: media_type, bytes, sha256, content }
}
