// What a signature rests on: its document, kept with the reply until it is signed, and sealed with the revision then.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { actRefusal } from '#surveys/answering/acts.ts'
import type { Signature } from '#surveys/answering/signature.ts'
import type { DelegationRole, Refusal } from '#surveys/answering/states.ts'
import { type Act, recordAudit, responseChain } from './audit.ts'
import { sha256 } from './digest.ts'
import { holdResponse, type Whose } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type NewDocument = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }
export type KeptDocument = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}
/** A signature as it is kept with a submission. */
export type KeptSignature = Omit<Signature, 'document'> & { readonly document: KeptDocument | null }

/**
 * Keeps the document that the next signature of a delegation will rest on, in place of one that was not signed with.
 * @returns why not; undefined: it is kept
 */
export async function keepDocument(
  db: Db,
  { role, document, responseId, country, ...act }: Act & Whose & { role: DelegationRole; document: NewDocument },
): Promise<Refusal | undefined> {
  return inTransaction(db, async (trx) => {
    const { situation } = await holdResponse(trx, { responseId, country }, { now: act.at })
    const refusal = actRefusal('submit', { ...situation, needsReady: false }, role)
    if (refusal) return refusal
    await trx.deleteFrom('signature_document').where('response_id', '=', responseId).where(unsigned).execute()
    const kept = await insertDocument(trx, { responseId, document, ...act })
    await recordAudit(trx, {
      ...act,
      chains: [responseChain(responseId)],
      action: 'signature.document_kept',
      subject: `response:${responseId}`,
      after: { sha256: kept.sha256 },
      details: { sha256: kept.sha256 },
    })
    return undefined
  })
}

const unsigned = (eb: import('kysely').ExpressionBuilder<Tables, 'signature_document'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('signature')
        .select('submission_id')
        .whereRef('signature.document_id', '=', 'signature_document.id'),
    ),
  )

/** Writes a document; the caller has asked whether it may. */
export async function insertDocument(
  trx: Transaction<Tables>,
  { responseId, document, at, actor }: Act & { responseId: string; document: NewDocument },
): Promise<KeptDocument> {
  const { name, content, mediaType } = document
  const kept = { id: randomUUID(), name, bytes: content.byteLength, sha256: sha256(content) }
  const more = { response_id: responseId, media_type: mediaType, content: Buffer.from(content) }
  await trx
    .insertInto('signature_document')
    .values({ ...kept, ...more, uploaded_at: at, by_account: actor })
    .execute()
  return kept
}

const COLUMNS = ['id', 'name', 'bytes', 'sha256'] as const

/** The document that the next signature would rest on. Only the delegation asks for it: the draft is its own. */
export async function waitingDocument(db: Db, responseId: string): Promise<KeptDocument | undefined> {
  return db
    .selectFrom('signature_document')
    .select(COLUMNS)
    .where('response_id', '=', responseId)
    .where(unsigned)
    .executeTakeFirst()
}

export async function keepSignature(
  trx: Transaction<Tables>,
  submissionId: string,
  { basis, attestation, document, isOnBehalf }: KeptSignature,
): Promise<void> {
  await trx
    .insertInto('signature')
    .values({
      submission_id: submissionId,
      basis,
      attestation: attestation.words,
      language: attestation.language,
      document_id: document?.id ?? null,
      on_behalf: isOnBehalf ? 1 : 0,
    })
    .execute()
}

/** The signature of a revision; undefined for those that were sealed before its basis was asked for. */
export async function signatureOf(db: Db, submissionId: string): Promise<KeptSignature | undefined> {
  const row = await db
    .selectFrom('signature')
    .leftJoin('signature_document as document', 'document.id', 'signature.document_id')
    .select(['basis', 'attestation', 'language', 'on_behalf'])
    .select(['document.id', 'document.name', 'document.bytes', 'document.sha256'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  if (!row) return undefined
  const { basis, attestation, language, on_behalf, id, name, bytes, sha256: hash } = row
  return {
    basis,
    attestation: { language, words: attestation },
    document: id && name && hash ? { id, name, bytes: bytes ?? 0, sha256: hash } : null,
    isOnBehalf: on_behalf === 1,
  }
}

/** The document of a sealed revision, with its content. */
export async function signedDocument(db: Db, submissionId: string) {
  const row = await db
    .selectFrom('signature')
    .innerJoin('signature_document as document', 'document.id', 'signature.document_id')
    .select(['document.name', 'document.media_type', 'document.content'])
    .where('submission_id', '=', submissionId)
    .executeTakeFirst()
  return row && { name: row.name, mediaType: row.media_type, content: row.content }
}
