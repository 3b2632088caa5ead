// Which needs are shared, how intensely, how firmly: the ranking and the heat map.
import { useLoaderData } from '@remix-run/react'
import { HEAT_MEASURES, type HeatMap, type HeatMeasure } from '#surveys/analysis/heat-map.ts'
import type { NeedsRanking } from '#surveys/analysis/needs.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { Figure, Source, Twin, useFinding } from '../../components/charts/figure.tsx'
import { Heat, HeatKey } from '../../components/charts/heat.tsx'
import { NeedsTwin } from '../../components/charts/needs-twin.tsx'
import { Ranking, RankingKey } from '../../components/charts/ranking.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf, measureOf, requireResults, searchOf } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const loader = asTeam(async (visit) => {
  const results = await requireResults(visit)
  const ranking = results.needs()
  const map = results.heat(measureOf(visit.url))
  if (!ranking || !map) throw notFound()
  const { part } = ranking
  return {
    ...frameOf(results, visit, visit.t('results:needs.title')),
    facts: factsOf(results, visit, ranking.section),
    ranking,
    map,
    numbers: numbersAt(results.view, [
      part.priority,
      part.urgency,
      part.current,
      part.needed,
      part.coverage,
      part.ranking,
    ]),
    heatSearch: searchOf(visit.url, { measure: map.measure }),
  }
})

export default function Needs() {
  const { title, facts, ranking, map, numbers, heatSearch } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('results:needs.lead', { areas: ranking.rows.length })}</p>
      </div>
      <Facts facts={facts} isProvisional={ranking.isProvisional} />
      <RankingFigure ranking={ranking} facts={facts} numbers={numbers} />
      <HeatFigure map={map} facts={facts} numbers={numbers.slice(0, 1)} search={heatSearch} />
    </div>
  )
}

type Part = { readonly facts: PageFacts; readonly numbers: readonly string[] }

function RankingFigure({ ranking, facts, numbers }: Part & { ranking: NeedsRanking }) {
  const { t, number } = useWords()
  const heading = useFinding()(ranking.finding)
  const { weights, shared_from } = ranking.part
  const percent = (weight: number) => number(Math.round(100 * weight))
  const explained = t('results:needs.explained', {
    from: shared_from,
    priority: percent(weights.priority),
    urgency: percent(weights.urgency),
    gap: percent(weights.gap),
  })
  const source = useSource(numbers, facts.version)
  return (
    <Figure
      id="ranking"
      heading={heading}
      explained={explained}
      legend={<RankingKey />}
      source={
        <Source csv={`${facts.base}/needs.csv${facts.search}`} source={source}>
          {t('results:base_of', { n: ranking.base.n, all: ranking.base.of })}
          {ranking.rho !== undefined && ` · ${t('results:needs.rho', { rho: number(ranking.rho, 2) })}`}
        </Source>
      }
    >
      <Ranking ranking={ranking} />
      <Twin name={t('results:needs.region')}>
        <NeedsTwin ranking={ranking} caption={heading} />
      </Twin>
    </Figure>
  )
}

function HeatFigure({ map, facts, numbers, search }: Part & { map: HeatMap; search: string }) {
  const { t } = useWords()
  const heading = useFinding()(map.finding)
  const source = useSource(numbers, facts.version)
  return (
    <Figure
      id="heat-map"
      heading={heading}
      explained={t(`results:heat.explained_${map.measure}`)}
      legend={<HeatKey map={map} />}
      source={
        <Source csv={`${facts.base}/heat-map.csv${search}`} source={source}>
          {t('results:base_of', { n: map.ranking.base.n, all: map.ranking.base.of })}
        </Source>
      }
    >
      <MeasureSwitch measure={map.measure} facts={facts} />
      <Heat map={map} caption={heading} />
      {map.unnamed > 0 && <p className="meta">{t('results:heat.unnamed', { count: map.unnamed })}</p>}
    </Figure>
  )
}

/** What the cells show: the priority as answered, the score, or the gap. */
function MeasureSwitch({ measure, facts }: { measure: HeatMeasure; facts: PageFacts }) {
  const { t } = useWords()
  const join = facts.search ? `${facts.search}&` : '?'
  return (
    <p className="meta row">
      <span>{t('results:heat.show')}</span>
      {HEAT_MEASURES.map((one) =>
        one === measure ? (
          <b key={one}>{t(`results:heat.measure_${one}`)}</b>
        ) : (
          <a key={one} href={`${facts.path}${join}measure=${one}#heat-map`}>
            {t(`results:heat.measure_${one}`)}
          </a>
        ),
      )}
    </p>
  )
}
