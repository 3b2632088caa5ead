// Which needs are shared, how intensely, how firmly: the ranking and the heat map.
import { useLoaderData } from '@remix-run/react'
import { HEAT_MEASURES, type HeatMap, type HeatMeasure } from '#surveys/analysis/heat-map.ts'
import type { NeedsRanking } from '#surveys/analysis/needs.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { Figure, Source, Twin, useFinding } from '../../components/charts/figure.tsx'
import { Filters } from '../../components/charts/filters.tsx'
import { Heat, HeatKey } from '../../components/charts/heat.tsx'
import { cellHref, questionHref } from '../../components/charts/links.ts'
import { NeedsTwin } from '../../components/charts/needs-twin.tsx'
import { Ranking, RankingKey } from '../../components/charts/ranking.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { useWords } from '../../components/words.tsx'
import { areaFilters, passing } from './filters.server.ts'
import { factsOf, frameOf, measureOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const ranking = results.needs()
  const map = results.heat(measureOf(visit.url))
  if (!ranking || !map) throw notFound()
  const { part } = ranking
  const keep = <R extends { readonly area: { readonly key: string } }>(rows: readonly R[]) =>
    passing(rows, results.areas, (row) => row.area.key)
  return {
    ...frameOf(results, visit, visit.t('results:needs.title')),
    facts: factsOf(results, visit, ranking.section),
    ranking: { ...ranking, rows: keep(ranking.rows) },
    map: { ...map, rows: keep(map.rows) },
    filters: areaFilters(results, visit.url, ranking.rows.length),
    numbers: numbersAt(results.view, [
      part.priority,
      part.urgency,
      part.current,
      part.needed,
      part.coverage,
      part.ranking,
    ]),
    heatSearch: results.search({ measure: map.measure }),
  }
})

export default function Needs() {
  const { title, facts, ranking, map, filters, numbers, heatSearch } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('results:needs.lead', { areas: filters.all })}</p>
      </div>
      <Facts facts={facts} isProvisional={ranking.isProvisional} />
      <Filters filters={filters} path={facts.path} />
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
        <Source csv={`${facts.base}/needs.csv${facts.search}`} source={source} facts={facts} chart="needs">
          {t('results:base_of', { n: ranking.base.n, all: ranking.base.of })}
          {ranking.concordance.words && (
            <>
              {' · '}
              {t(`dashboards:concordance.${ranking.concordance.words}`, { count: ranking.concordance.judges })}
            </>
          )}
        </Source>
      }
    >
      <Ranking ranking={ranking} link={(area) => questionHref(facts, ranking.part.priority, area)} />
      <Twin name={t('results:needs.region')}>
        <NeedsTwin ranking={ranking} caption={heading} />
        <Coefficients ranking={ranking} />
      </Twin>
      <p className="meta">{t('dashboards:thresholds', thresholds(ranking, number))}</p>
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
        <Source
          csv={`${facts.base}/heat-map.csv${search}`}
          source={source}
          facts={{ ...facts, search }}
          chart="heat-map"
        >
          {t('results:base_of', { n: map.ranking.base.n, all: map.ranking.base.of })}
        </Source>
      }
    >
      <MeasureSwitch measure={map.measure} facts={facts} />
      <Heat
        map={map}
        caption={heading}
        link={(country, area) => cellHref(facts, country, fieldOf(map.ranking.part.priority, area))}
      />
      {map.unnamed > 0 && <p className="meta">{t('results:heat.unnamed', { count: map.unnamed })}</p>}
    </Figure>
  )
}

/** `group.item.question` from `group.question`. */
const fieldOf = (ref: string, item: string) => ref.replace('.', `.${item}.`)

/** The thresholds of the questionnaire that the words of the chart rest on. */
function thresholds({ part }: NeedsRanking, number: (value: number) => string) {
  const percent = (share: number) => number(Math.round(100 * share))
  return {
    regional: percent(part.scope.regional_share),
    sub: number(part.scope.subregional_countries),
    provisional: percent(part.provisional_below),
    duplication: percent(part.duplication_from),
    points: part.ranking_points.map((points) => number(points)).join(', '),
    apart: number(part.ranking_discuss_from),
    support: Object.values(part.support_factors ?? {})
      .sort((a, b) => a - b)
      .map((share) => number(share))
      .join(', '),
  }
}

/** The decimals, for those who ask. */
function Coefficients({ ranking: { rho, concordance } }: { ranking: NeedsRanking }) {
  const { t, number } = useWords()
  const says = [
    ...(rho === undefined ? [] : [t('results:needs.rho', { rho: number(rho, 2) })]),
    ...(concordance.w === undefined
      ? []
      : [t('dashboards:concordance.w', { w: number(concordance.w, 2), count: concordance.judges })]),
  ]
  return says.length > 0 ? <p className="meta">{says.join(' · ')}</p> : null
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
