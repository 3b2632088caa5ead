// Gaps: capacity today and needed, what limits the work, and which obstacles are named most.
import { useLoaderData } from '@remix-run/react'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { Figure, Source, Twin, useFinding } from '../../components/charts/figure.tsx'
import { Filters } from '../../components/charts/filters.tsx'
import { Dumbbells, GapsKey, GapsTwin, Limits, Obstacles } from '../../components/charts/gaps.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { useSource } from '../../components/charts/sources.ts'
import { useWords } from '../../components/words.tsx'
import { areaFilters, passing } from './filters.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const gaps = results.gaps()
  if (!gaps) throw notFound()
  const { part } = gaps
  return {
    ...frameOf(results, visit, visit.t('dashboards:gaps.title')),
    facts: factsOf(results, visit, gaps.section),
    gaps,
    rows: passing(gaps.rows, results.areas, (row) => row.area.key),
    filters: areaFilters(results, visit.url, gaps.rows.length),
    numbers: numbersAt(results.view, [part.current, part.needed]),
    more: numbersAt(results.view, [...(part.limits ?? []), ...(part.obstacles ?? [])]),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function GapsPage() {
  const data = useLoaderData<typeof loader>()
  const { title, facts, gaps } = data
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('dashboards:gaps.lead')}</p>
      </div>
      <Facts facts={facts} />
      {gaps.rows.length > 0 && <GapsFigure data={data} />}
      {gaps.limits.length + gaps.obstacles.length > 0 && <Hindrances data={data} />}
    </div>
  )
}

function GapsFigure({ data: { facts, gaps, rows, filters, numbers } }: { data: Data }) {
  const { t } = useWords()
  const heading = useFinding()(gaps.finding)
  const source = useSource(numbers, facts.version)
  return (
    <Figure
      id="gaps"
      heading={heading}
      explained={t('dashboards:gaps.explained')}
      legend={<GapsKey />}
      source={<GapsSource facts={facts} source={source} base={gaps.base} chart="gaps" />}
    >
      <Filters filters={filters} path={facts.path} />
      <Dumbbells gaps={gaps} rows={rows} link={(area) => questionHref(facts, gaps.part.current ?? '', area)} />
      <Twin name={t('dashboards:gaps.region')}>
        <GapsTwin rows={rows} caption={heading} />
      </Twin>
    </Figure>
  )
}

function Hindrances({ data: { facts, gaps, more } }: { data: Data }) {
  const { t } = useWords()
  const source = useSource(more, facts.version)
  const link = (ref: string) => questionHref(facts, ref)
  return (
    <Figure
      id="hindrances"
      heading={t('dashboards:gaps.hindrances')}
      explained={t('dashboards:gaps.hindrances_explained')}
      source={<GapsSource facts={facts} source={source} base={gaps.base} />}
    >
      <div className="stack">
        {gaps.limits.length > 0 && <Limits rows={gaps.limits} link={link} />}
        {gaps.obstacles.map((table) => (
          <Obstacles key={table.ref} table={table} link={link} />
        ))}
      </div>
    </Figure>
  )
}

type SourceProps = {
  readonly facts: PageFacts
  readonly source: string
  readonly base: { readonly n: number; readonly of: number }
  readonly chart?: string
}

function GapsSource({ facts, source, base, chart }: SourceProps) {
  const { t } = useWords()
  return (
    <Source csv={`${facts.base}/gaps.csv${facts.search}`} source={source} facts={facts} chart={chart}>
      {t('results:base_of', { n: base.n, all: base.of })} · {t('results:absence_counts_nowhere')}
    </Source>
  )
}
