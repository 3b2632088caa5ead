// The files of a round's answers: long, wide and lossless, for the team or to be shared, and the totals beside them.
import { loadConsultation, streamReplies } from '#db/consultations.ts'
import type { Round } from '#db/rounds.ts'
import { ledgerOfRound } from '#db/version-lines.ts'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Consultation, Mode } from '#surveys/analysis/model.ts'
import { csvLines } from '#surveys/tables/csv.ts'
import type { Export } from '#surveys/tables/export.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { longLines } from '#surveys/tables/long.ts'
import { totalsTable } from '#surveys/tables/totals.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { isLanguage, type Language } from '../../languages.ts'
import { keep } from './cache.server.ts'
import { type FileKind, fileResponse, type Measured, measure } from './files.server.ts'
import { dayIn, readerOf, requireResults, requireRound } from './source.server.ts'

/** The files by the last part of their address. */
export const EXPORT_FILES = [
  'answers.csv',
  'answers-wide.csv',
  'answers-wide-codes.csv',
  'answers.json',
  'totals.csv',
] as const
export type ExportFile = (typeof EXPORT_FILES)[number]

export type ExportChoice = {
  readonly profile: FileKind['profile']
  readonly language: Language
  /** of the shareable files, where one or two delegations stay in the totals only */
  readonly mode: Mode
}

/** What the address asks for; anything unknown is the team's file in the language of the page. */
export function choiceOf({ url, language }: TeamVisit): ExportChoice {
  const wanted = url.searchParams.get('language') ?? ''
  return {
    profile: url.searchParams.get('profile') === 'shareable' ? 'shareable' : 'team',
    language: isLanguage(wanted) ? wanted : language,
    mode: readerOf(url).mode,
  }
}

/** The question mark of a file's address. */
export function choiceSearch({ profile, language, mode }: ExportChoice): string {
  const parts: Record<string, string> = { profile, language, ...(profile === 'shareable' && { mode }) }
  return `?${new URLSearchParams(parts)}`
}

/** One file, measured: what its page shows, and what is sent. */
export type Prepared = { readonly kind: FileKind; readonly measured: Measured }

/**
 * Prepares a file without holding its answers: the consents are read first, then one reply after the other.
 * The count and the hash of an unchanged round are not computed twice.
 * @throws 404 when there is no such round
 */
export async function prepare(visit: TeamVisit, file: ExportFile, choice: ExportChoice): Promise<Prepared> {
  const round = await requireRound(visit)
  const key = ['consents', round.id, round.stamp].join(' ')
  const today = dayIn(round.meeting.timeZone, visit.now)
  const kept = await keep(visit.db, key, () => loadConsultation(visit.db, round.id, { today, fields: [] }))
  const kind = await kindOf(visit, round, kept.source, file, choice)
  const name = [file, choice.profile, choice.language, choice.mode].join(' ')
  return { kind, measured: await kept.once(name, () => measure(kind)) }
}

async function kindOf(
  visit: TeamVisit,
  round: Round,
  consents: Consultation,
  file: ExportFile,
  choice: ExportChoice,
): Promise<FileKind> {
  const { codebook, roster, snapshot, replies } = consents
  const reader = choice.profile === 'team' ? 'team' : 'shared'
  const plan = planDisclosure(codebook, roster, replies, reader, choice.mode)
  const ledger = await ledgerOfRound(visit.db, round)
  const of: Export = { round: round.slug, codebook, roster, snapshot, plan, language: choice.language, ledger }
  const about = { round: round.slug, codebook, snapshot, profile: choice.profile, language: choice.language }
  const mode = choice.profile === 'team' ? null : choice.mode
  const { what, ending } = NAMES[file]
  return { ...about, mode, what, ending, replies: replies.length, parts: await partsOf(visit, round, of, file, choice) }
}

const NAMES = {
  'answers.csv': { what: 'answers', ending: 'csv' },
  'answers-wide.csv': { what: 'answers-wide', ending: 'csv' },
  'answers-wide-codes.csv': { what: 'answers-wide-codes', ending: 'csv' },
  'answers.json': { what: 'answers', ending: 'json' },
  'totals.csv': { what: 'totals', ending: 'csv' },
} as const satisfies Record<ExportFile, { what: string; ending: 'csv' | 'json' }>

async function partsOf(
  visit: TeamVisit,
  round: Round,
  of: Export,
  file: ExportFile,
  choice: ExportChoice,
): Promise<FileKind['parts']> {
  const replies = () => streamReplies(visit.db, round.id)
  switch (file) {
    case 'answers.csv':
      return () => longLines(of, replies())
    case 'answers-wide.csv':
      return () => wideLines(of, replies(), 'labels')
    case 'answers-wide-codes.csv':
      return () => wideLines(of, replies(), 'codes')
    case 'answers.json':
      return () => jsonParts(of, replies())
    case 'totals.csv': {
      const reader = choice.profile === 'team' ? 'team' : 'shared'
      const { view } = await requireResults(visit, { reader, mode: choice.mode })
      return () => csvLines(totalsTable(view, choice.language))
    }
  }
}

/** The loader of a file. */
export async function sendExport(visit: TeamVisit, file: ExportFile): Promise<Response> {
  const { kind, measured } = await prepare(visit, file, choiceOf(visit))
  return fileResponse(visit, kind, measured)
}

/** The file that a manifest is asked for. @throws 404 */
export function requireFile(url: URL): ExportFile {
  const file = EXPORT_FILES.find((one) => one === url.searchParams.get('file'))
  if (!file) throw notFound()
  return file
}
