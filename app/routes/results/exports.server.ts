// The files of a round's answers: long, wide and lossless, for the team or to be shared, and the totals beside them.
import { loadConsultation, streamReplies } from '#db/consultations.ts'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Consultation, Mode, Reply } from '#surveys/analysis/model.ts'
import { csvLines } from '#surveys/tables/csv.ts'
import type { Export } from '#surveys/tables/export.ts'
import { jsonParts } from '#surveys/tables/json.ts'
import { longLines } from '#surveys/tables/long.ts'
import { totalsTable } from '#surveys/tables/totals.ts'
import { wideLines } from '#surveys/tables/wide.ts'
import { notFound, type ParticipantVisit } from '../../access.server.ts'
import { isLanguage, type Language } from '../../languages.ts'
import { type Kept, keep } from './cache.server.ts'
import { type FileKind, fileResponse, type Measured, measure } from './files.server.ts'
import { dayIn, loadRound, type Reading, requireReading } from './reading.server.ts'
import { requireResults } from './source.server.ts'

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

/** What the address asks for; unknown, it is the team's file in the language of the page. Only the team has a choice. */
export function choiceOf({ url, language, isTeam }: ParticipantVisit, { eyes }: Reading): ExportChoice {
  const wanted = url.searchParams.get('language') ?? ''
  return {
    profile: !isTeam || url.searchParams.get('profile') === 'shareable' ? 'shareable' : 'team',
    language: isLanguage(wanted) ? wanted : language,
    mode: eyes.mode,
  }
}

/** The question mark of a file's address. */
export function choiceSearch({ profile, language, mode }: ExportChoice, { snapshot }: Reading): string {
  const moment = snapshot && { snapshot: String(snapshot.number) }
  return `?${new URLSearchParams({ ...moment, profile, language, ...(profile === 'shareable' && { mode }) })}`
}

/** One file, measured: what its page shows, and what is sent. */
export type Prepared = { readonly kind: FileKind; readonly measured: Measured }

/**
 * Prepares a file without holding live answers: the consents are read first, then one reply after the other. The count
 * and the hash of an unchanged round are not computed twice.
 */
export async function prepare(
  visit: ParticipantVisit,
  reading: Reading,
  file: ExportFile,
  choice: ExportChoice,
): Promise<Prepared> {
  const kept = await consentsOf(visit, reading)
  const kind = await kindOf(visit, reading, kept.source, file, choice)
  const name = [file, choice.profile, choice.language, choice.mode].join(' ')
  return { kind, measured: await kept.once(name, () => measure(kind)) }
}

/** Who replied and how it may be shown: live without the answers, of a snapshot as it is held. */
function consentsOf(visit: ParticipantVisit, { round, snapshot }: Reading): Promise<Kept<Consultation>> {
  if (snapshot) return loadRound(visit, round, snapshot)
  const today = dayIn(round.meeting.timeZone, visit.now)
  const key = ['consents', round.id, round.stamp].join(' ')
  return keep(visit.db, key, () => loadConsultation(visit.db, round.id, { today, fields: [] }))
}

async function kindOf(
  visit: ParticipantVisit,
  reading: Reading,
  consents: Consultation,
  file: ExportFile,
  choice: ExportChoice,
): Promise<FileKind> {
  const { round } = reading
  const { codebook, roster, snapshot, replies } = consents
  const reader = choice.profile === 'team' ? 'team' : 'shared'
  const plan = planDisclosure(codebook, roster, replies, reader, choice.mode)
  const of: Export = { round: round.slug, codebook, roster, snapshot, plan, language: choice.language }
  const about = { round: round.slug, codebook, snapshot, profile: choice.profile, language: choice.language }
  const mode = choice.profile === 'team' ? null : choice.mode
  const { what, ending } = NAMES[file]
  const source = () => (snapshot === null ? streamReplies(visit.db, round.id) : replies)
  const parts = await partsOf(visit, source, of, file, choice)
  return { ...about, mode, what, ending, replies: replies.length, parts }
}

const NAMES = {
  'answers.csv': { what: 'answers', ending: 'csv' },
  'answers-wide.csv': { what: 'answers-wide', ending: 'csv' },
  'answers-wide-codes.csv': { what: 'answers-wide-codes', ending: 'csv' },
  'answers.json': { what: 'answers', ending: 'json' },
  'totals.csv': { what: 'totals', ending: 'csv' },
} as const satisfies Record<ExportFile, { what: string; ending: 'csv' | 'json' }>

async function partsOf(
  visit: ParticipantVisit,
  replies: () => AsyncIterable<Reply> | Iterable<Reply>,
  of: Export,
  file: ExportFile,
  choice: ExportChoice,
): Promise<FileKind['parts']> {
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
export async function sendExport(visit: ParticipantVisit, file: ExportFile): Promise<Response> {
  const reading = await requireReading(visit)
  const { kind, measured } = await prepare(visit, reading, file, choiceOf(visit, reading))
  return fileResponse(visit, kind, measured)
}

/** The file that a manifest is asked for. @throws 404 */
export function requireFile(url: URL): ExportFile {
  const file = EXPORT_FILES.find((one) => one === url.searchParams.get('file'))
  if (!file) throw notFound()
  return file
}
