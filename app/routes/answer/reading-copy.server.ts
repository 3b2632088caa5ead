// What a reading copy says: of the draft as it is now, or of a sealed revision with its seal.
import { codebookOf } from '#db/questionnaires.ts'
import { type PlacedSubmission, submittedCells } from '#db/submissions.ts'
import type { Cells } from '#surveys/answering/model.ts'
import type { Codebook } from '#surveys/definition/model.ts'
import type { Paper } from '#surveys/tables/paper.ts'
import { paperSections } from '#surveys/tables/reply-paper.ts'
import type { DelegationVisit } from '../../access.server.ts'
import { answerLines } from '../../components/answering/answer-lines.ts'
import type { ReadingCopyPage } from '../../components/documents/reading-copy.tsx'
import { saying } from '../../components/questions/said.tsx'
import { type Speech, speechOf } from '../../components/words.tsx'
import { paperFile } from '../../documents/paper-file.ts'
import { LANGUAGES } from '../../languages.ts'
import { attachmentResponse } from './attachment-response.ts'
import { mediaTypeOf } from './document-kinds.ts'
import { type OwnReply, requireOwnReply } from './own-reply.server.ts'
import { requireSubmission } from './receipt-page.server.ts'
import { dayIn, isolated } from './views/reader.ts'
import { languageAsked } from './workbook.server.ts'

type Copy = { readonly reply: OwnReply; readonly paper: Paper; readonly here: string; readonly name: string }

/** The draft as it is now, marked as one on every page. */
export async function draftCopy(visit: DelegationVisit): Promise<Copy> {
  const reply = await requireOwnReply(visit)
  const { codebook, cells, reader, home, nextRevision } = reply
  const speech = speechFor(visit, reply)
  const { t } = speech
  const paper = {
    ...paperOf(reply, speech, { codebook, cells, today: reader.today }),
    mark: t('documents:copy.mark'),
    subtitle: t('documents:copy.draft_of', { revision: String(nextRevision) }),
    notes: [t('documents:copy.draft_note')],
    foot: t('documents:copy.draft_foot', { time: speech.moment(visit.now.toISOString()) }),
  }
  return { reply, paper, here: `${home.base}/reading-copy`, name: nameOf(reply, visit, nextRevision, 'draft') }
}

/** A sealed revision, with the seal on its receipt. */
export async function sealedCopy(visit: DelegationVisit): Promise<Copy> {
  const reply = await requireOwnReply(visit)
  const submission = await requireSubmission(visit)
  const { revision, hash } = submission
  const speech = speechFor(visit, reply)
  const { t } = speech
  const codebook = await codebookOf(visit.db, submission.versionId)
  const cells = await submittedCells(visit.db, submission.id)
  const today = dayIn(new Date(submission.submittedAt), reply.round.meeting.timeZone)
  const paper = paperOf(reply, speech, { codebook, cells, today })
  const here = `${reply.home.base}/receipt/${revision}/reading-copy`
  const facts = [...paper.facts, ...sealedFacts(submission, reply, speech)]
  const words = {
    mark: null,
    subtitle: t('documents:copy.sealed_of', { revision: String(revision) }),
    notes: submission.isOfficial ? [] : [t('answer:receipt.lead_replaced')],
    foot: t('documents:copy.sealed_foot', { revision: String(revision), hash: hash.slice(0, 16) }),
  }
  return { reply, paper: { ...paper, ...words, facts }, here, name: nameOf(reply, visit, revision, 'sealed') }
}

function sealedFacts(submission: PlacedSubmission, { round }: OwnReply, speech: Speech): Paper['facts'] {
  const { t } = speech
  const zone = round.meeting.timeZone
  const signed = { name: isolated(submission.signedName), function: isolated(submission.signedFunction) }
  return [
    [t('answer:receipt.received'), `${speech.inZone(zone).moment(submission.submittedAt)} (${speech.zone(zone)})`],
    [t('answer:receipt.signed_by'), t('answer:receipt.signed_with', signed)],
    [t('answer:receipt.seal'), submission.hash.match(/.{1,4}/g)?.join(' ') ?? ''],
  ]
}

type Said = { readonly codebook: Codebook; readonly cells: Cells; readonly today: string }

function paperOf({ home }: OwnReply, speech: Speech, { codebook, cells, today }: Said) {
  const { t, language } = speech
  const { questionnaire } = codebook
  return {
    language,
    title: `${saying(home.country, language).words} – ${saying(home.round, language).words}`,
    facts: [
      [t('answer:receipt.version'), `${saying(questionnaire.title, language).words} · ${questionnaire.version}`],
    ] as Paper['facts'],
    sections: paperSections(codebook, cells, {
      language,
      today,
      say: (field, cell) => answerLines(field, cell, speech),
      aside: t('documents:copy.aside'),
    }),
  }
}

const speechFor = (visit: DelegationVisit, { round }: OwnReply): Speech => {
  const language = languageAsked(visit)
  const { digits, timeZone } = visit.account
  const t = visit.house.words.t(language, digits)
  return speechOf({ t, language, digits, timeZone: timeZone ?? round.meeting.timeZone })
}

function nameOf({ round }: OwnReply, visit: DelegationVisit, revision: number, state: 'draft' | 'sealed'): string {
  const country = visit.delegation.country.toLowerCase()
  return `${round.slug}-${country}-revision-${revision}-${state}-${languageAsked(visit)}.docx`
}

export function copyPage({ reply, paper, here }: Copy): ReadingCopyPage & { title: string } {
  return { ...reply.home, title: reply.reader.t('documents:copy.title'), paper, here, languages: LANGUAGES }
}

export async function copyFile({ paper, name }: Copy): Promise<Response> {
  return attachmentResponse({ name, mediaType: mediaTypeOf('docx'), content: await paperFile(paper) })
}
