// The measures of the Roadmap: its text in its own order, what the delegations report beside it.
import { useLoaderData } from '@remix-run/react'
import type { Readiness } from '#surveys/analysis/readiness.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { Figure, Source, Twin, useFinding } from '../../components/charts/figure.tsx'
import { Filters } from '../../components/charts/filters.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { Measures, MeasuresKey } from '../../components/charts/measures.tsx'
import { MeasuresTwin } from '../../components/charts/measures-twin.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { saying } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { measureFilters, passing } from './filters.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const readiness = results.measures()
  if (!readiness) throw notFound()
  const { part } = readiness
  return {
    ...frameOf(results, visit, visit.t('results:measures.title')),
    facts: factsOf(results, visit, readiness.section),
    readiness: { ...readiness, rows: passing(readiness.rows, results.measuresKept, (row) => row.measure.key) },
    order: readiness.rows.map((row) => row.measure.key),
    filters: measureFilters(results, visit.url, readiness.rows.length),
    numbers: numbersAt(results.view, [part.status, part.date, part.evidence, part.evidence_note, part.assistance]),
  }
})

export default function MeasuresPage() {
  const { title, facts, readiness, order, filters, numbers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const say = useFinding()
  const heading = say(readiness.finding)
  const source = useSource(numbers, facts.version)
  return (
    <div className="page">
      <div className="head">
        <p className="over">{title}</p>
        <h1>{say(readiness.headline)}</h1>
        <p className="lead">{t('results:measures.lead')}</p>
      </div>
      <Facts facts={facts} />
      <Figure
        id="states"
        heading={heading}
        explained={useExplanation(readiness)}
        legend={<MeasuresKey readiness={readiness} />}
        source={
          <Source csv={`${facts.base}/measures.csv${facts.search}`} source={source} facts={facts} chart="measures">
            {t('results:base_of', { n: readiness.base.n, all: readiness.base.of })} ·{' '}
            {t('results:absence_counts_nowhere')}
          </Source>
        }
      >
        <Filters filters={filters} path={facts.path} />
        <Measures
          readiness={readiness}
          order={order}
          link={(measure) => questionHref(facts, readiness.part.status, measure)}
        />
        <Twin name={t('results:measures.region')}>
          <MeasuresTwin readiness={readiness} caption={heading} />
        </Twin>
      </Figure>
    </div>
  )
}

/** How readiness is computed, with the weights of the questionnaire. */
function useExplanation({ part, rows }: Readiness): string {
  const { t, language, number, list } = useWords()
  const states = rows[0]?.states ?? []
  const weights = states.flatMap(({ option }) => {
    const weight = part.weights[option.key]
    return weight === undefined ? [] : [`${saying(option.label, language).words} ${number(weight)}`]
  })
  return t('results:measures.explained', {
    weights: list(weights),
    without: number(part.implemented_without_evidence),
  })
}
