// How far the delegations agree on the steps, and what they reserve.
import { useLoaderData } from '@remix-run/react'
import type { Consensus } from '#surveys/analysis/consensus.ts'
import { asParticipant, notFound } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { Figure, Source, Twin, useFinding, Wide } from '../../components/charts/figure.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { useSource } from '../../components/charts/sources.ts'
import { Steps, StepsKey } from '../../components/charts/steps.tsx'
import { Reservations, StepsTwin } from '../../components/charts/steps-twin.tsx'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf, requireResults } from './source.server.ts'
import { numbersAt } from './sources.server.ts'

export const handle = { enhance: ['picture'] }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const consensus = results.steps()
  if (!consensus) throw notFound()
  return {
    ...frameOf(results, visit, visit.t('results:steps.title')),
    facts: factsOf(results, visit, consensus.section),
    consensus,
    numbers: numbersAt(results.view, [consensus.part.rating, consensus.part.reservation]),
  }
})

export default function StepsPage() {
  const { title, facts, consensus, numbers } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const heading = useFinding()(consensus.finding)
  const source = useSource(numbers, facts.version)
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('results:steps.lead')}</p>
      </div>
      <Facts facts={facts} />
      <Figure
        id="agreement"
        heading={heading}
        explained={useExplanation(consensus)}
        legend={<StepsKey consensus={consensus} />}
        source={
          <Source csv={`${facts.base}/steps.csv${facts.search}`} source={source} facts={facts} chart="steps">
            {t('results:base_of', { n: consensus.base.n, all: consensus.base.of })} ·{' '}
            {t('results:absence_counts_nowhere')}
          </Source>
        }
      >
        <Wide name={t('results:steps.region')}>
          <Steps
            consensus={consensus}
            caption={heading}
            link={(step) => questionHref(facts, consensus.part.rating, step)}
          />
        </Wide>
        <Twin name={t('results:steps.region_twin')}>
          <StepsTwin consensus={consensus} caption={heading} />
        </Twin>
      </Figure>
      <section className="stack" aria-labelledby="reservations">
        <h2 id="reservations">{t('results:steps.reservations_title')}</h2>
        <Reservations consensus={consensus} />
      </section>
    </div>
  )
}

/** How the labels are given, with the thresholds of the questionnaire. */
function useExplanation({ part }: Consensus): string {
  const { t, number } = useWords()
  return t('results:steps.explained', {
    share: number(Math.round(100 * (part.agree_share ?? 1))),
    from: part.agree_from ?? 0,
    iqr: number(part.iqr_max),
    against: part.disagree_to ?? 0,
    minority: part.minority_max ?? 0,
    count: part.minimum_answers,
  })
}
