// A round's results at a glance: who has replied, the findings as links, every question, the files.
import { useLoaderData } from '@remix-run/react'
import type { Finding } from '#surveys/analysis/model.ts'
import { asParticipant } from '../../access.server.ts'
import { Facts } from '../../components/charts/facts.tsx'
import { useFinding } from '../../components/charts/figure.tsx'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf, type Results, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { codebook, roster } = results.view
  const replied = new Set(results.consultation.replies.map((reply) => reply.country))
  return {
    ...frameOf(results, visit, visit.t('results:overview.title')),
    facts: factsOf(results, visit, codebook.questionnaire.sections[0]?.key ?? ''),
    findings: findingsOf(results),
    delegations: roster.map(({ code, label }) => ({
      code,
      label,
      hasReplied: replied.has(code),
      hasPage: isShownAnywhere(results, code),
    })),
  }
})

/** A page of its own exists for a delegation that some section shows by name. */
function isShownAnywhere({ view }: Results, code: string): boolean {
  return [...view.voices.values()].some((voices) => voices.some(({ country }) => country?.code === code))
}

/** One line per dashboard that the questionnaire feeds. */
function findingsOf(results: Results): { page: string; finding: Finding }[] {
  const [ranking, map] = [results.needs(), results.heat('priority')]
  const [readiness, consensus] = [results.measures(), results.steps()]
  const [gaps, mix, partners] = [results.gaps(), results.modalities(), results.partners()]
  return [
    ...(ranking ? [{ page: 'needs', finding: ranking.finding }] : []),
    ...(map ? [{ page: 'needs#heat-map', finding: map.finding }] : []),
    ...(gaps ? [{ page: 'gaps', finding: gaps.finding }] : []),
    ...(mix ? [{ page: 'assistance', finding: mix.finding }] : []),
    ...(partners ? [{ page: 'partners', finding: partners.finding }] : []),
    ...(readiness ? [{ page: 'measures', finding: readiness.headline }] : []),
    ...(consensus ? [{ page: 'steps', finding: consensus.finding }] : []),
    { page: 'completeness', finding: results.completeness().finding },
  ]
}

export default function Overview() {
  const { title, facts, findings, delegations } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const say = useFinding()
  const at = (page: string) => {
    const [path, fragment] = page.split('#')
    return `${facts.base}/${path}${facts.search}${fragment ? `#${fragment}` : ''}`
  }
  return (
    <div className="page">
      <div className="head">
        <p className="over">{title}</p>
        <h1>
          <Said text={facts.title} />
        </h1>
      </div>
      <Facts facts={facts} />
      <ul role="list" className="tasks">
        {findings.map(({ page, finding }) => (
          <li key={page}>
            <a href={at(page)}>{say(finding)}</a>
            <span className="meta">{t(`results:overview.${page.replace('#', '_').replace('-', '_')}`)}</span>
          </li>
        ))}
        <li>
          <a href={at('questions')}>{t('results:overview.questions')}</a>
          <span className="meta">{t('results:overview.questions_about')}</span>
        </li>
        <li>
          <a href={at('exports')}>{t('results:overview.exports')}</a>
          <span className="meta">{t('results:overview.exports_about')}</span>
        </li>
        <li>
          <a href={at('codebook')}>{t('results:overview.codebook')}</a>
          <span className="meta">{t('results:overview.codebook_about')}</span>
        </li>
      </ul>
      <section aria-labelledby="delegations">
        <h2 id="delegations">{t('results:overview.delegations')}</h2>
        <ul role="list" className="row">
          {delegations.map((one) => (
            <li key={one.code} className={one.hasReplied ? 'state done' : 'state none'}>
              <span>
                {one.hasPage ? (
                  <a href={at(`countries/${one.code}`)}>
                    <Said text={one.label} />
                  </a>
                ) : (
                  <Said text={one.label} />
                )}
                {t('results:colon')}
                {t(one.hasReplied ? 'results:overview.submitted' : 'results:overview.not_yet')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
