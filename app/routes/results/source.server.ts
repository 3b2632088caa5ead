// What every page and file of the results starts from: the round, and what this reader may see of it.
import { loadConsultation } from '#db/consultations.ts'
import { findRound, type Round } from '#db/rounds.ts'
import { consensusOf } from '#surveys/analysis/consensus.ts'
import { baseOf, disclose } from '#surveys/analysis/disclosure.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import { HEAT_MEASURES, type HeatMeasure, heatMap } from '#surveys/analysis/heat-map.ts'
import { type Consultation, MODES, type Mode, type Reader, type View } from '#surveys/analysis/model.ts'
import { rankNeeds } from '#surveys/analysis/needs.ts'
import { readinessOf } from '#surveys/analysis/readiness.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import type { PageFacts } from '../../components/charts/facts.tsx'
import type { NavItem } from '../../components/navigation.tsx'
import { keep } from './cache.server.ts'

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
  readonly question: (ref: string) => ReturnType<typeof distributionOf>
}

/**
 * The results of the round in the address, live. `?reader=shared` shows the team what everybody else would see.
 * @throws 404 when there is no such round, or none in the meeting of this member of the team
 */
export async function requireResults(visit: TeamVisit, eyes = readerOf(visit.url)): Promise<Results> {
  const round = await requireRound(visit)
  const today = dayIn(round.meeting.timeZone, visit.now)
  const key = [round.id, round.stamp, today].join(' ')
  const kept = await keep(visit.db, key, () => loadConsultation(visit.db, round.id, { today }))
  const { reader, mode } = eyes
  const consultation = kept.source
  const view = kept.once(`${reader} ${mode}`, () => disclose(consultation, reader, mode))
  const once = <V>(name: string, compute: () => V) => kept.once(`${reader} ${mode} ${name}`, compute)
  return {
    round,
    consultation,
    view,
    mode,
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

/** The question mark of an address that keeps who reads, and adds something. */
export function searchOf(url: URL, more: Readonly<Record<string, string>> = {}): string {
  const { reader, mode } = readerOf(url)
  const kept: Record<string, string> = reader === 'team' ? {} : { reader, mode }
  const search = new URLSearchParams({ ...kept, ...more }).toString()
  return search ? `?${search}` : ''
}

/** The facts above every page of results, for the sections that the page is about. */
export function factsOf({ round, consultation, view, mode }: Results, visit: TeamVisit, section: string): PageFacts {
  const shown = view.shown.get(section)
  const voices = view.voices.get(section)?.length ?? 0
  const times = consultation.replies.map((reply) => reply.submittedAt).sort()
  return {
    base: `/results/${round.slug}`,
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
    ...(analysis.readiness ? ['measures'] : []),
    ...(analysis.consensus?.agree_from === undefined ? [] : ['steps']),
    'questions',
    'trends',
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
