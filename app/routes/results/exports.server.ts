// The files of a round's answers: long, wide and lossless, for the team or to be shared, and the totals beside them.
import { loadConsultation, streamReplies } from '#db/consultations.ts'
import { findVersion } from '#db/questionnaires.ts'
import { ledgerOfRound } from '#db/version-lines.ts'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import type { Consultation, Mode, Reply } from '#surveys/analysis/model.ts'
import { csvLines } from '#surveys/tables/csv.ts'
import type { Export } from '#surveys/tables/export.ts'
import type { PackageAbout } from '#surveys/tables/package/model.ts'
import { totalsTable } from '#surveys/tables/totals.ts'
import { notFound, type ParticipantVisit } from '../../access.server.ts'
import type { Ending, Measured } from '../../exports/file.ts'
import { type Format, partsIn } from '../../exports/formats.ts'
import type { Order } from '../../exports/orders.ts'
import { isLanguage, type Language } from '../../languages.ts'
import { noteExport } from '../team/reading-notes.server.ts'
import { type Kept, keep } from './cache.server.ts'
import { type FileKind, fileResponse, freshResponse, measure } from './files.server.ts'
import { readLineage } from './lineage.server.ts'
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
/** Everything together: it is counted and hashed only when it is asked for. */
const PACKAGE = 'package.zip'
export type ExportFile = (typeof EXPORT_FILES)[number] | typeof PACKAGE

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
type Prepared = { readonly kind: FileKind; readonly measured: Measured }

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
  return { kind, measured: await kept.once(nameOf(file, choice), () => measure(kind)) }
}

/** Of what is kept about a file of one moment of a round. */
const nameOf = (file: ExportFile, { profile, language, mode }: ExportChoice) =>
  [file, profile, language, mode].join(' ')

/** Who replied and how it may be shown: live without the answers, of a snapshot as it is held. */
function consentsOf(visit: ParticipantVisit, { round, snapshot }: Reading): Promise<Kept<Consultation>> {
  if (snapshot) return loadRound(visit, round, snapshot)
  const today = dayIn(round.meeting.timeZone, visit.now)
  return keep(visit.db, `consents ${round.id}`, String(round.stamp), () =>
    loadConsultation(visit.db, round.id, { today, fields: [] }),
  )
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
  const ledger = await ledgerOfRound(visit.db, round)
  const of: Export = { round: round.slug, codebook, roster, snapshot, plan, language: choice.language, ledger }
  const about = { round: round.slug, codebook, snapshot, profile: choice.profile, language: choice.language }
  const mode = choice.profile === 'team' ? null : choice.mode
  const { what, ending } = NAMES[file]
  const source = snapshot === null ? round.id : replies
  const parts = await partsOf(visit, source, of, file, choice, replies.length)
  return { ...about, mode, what, ending, replies: replies.length, parts }
}

const NAMES = {
  'answers.csv': { what: 'answers', ending: 'csv', format: 'long' },
  'answers-wide.csv': { what: 'answers-wide', ending: 'csv', format: 'wide' },
  'answers-wide-codes.csv': { what: 'answers-wide-codes', ending: 'csv', format: 'wide-codes' },
  'answers.json': { what: 'answers', ending: 'json', format: 'json' },
  'totals.csv': { what: 'totals', ending: 'csv' },
  'package.zip': { what: 'package', ending: 'zip', format: 'package' },
} as const satisfies Record<ExportFile, { what: string; ending: Ending; format?: Format }>

async function partsOf(
  visit: ParticipantVisit,
  source: Source,
  of: Export,
  file: ExportFile,
  choice: ExportChoice,
  replies: number,
): Promise<FileKind['parts']> {
  switch (file) {
    case 'answers.csv':
    case 'answers-wide.csv':
    case 'answers-wide-codes.csv':
    case 'answers.json':
      return written(visit, source, { format: NAMES[file].format, of })
    case PACKAGE:
      return written(visit, source, { format: 'package', of, about: await packageAbout(visit, of, replies) })
    case 'totals.csv': {
      const reader = choice.profile === 'team' ? 'team' : 'shared'
      const { view } = await requireResults(visit, { reader, mode: choice.mode })
      return () => csvLines(totalsTable(view, choice.language))
    }
  }
}

/** A round by its id, whose replies are streamed as they stand; or the replies of a snapshot, which are held. */
type Source = string | readonly Reply[]

/** A round by a thread of its own, which only reads; a database in memory is seen by this one alone. */
function written({ db, house }: ParticipantVisit, source: Source, order: Omit<Order, 'roundId'>): FileKind['parts'] {
  const { format, of, about } = order
  if (typeof source !== 'string') return () => partsIn(format, of, () => source, about)
  if (house.desk) return house.desk.order({ roundId: source, ...order })
  return () => partsIn(format, of, () => streamReplies(db, source), about)
}

/** @throws a Response 404 when the version is not there: it always is */
async function packageAbout({ db }: ParticipantVisit, { codebook }: Export, replies: number): Promise<PackageAbout> {
  const { questionnaire, version } = codebook.questionnaire
  const published = await findVersion(db, questionnaire, version)
  if (!published) throw notFound()
  const { publishedAt, structureHash } = published
  return { lineage: await readLineage(db, codebook), publishedAt, structureHash, replies }
}

/** The loader of a file: measured already, it is checked while it is sent; otherwise it is measured while it is sent. */
export async function sendExport(visit: ParticipantVisit, file: ExportFile): Promise<Response> {
  const reading = await requireReading(visit)
  const choice = choiceOf(visit, reading)
  const kept = await consentsOf(visit, reading)
  const { round, snapshot } = reading
  const countries = file === 'totals.csv' ? [] : namedIn(kept.source, choice)
  await noteExport(visit, { round, file, profile: choice.profile, snapshot: snapshot?.number ?? null, countries })
  const name = nameOf(file, choice)
  if (kept.known(name) || visit.request.method === 'HEAD') {
    const { kind, measured } = await prepare(visit, reading, file, choice)
    return fileResponse(visit, kind, measured)
  }
  return freshResponse(visit, await kindOf(visit, reading, kept.source, file, choice), {
    manifestHref: manifestHref(reading, file, choice),
    whenMeasured: (measured) => void kept.once(name, async () => measured),
  })
}

/** Where the manifest of a file is. */
export const manifestHref = (reading: Reading, file: ExportFile, choice: ExportChoice): string =>
  `/results/${reading.round.slug}/manifest.json${choiceSearch(choice, reading)}&file=${file}`

/** Whose answers such a file holds under their name, in whatever section. */
function namedIn({ codebook, roster, replies }: Consultation, { profile, mode }: ExportChoice): string[] {
  const { standings } = planDisclosure(codebook, roster, replies, profile === 'team' ? 'team' : 'shared', mode)
  const isNamed = (code: string) => [...standings.values()].some((section) => section.get(code) === 'named')
  return roster.map(({ code }) => code).filter(isNamed)
}

/** The file that a manifest is asked for. @throws 404 */
export function requireFile(url: URL): ExportFile {
  const file = ([...EXPORT_FILES, PACKAGE] as const).find((one) => one === url.searchParams.get('file'))
  if (!file) throw notFound()
  return file
}
