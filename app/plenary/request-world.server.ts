// What a request to the facility is made from: the rounds of a meeting as a released snapshot holds them, and what was decided.
import type { Meeting } from '#db/meetings.ts'
import type { NeedDecision } from '#db/need-decisions.ts'
import { listRounds } from '#db/rounds.ts'
import type { View } from '#surveys/analysis/model.ts'
import { fieldsAt } from '#surveys/analysis/refs.ts'
import { figuresOf, justificationsOf, linkedMeasures, type RequestSheet } from '#surveys/debate/request-sheet.ts'
import type { Country, Option } from '#surveys/definition/model.ts'
import { saying } from '../components/questions/said.tsx'
import { type Asking, heldRound, type Showing } from './held.server.ts'

export type RequestWorld = {
  readonly meeting: Meeting
  readonly snapshot: Showing['snapshot']
  readonly roundId: string
  readonly slug: string
  readonly needs: View
  /** the view of the round that reports on measures, where the snapshot holds one */
  readonly reports: View | null
  readonly areas: readonly Option[]
  readonly modalities: readonly Option[]
  readonly partners: readonly Option[]
  readonly measures: readonly Option[]
  readonly countries: readonly Country[]
}

/** @returns undefined when no round of the snapshot asks for needs */
export async function requestWorldOf(asking: Asking, showing: Showing): Promise<RequestWorld | undefined> {
  let found: { view: View; roundId: string; slug: string } | undefined
  let reports: View | null = null
  for (const { id, slug } of await listRounds(asking.db, { meetingId: showing.meeting.id })) {
    const view = (await heldRound(asking, showing, slug))?.view
    const { needs, readiness } = view?.codebook.questionnaire.analysis ?? {}
    if (view && needs && !found) found = { view, roundId: id, slug }
    if (view && readiness && !reports) reports = view
  }
  if (!found) return undefined
  const { view, roundId, slug } = found
  const { needs, modality, partners } = view.codebook.questionnaire.analysis
  const [kind] = fieldsAt(view.codebook, modality?.first)
  const [partner] = fieldsAt(view.codebook, partners?.requested)
  const measured = reports ? fieldsAt(reports.codebook, reports.codebook.questionnaire.analysis.readiness?.status) : []
  return {
    meeting: showing.meeting,
    snapshot: showing.snapshot,
    roundId,
    slug,
    needs: view,
    reports,
    areas: fieldsAt(view.codebook, needs?.priority).flatMap(({ item }) => item ?? []),
    modalities: kind?.options ?? [],
    partners: partner?.options ?? [],
    measures: measured.flatMap(({ item }) => item ?? []),
    countries: showing.meeting.roster.countries,
  }
}

/** The sheet that a decision starts: what the delegations wrote, who asks, what the figures say. The team works on it. */
export function firstSheet(
  asking: Asking,
  world: RequestWorld,
  decisions: readonly NeedDecision[],
  area: Option,
): RequestSheet {
  const { t, language } = asking
  const decision = decisions.find((one) => one.area === area.key)
  const merged = decisions.filter(({ outcome, into }) => outcome === 'merged' && into === area.key)
  const areas = [area.key, ...merged.map((one) => one.area)]
  const figures = figuresOf(world.needs, area.key)
  const requesting = new Set([decision, ...merged].flatMap((one) => one?.countries ?? []))
  const name = (text: Option['label']) => saying(text, language).words
  const said = justificationsOf(world.needs, areas).filter(({ country }) => requesting.has(country.code))
  const active = figures.active.map(({ partner, count }) =>
    t('requests:first.active', { partner: name(partner.label), count }),
  )
  return {
    title: area.label,
    areas,
    countries: world.countries.map(({ code }) => code).filter((code) => requesting.has(code)),
    exceptional: '',
    lead: decision?.lead ?? null,
    scope: figures.scope,
    problem: said
      .map((one) => `${name(one.country.label)}${t('results:colon')}${one.words}`)
      .join('\n\n')
      .slice(0, 6000),
    modality: decision?.modality ?? null,
    format: '',
    target: '',
    place: '',
    period: '',
    partner:
      figures.asked.find(({ partner }) => world.partners.some(({ key }) => key === partner.key))?.partner.key ?? null,
    support: active.join('\n'),
    measures: world.reports ? linkedMeasures(world.reports, areas).map(({ key }) => key) : [],
    criteria: figures.scope === 'regional' || figures.scope === 'subregional' ? ['common_need'] : [],
    participants: null,
    days: null,
  }
}

/** Labels of everything that a sheet names by key, for its page and its document. */
export function namesIn(world: Pick<RequestWorld, 'areas' | 'modalities' | 'partners' | 'measures' | 'countries'>) {
  const among = (list: readonly Option[]) => (key: string) => list.find((one) => one.key === key)?.label ?? { en: key }
  return {
    area: among(world.areas),
    modality: among(world.modalities),
    partner: among(world.partners),
    measure: among(world.measures),
    country: (code: string) => world.countries.find((one) => one.code === code)?.label ?? { en: code },
  }
}
export type SheetNames = ReturnType<typeof namesIn>
