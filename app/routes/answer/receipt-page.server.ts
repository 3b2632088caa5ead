// The receipt of a revision: what was received, when, from whom, with which seal.
import { codebookOf, findVersion } from '#db/questionnaires.ts'
import { type KeptSignature, signatureOf } from '#db/signatures.ts'
import { documentOf, findSubmission, type PlacedSubmission } from '#db/submissions.ts'
import type { ReplyDocument } from '#surveys/answering/reply.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import { type DelegationVisit, notFound } from '../../access.server.ts'
import type { ReceiptPage } from '../../components/answering/receipt-page.ts'
import { saying } from '../../components/questions/said.tsx'
import { closedWords, type OwnReply, ownerOf, refusalOf } from './own-reply.server.ts'
import { isolated } from './views/reader.ts'

/** The submission in the address. @throws 404 when there is none */
export async function requireSubmission(visit: DelegationVisit): Promise<PlacedSubmission> {
  const { db, params } = visit
  const revision = /^[1-9]\d{0,5}$/.test(params.revision ?? '') ? Number(params.revision) : 0
  const found = await findSubmission(db, { round: params.round ?? '', revision, ...ownerOf(visit) })
  if (!found) throw notFound()
  return found
}

export async function receiptPage(
  reply: OwnReply,
  visit: DelegationVisit,
  submission: PlacedSubmission,
): Promise<ReceiptPage & { title: string }> {
  const { reader, home, round } = reply
  const { t, language } = reader
  const codebook = await codebookOf(visit.db, submission.versionId)
  const { questionnaire, version } = codebook.questionnaire
  const sealed = await findVersion(visit.db, questionnaire, version)
  const zone = round.meeting.timeZone
  const reopening = refusalOf('reopen', reply, visit)
  const said = { country: saying(home.country, language).words, round: saying(home.round, language).words }
  return {
    ...home,
    title: t('answer:receipt.title', { ...said, revision: submission.revision }),
    revision: submission.revision,
    isOfficial: submission.isOfficial,
    isLate: submission.isLate,
    received: `${reader.inZone(zone).moment(submission.submittedAt)} (${reader.zone(zone)})`,
    signed: t('answer:receipt.signed_with', {
      name: isolated(submission.signedName),
      function: isolated(submission.signedFunction),
    }),
    by: submission.by,
    signature: signatureShown(await signatureOf(visit.db, submission.id)),
    answers: submission.answers,
    absences: submission.absences,
    level: submission.level,
    sectionLevels: submission.sectionLevels,
    sections: codebook.questionnaire.sections.map(({ key, title }, index) => ({ key, title, letter: letterOf(index) })),
    questionnaire: { title: codebook.questionnaire.title, version },
    structureHash: sealed?.structureHash ?? '',
    textHashes: await sealedTexts(visit, submission),
    hash: submission.hash,
    auditHead: submission.auditHead,
    canLower: submission.isOfficial && visit.delegation.role === 'head',
    hasChanged: visit.url.searchParams.has('changed'),
    next: submission.isOfficial && reopening === undefined ? reply.nextRevision : null,
    closed: submission.isOfficial ? notReopened(reply, reopening) : null,
  }
}

const signatureShown = (signature: KeptSignature | undefined): ReceiptPage['signature'] =>
  signature ? { ...signature, paper: signature.document?.name ?? null } : null

/** The hashes of the texts that were read when it was signed, as the sealed document names them. */
async function sealedTexts({ db }: DelegationVisit, { id }: PlacedSubmission): Promise<Record<string, string>> {
  const { questionnaire } = JSON.parse(await documentOf(db, id)) as ReplyDocument
  return Object.fromEntries(
    Object.entries(questionnaire.text_hashes).map(([language, hash]) => [
      language,
      typeof hash === 'string' ? hash : hash.hash,
    ]),
  )
}

/** Why the official revision cannot be opened just so, where it can be asked for. */
function notReopened(reply: OwnReply, refusal: ReturnType<typeof refusalOf>): string | null {
  if (refusal === 'after_deadline') return reply.reader.t('answer:receipt.after_deadline')
  return reply.state === 'accepted' ? closedWords('accepted', reply) : null
}

/** Why it cannot be opened, in a sentence. */
export const reopenWords = (reply: OwnReply, refusal: NonNullable<ReturnType<typeof refusalOf>>): string =>
  refusal === 'after_deadline' ? reply.reader.t('answer:receipt.after_deadline') : closedWords(refusal, reply)
