// One question: what the answers say, how they are spread, who gave no answer, and who said what as far as it may be shown.
import { useLoaderData } from '@remix-run/react'
import { asParticipant, notFound } from '../../access.server.ts'
import { ChartLater } from '../../components/charts/chart-later.tsx'
import { Facts } from '../../components/charts/facts.tsx'
import { Figure, Source, useFinding } from '../../components/charts/figure.tsx'
import { GroupTable } from '../../components/charts/group-table.tsx'
import { cellHref, questionHref } from '../../components/charts/links.ts'
import { QuestionTable } from '../../components/charts/question-table.tsx'
import type { QuestionView } from '../../components/charts/question-view.ts'
import { SaidList } from '../../components/charts/said-list.tsx'
import { useSource } from '../../components/charts/sources.ts'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { noteShown } from '../team/reading-notes.server.ts'
import { questionView } from './question-view.server.ts'
import { factsOf, frameOf, requireResults } from './source.server.ts'

export const handle = { hydrate: true }

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const found = results.question(visit.params.question ?? '')
  if (!found) throw notFound()
  const question = questionView(results, found, visit)
  if (results.view.reader === 'team')
    await noteShown(visit, { round: results.round, replies: results.consultation.replies })
  return {
    ...frameOf(results, visit, visit.t('results:question.title', { number: question.number })),
    facts: factsOf(results, visit, found.field.section),
    question,
  }
})

export default function QuestionPage() {
  const { facts, question } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <p className="over">
          {question.number} · <Said text={question.section} />
        </p>
        <h1>
          {question.group && (
            <>
              <Said text={question.group} /> –{' '}
            </>
          )}
          <Said text={question.label} />
          {question.only && (
            <>
              {t('results:colon')}
              <Said text={question.only.label} />
            </>
          )}
        </h1>
        {question.only && (
          <p>
            <a href={questionHref(facts, question.ref)}>{t('results:question.all_items')}</a>
          </p>
        )}
        {question.help && (
          <details>
            <summary>{t('results:question.help')}</summary>
            <p className="prose">
              <Said text={question.help} />
            </p>
          </details>
        )}
        {question.isTeamOnly && <p className="notice plain">{t('results:question.team_only')}</p>}
      </div>
      <Facts facts={facts} />
      {question.isCounted && <Answers question={question} facts={facts} />}
      <section className="stack" aria-labelledby="said">
        <h2 id="said">{t('results:question.said')}</h2>
        <SaidList question={question} link={(country, field) => cellHref(facts, country, field)} />
      </section>
    </div>
  )
}

function Answers({ question, facts }: { question: QuestionView; facts: Parameters<typeof Facts>[0]['facts'] }) {
  const { t } = useWords()
  const heading = useFinding()(question.finding)
  const source = useSource([question.number], facts.version)
  const [only] = question.rows
  return (
    <Figure
      id="answers"
      heading={heading}
      explained={t(`results:question.explained_${question.type}`)}
      source={
        <Source csv={`${facts.base}/questions/${question.ref}.csv${facts.search}`} source={source}>
          {t('results:base_of', { n: question.base.n, all: question.base.of })} · {t('results:absence_counts_nowhere')}
        </Source>
      }
    >
      {only?.item ? (
        <GroupTable question={question} caption={heading} />
      ) : (
        only && <QuestionTable question={question} row={only} caption={heading} />
      )}
      <ChartLater question={question} />
    </Figure>
  )
}
