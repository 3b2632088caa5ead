// What every page and file of the results starts from: the round, and what this reader may see of it.
import { listNotes, type Note } from '#db/notes.ts'
import type { Round } from '#db/rounds.ts'
import { completenessOf } from '#surveys/analysis/completeness.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { baseOf, disclose } from '#surveys/analysis/disclosure.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import {
  areasPassing,
  type Filter,
  type FilterOptions,
  filterOptions,
  measuresPassing,
  readFilter,
} from '#surveys/analysis/filters.ts'
import { gapsOf } from '#surveys/analysis/gaps.ts'
import { HEAT_MEASURES, type HeatMeasure, heatMap } from '#surveys/analysis/heat-map.ts'
import { modalityMix } from '#surveys/analysis/modalities.ts'
import type { Consultation, Mode, View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { partnersOf } from '#surveys/analysis/partners.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import type { PageFacts, SnapshotStamp } from '../../components/charts/facts.tsx'
import type { NavItem } from '../../components/navigation.tsx'
import { notesOn, pagesOf } from './notes.server.ts'
import { type Eyes, loadRound, otherRounds, type Reading, requireReading } from './reading.server.ts'
import type { SheetSource } from './sheet.server.ts'

export type Results = {
  readonly reading: Reading
  readonly round: Round
  /** before disclosure: for who has replied and when, never for answers */
  readonly consultation: Consultation
  readonly view: View
  readonly notes: readonly Note[]
  readonly mode: Mode
  /** the question mark of an address that keeps the moment, who reads and which rows, and adds something */
  readonly search: (more?: Readonly<Record<string, string>>) => string
  /** computed at most once per stamp, reader and mode */
  readonly needs: () => ReturnType<typeof rankNeeds>
  readonly heat: (measure: HeatMeasure) => ReturnType<typeof heatMap>
  readonly measures: () => ReturnType<typeof readinessOf>
  readonly steps: () => ReturnType<typeof consensusOf>
  readonly gaps: () => ReturnType<typeof gapsOf>
  readonly modalities: () => ReturnType<typeof modalityMix>
  readonly partners: () => ReturnType<typeof partnersOf>
  readonly completeness: () => ReturnType<typeof completenessOf>
  readonly filter: Filter
  readonly filterOptions: FilterOptions
  /** keys of the areas and measures that the address asks for; null: all */
  readonly areas: ReadonlySet<string> | null
  readonly measuresKept: ReadonlySet<string> | null
  readonly question: (ref: string) => ReturnType<typeof distributionOf>
}

/** The same eyes on every round of the meeting that the reading holds, this one first: for pages about a whole country. */
export async function meetingSources(
  visit: ParticipantVisit,
  { reading, consultation, view }: Results,
): Promise<SheetSource[]> {
  const { reader, mode } = reading.eyes
  const more: SheetSource[] = []
  for (const other of await otherRounds(visit, reading)) {
    const { source } = await loadRound(visit, other, reading.snapshot)
    more.push({ consultation: source, view: disclose(source, reader, mode) })
  }
  return [{ consultation, view }, ...more]
}

/**
 * The results that the address asks for. `?reader=shared` shows the team what everybody else would see.
 * @param asked other eyes than the address has: of the team only
 * @throws 404 when there is no such round, or nothing of it for this reader
 */
export async function requireResults(visit: ParticipantVisit, asked?: Eyes): Promise<Results> {
  const reading = await requireReading(visit)
  const { round } = reading
  const kept = await loadRound(visit, round, reading.snapshot)
  const consultation = kept.source
  const { reader, mode } = (visit.isTeam && asked) || reading.eyes
  const view = kept.once(`${reader} ${mode}`, () => disclose(consultation, reader, mode))
  const once = <V>(name: string, compute: () => V) => kept.once(`${reader} ${mode} ${name}`, compute)
  const notes = await listNotes(visit.db, round.id)
  const partners = () => once('partners', () => partnersOf(view))
  const options = once('filters', () => filterOptions(view, partners()))
  const filter = readFilter(options, (name) => visit.url.searchParams.get(name))
  return {
    reading,
    round,
    consultation,
    view,
    notes,
    mode,
    search: (more = {}) => searchOf(visit, reading, more),
    filter,
    filterOptions: options,
    areas: areasPassing(view, filter),
    measuresKept: measuresPassing(view, filter),
    gaps: () => once('gaps', () => gapsOf(view)),
    modalities: () => once('modalities', () => modalityMix(view)),
    partners,
    completeness: () => once('completeness', () => completenessOf(view)),
    needs: () => once('needs', () => rankNeeds(view)),
    heat: (measure) => once(`heat ${measure}`, () => heatMap(view, measure)),
    measures: () => once('measures', () => readinessOf(view)),
    steps: () => once('steps', () => consensusOf(view)),
    // a name that is no question is not remembered: an address cannot fill the memory
    question: (ref) =>
      fieldsAt(view.codebook, ref).length > 0 ? once(`question ${ref}`, () => distributionOf(view, ref)) : undefined,
  }
}

/** What an address may ask of every dashboard. */
export const FILTERS = ['scope', 'modality', 'partner', 'roadmap_measure', 'area'] as const

function searchOf(
  { url, isTeam }: ParticipantVisit,
  { snapshot, eyes }: Reading,
  more: Readonly<Record<string, string>>,
): string {
  const filters = FILTERS.flatMap((name) => {
    const value = url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  const search = new URLSearchParams({
    ...(snapshot && { snapshot: String(snapshot.number) }),
    ...(isTeam && eyes.reader === 'shared' && eyes),
    ...Object.fromEntries(filters),
    ...more,
  }).toString()
  return search ? `?${search}` : ''
}

/** The facts above every page of results, for the sections that the page is about. */
export function factsOf(results: Results, visit: ParticipantVisit, section: string): PageFacts {
  const { round, consultation, view, mode, reading } = results
  const shown = view.shown.get(section)
  const voices = view.voices.get(section)?.length ?? 0
  const times = consultation.replies.map((reply) => reply.submittedAt).sort()
  return {
    base: `/results/${round.slug}`,
    round: round.slug,
    title: round.title,
    questionnaire: round.version.title,
    version: round.version.version,
    snapshot: stampOf(reading),
    latest: times.at(-1) ?? null,
    timeZone: round.meeting.timeZone,
    replied: baseOf(view, section, voices),
    invited: view.roster.length,
    reader: view.reader,
    mode,
    shown: shown ?? { kind: 'names_and_totals', named: 0, totalsOnly: 0, of: view.roster.length },
    isTeam: visit.isTeam,
    search: results.search(),
    path: visit.url.pathname,
    notes: notesOn(results, results.notes, visit.url.pathname, visit.language),
  }
}

/** What is printed of a snapshot wherever its figures are. */
export function stampOf({ snapshot }: Reading): SnapshotStamp | null {
  if (!snapshot) return null
  const { number, title, takenAt, releasedAt } = snapshot
  return { number, title, takenAt, isReleased: releasedAt !== null }
}

/** What the frame shows around a page of results. */
export function frameOf({ round, view, search }: Results, visit: ParticipantVisit, title: string) {
  const { language, t } = visit
  const { languages } = view.codebook.questionnaire
  const read = (text: Round['title']) => inLanguage(text, language, languages[0] ?? language).words
  const pages = [...pagesOf({ view }), 'completeness', 'questions', 'trends', 'notes']
  const href = (page: string) => `/results/${round.slug}/${page}${search()}`
  const nav: NavItem[] = pages.map((page) => ({ href: href(page), words: t(`results:nav.${page}`) }))
  return { title, place: { title: read(round.title), under: read(round.meeting.title) }, nav }
}

/** What a file about these results says of itself. */
export function aboutOf({ round, consultation, view, mode }: Results, what: string) {
  const { codebook, snapshot, reader } = view
  const profile = reader === 'team' ? ('team' as const) : ('shareable' as const)
  const about = { what, round: round.slug, codebook, snapshot, profile }
  return { ...about, mode: reader === 'team' ? null : mode, replies: consultation.replies.length }
}

/** What the cells of the heat map show; the priority unless the address asks for something else. */
export function measureOf(url: URL): HeatMeasure {
  return HEAT_MEASURES.find((one) => one === url.searchParams.get('measure')) ?? 'priority'
}
