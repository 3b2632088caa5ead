// Completeness: who has replied and how far the others are (for the team), and what delegations say they cannot answer.
import { useLoaderData } from '@remix-run/react'
import { listBoard } from '#db/board.ts'
import type { QuestionCompleteness } from '#surveys/analysis/completeness.ts'
import type { ReplyState } from '#surveys/answering/states.ts'
import { asParticipant, type ParticipantVisit } from '../../access.server.ts'
import { type Standing, Standings } from '../../components/charts/completeness.tsx'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { Figure, Source, useFinding, Wide } from '../../components/charts/figure.tsx'
import { questionHref } from '../../components/charts/links.ts'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf, type Results, requireResults } from './source.server.ts'

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const found = results.completeness()
  const { codebook } = results.view
  return {
    ...frameOf(results, visit, visit.t('dashboards:completeness.title')),
    facts: factsOf(results, visit, codebook.questionnaire.sections[0]?.key ?? ''),
    isProvisional: found.isProvisional,
    base: found.base,
    finding: found.finding,
    rows: found.unanswerable.map(({ field, ...row }) => ({ ...row, number: field.number, label: labelOf(field) })),
    standings:
      results.view.reader === 'team' && results.view.snapshot === null ? await standingsOf(visit, results) : null,
  }
})

const labelOf = (field: QuestionCompleteness['field']) => field.question.label

/** One line per invited delegation: only the team learns how far a draft is. */
async function standingsOf({ db }: ParticipantVisit, { round, view }: Results): Promise<Standing[]> {
  const lines = await listBoard(db, round.id)
  return lines.flatMap(({ country, state, progress, official }) => {
    const listed = view.roster.find(({ code }) => code === country)
    if (!listed) return []
    const { required, requiredAnswered } = progress
    return [{ ...listed, state: roughly(state), required, requiredAnswered, revision: official?.revision ?? null }]
  })
}

/** Being written, or sent: where the review stands is the board's matter. */
function roughly(state: ReplyState): Standing['state'] {
  if (state === 'returned' || state === 'ready') return 'draft'
  return state === 'accepted' ? 'submitted' : state
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function CompletenessPage() {
  const data = useLoaderData<typeof loader>()
  const { title, facts, isProvisional, finding, base, standings } = data
  const { t } = useWords()
  const heading = useFinding()(finding)
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('dashboards:completeness.lead')}</p>
      </div>
      <Facts facts={facts} isProvisional={isProvisional} />
      {standings && <Standings standings={standings} board={`/team/rounds/${facts.round}`} />}
      <Figure
        id="cannot"
        heading={heading}
        explained={t('dashboards:completeness.explained')}
        source={
          <Source csv={`${facts.base}/completeness.csv${facts.search}`}>
            {t('results:base_of', { n: base.n, all: base.of })}
          </Source>
        }
      >
        {data.rows.length > 0 && <Cannot rows={data.rows} facts={facts} caption={heading} />}
      </Figure>
    </div>
  )
}

function Cannot({ rows, facts, caption }: { rows: Data['rows']; facts: PageFacts; caption: string }) {
  const { t, number } = useWords()
  return (
    <Wide name={t('dashboards:completeness.region')}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dashboards:question')}</th>
            <th scope="col">{t('dashboards:completeness.cannot')}</th>
            {(['na', 'nap', 'pns'] as const).map((reason) => (
              <th key={reason} scope="col" className="n">
                {t(`results:absence.${reason}`)}
              </th>
            ))}
            <th scope="col" className="n">
              {t('results:answered')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref}>
              <th scope="row">
                {row.number}{' '}
                <a href={questionHref(facts, row.ref)}>
                  <Said text={row.label} />
                </a>
              </th>
              <td>{t('results:k_of_n', { k: row.cannot, n: row.cannot + row.base.n })}</td>
              <td className="n">{number(row.absences.na)}</td>
              <td className="n">{number(row.absences.nap)}</td>
              <td className="n">{number(row.absences.pns)}</td>
              <td className="n">{t('results:k_of_n', { k: row.base.n, n: row.base.of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
