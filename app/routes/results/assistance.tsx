// Which kinds of assistance are asked for, how wide, and on which topics.
import { useLoaderData } from '@remix-run/react'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { Figure, Source, useFinding } from '../../components/charts/figure.tsx'
import { Filters } from '../../components/charts/filters.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { Mix, Topics } from '../../components/charts/mix.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { useWords } from '../../components/words.tsx'
import { areaFilters, passing } from './filters.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const mix = results.modalities()
  if (!mix) throw notFound()
  const { part } = mix
  // areas stand in the order of the ranking, as on the page before
  const order = results.needs()?.rows.map((row) => row.area.key) ?? []
  const rows = [...mix.rows].sort((a, b) => order.indexOf(a.area.key) - order.indexOf(b.area.key))
  return {
    ...frameOf(results, visit, visit.t('dashboards:mix.title')),
    facts: factsOf(results, visit, mix.section),
    mix: { ...mix, rows: [] },
    rows: passing(rows, results.areas, (row) => row.area.key),
    filters: areaFilters(results, visit.url, rows.length),
    numbers: numbersAt(results.view, [part.first, part.second, part.scale, part.topics]),
  }
})

export default function AssistancePage() {
  const { title, facts, mix, rows, filters, numbers } = useLoaderData<typeof loader>()
  const { t, number } = useWords()
  const heading = useFinding()(mix.finding)
  const source = useSource(numbers, facts.version)
  const { first, second } = mix.part.weights
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('dashboards:mix.lead')}</p>
      </div>
      <Facts facts={facts} />
      <Figure
        id="assistance"
        heading={heading}
        explained={t('dashboards:mix.explained', { first: number(first), second: number(second) })}
        source={
          <Source csv={`${facts.base}/assistance.csv${facts.search}`} source={source} facts={facts} chart="assistance">
            {t('results:base_of', { n: mix.base.n, all: mix.base.of })}
          </Source>
        }
      >
        <Filters filters={filters} path={facts.path} />
        <div className="stack">
          <Mix mix={mix} rows={rows} caption={heading} link={(area) => questionHref(facts, mix.part.first, area)} />
          <Topics mix={mix} link={(ref) => questionHref(facts, ref)} />
        </div>
      </Figure>
    </div>
  )
}
