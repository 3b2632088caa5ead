// What every page and file of the results starts from: the round, and what this reader may see of it.
import { loadConsultation } from '#db/consultations.ts'
import { findRound, listRounds, type Round } from '#db/rounds.ts'
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
import { type Consultation, MODES, type Mode, type Reader, type View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { partnersOf } from '#surveys/analysis/partners.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import type { PageFacts } from '../../components/charts/facts.tsx'
import type { NavItem } from '../../components/navigation.tsx'
import { type Kept, keep } from './cache.server.ts'
import type { SheetSource } from './sheet.server.ts'

export type Results = {
  readonly round: Round
  /** before disclosure: for who has replied and when, never for answers */
  readonly consultation: Consultation
  readonly view: View
  readonly mode: Mode
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

type Loaded = { readonly consultation: Consultation; readonly kept: Kept<Consultation> }

/** A round's replies, loaded once per stamp and day. */
async function loadRound(visit: TeamVisit, round: Round): Promise<Loaded> {
  const today = dayIn(round.meeting.timeZone, visit.now)
  const key = [round.id, round.stamp, today].join(' ')
  const kept = await keep(visit.db, key, () => loadConsultation(visit.db, round.id, { today }))
  return { consultation: kept.source, kept }
}

/** The same eyes on every round of the meeting that asks, this one first: for pages about a country as a whole. */
export async function meetingSources(visit: TeamVisit, { round, consultation, view }: Results): Promise<SheetSource[]> {
  const others = (await listRounds(visit.db, { meetingId: round.meeting.id })).filter(
    (one) => one.id !== round.id && (one.state === 'open' || one.state === 'closed'),
  )
  const { reader, mode } = readerOf(visit.url)
  const more = await Promise.all(
    others.map(async (one) => {
      const loaded = await loadRound(visit, one)
      return { consultation: loaded.consultation, view: disclose(loaded.consultation, reader, mode) }
    }),
  )
  return [{ consultation, view }, ...more]
}

/**
 * The results of the round in the address, live. `?reader=shared` shows the team what everybody else would see.
 * @throws 404 when there is no such round, or none in the meeting of this member of the team
 */
export async function requireResults(visit: TeamVisit, eyes = readerOf(visit.url)): Promise<Results> {
  const round = await requireRound(visit)
  const { consultation, kept } = await loadRound(visit, round)
  const { reader, mode } = eyes
  const view = kept.once(`${reader} ${mode}`, () => disclose(consultation, reader, mode))
  const once = <V>(name: string, compute: () => V) => kept.once(`${reader} ${mode} ${name}`, compute)
  const options = once('filters', () => filterOptions(view))
  const filter = readFilter(options, (name) => visit.url.searchParams.get(name))
  return {
    round,
    consultation,
    view,
    mode,
    filter,
    filterOptions: options,
    areas: areasPassing(view, filter),
    measuresKept: measuresPassing(view, filter),
    gaps: () => once('gaps', () => gapsOf(view)),
    modalities: () => once('modalities', () => modalityMix(view)),
    partners: () => once('partners', () => partnersOf(view)),
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

/** @throws 404 */
export async function requireRound({ db, params, membership }: TeamVisit): Promise<Round> {
  const round = await findRound(db, params.round ?? '')
  const isTheirs = round && (!membership?.meetingId || membership.meetingId === round.meeting.id)
  if (!round || !isTheirs) throw notFound()
  return round
}

/** What the address asks for; anything unknown is the team's own view. */
export function readerOf(url: URL): { reader: Reader; mode: Mode } {
  const mode = MODES.find((one) => one === url.searchParams.get('mode')) ?? 'by_name'
  return { reader: url.searchParams.get('reader') === 'shared' ? 'shared' : 'team', mode }
}

/** What an address may ask of every dashboard. */
export const FILTERS = ['scope', 'modality', 'partner', 'roadmap_measure', 'area'] as const

/** The question mark of an address that keeps who reads and which rows, and adds something. */
export function searchOf(url: URL, more: Readonly<Record<string, string>> = {}): string {
  const { reader, mode } = readerOf(url)
  const kept: Record<string, string> = reader === 'team' ? {} : { reader, mode }
  const filters = FILTERS.flatMap((name) => {
    const value = url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  const search = new URLSearchParams({ ...kept, ...Object.fromEntries(filters), ...more }).toString()
  return search ? `?${search}` : ''
}

/** The facts above every page of results, for the sections that the page is about. */
export function factsOf({ round, consultation, view, mode }: Results, visit: TeamVisit, section: string): PageFacts {
  const shown = view.shown.get(section)
  const voices = view.voices.get(section)?.length ?? 0
  const times = consultation.replies.map((reply) => reply.submittedAt).sort()
  return {
    base: `/results/${round.slug}`,
    round: round.slug,
    title: round.title,
    questionnaire: round.version.title,
    version: round.version.version,
    latest: times.at(-1) ?? null,
    timeZone: round.meeting.timeZone,
    replied: baseOf(view, section, voices),
    invited: view.roster.length,
    reader: view.reader,
    mode,
    shown: shown ?? { kind: 'names_and_totals', named: 0, totalsOnly: 0, of: view.roster.length },
    search: searchOf(visit.url),
    path: visit.url.pathname,
  }
}

/** What the frame shows around a page of results. */
export function frameOf({ round, view }: Results, visit: TeamVisit, title: string) {
  const { language, t } = visit
  const { languages, analysis } = view.codebook.questionnaire
  const read = (text: Round['title']) => inLanguage(text, language, languages[0] ?? language).words
  const pages = [
    ...(analysis.needs ? ['needs'] : []),
    ...(analysis.gaps ? ['gaps'] : []),
    ...(analysis.modality && analysis.needs ? ['assistance'] : []),
    ...(analysis.partners ? ['partners'] : []),
    ...(analysis.readiness ? ['measures'] : []),
    ...(analysis.consensus?.agree_from === undefined ? [] : ['steps']),
    'completeness',
    'questions',
  ]
  const href = (page: string) => `/results/${round.slug}/${page}${searchOf(visit.url)}`
  const nav: NavItem[] = pages.map((page) => ({ href: href(page), words: t(`results:nav.${page}`) }))
  return { title, place: { title: read(round.title), under: read(round.meeting.title) }, nav }
}

/** ISO date of a moment in a zone: what "today" is where the meeting is. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
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
