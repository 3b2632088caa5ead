// What has moved since an earlier round: the same delegations, comparable questions, and the reason of every break.
import { useLoaderData } from '@remix-run/react'
import type { Text } from '#surveys/definition/model.ts'
import { asParticipant } from '../../access.server.ts'
import { Facts, type PageFacts } from '../../components/charts/facts.tsx'
import { ChangedQuestions, TrendFigure } from '../../components/charts/trend.tsx'
import { Said, useSaying } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { factsOf, frameOf } from './source.server.ts'
import { requireTrends } from './trends.server.ts'

export const loader = asParticipant(async (visit) => {
  const { results, rounds, compared } = await requireTrends(visit)
  const section = compared?.trends.parts[0]?.section ?? results.view.codebook.questionnaire.sections[0]?.key ?? ''
  return {
    ...frameOf(results, visit, visit.t('versions:trends.title')),
    facts: factsOf(results, visit, section),
    rounds: rounds.map(({ slug, title, meeting }) => ({ slug, title, meeting: meeting.title })),
    earlier: compared && {
      slug: compared.earlier.slug,
      title: compared.earlier.title,
      version: compared.earlier.version.version,
    },
    trends: compared?.trends ?? null,
    csvSearch: results.search(compared ? { with: compared.earlier.slug } : {}),
  }
})

export default function TrendsPage() {
  const { title, facts, rounds, earlier, trends, csvSearch } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('versions:trends.lead')}</p>
      </div>
      <Facts facts={facts} />
      {!earlier && <p className="notice">{t('versions:trends.no_earlier')}</p>}
      {earlier && <Choose rounds={rounds} earlier={earlier} facts={facts} />}
      {trends?.parts.map((part) => (
        <TrendFigure
          key={`${part.part} ${part.section}`}
          part={part}
          csv={`${facts.base}/trends.csv${csvSearch}`}
          versions={{ was: earlier?.version ?? '', is: facts.version }}
        />
      ))}
      {trends && <ChangedQuestions changed={trends.changed} />}
    </div>
  )
}

type Round = { readonly slug: string; readonly title: Text; readonly meeting: Text }
type ChooseProps = {
  readonly rounds: readonly Round[]
  readonly earlier: Pick<Round, 'slug' | 'title'>
  readonly facts: PageFacts
}

/** A form that asks, so that a comparison has an address. */
function Choose({ rounds, earlier, facts }: ChooseProps) {
  const { t } = useWords()
  const saying = useSaying()
  return (
    <form method="get" className="row">
      {[...new URLSearchParams(facts.search)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="with">{t('versions:trends.with')}</label>
      <select id="with" name="with" defaultValue={earlier.slug}>
        {rounds.map(({ slug, title, meeting }) => (
          <option key={slug} value={slug}>
            {`${saying(title).words} · ${saying(meeting).words}`}
          </option>
        ))}
      </select>
      <button type="submit" className="button second small">
        {t('versions:compare.show')}
      </button>
      <span className="meta">
        {t('versions:trends.was')}: <Said text={earlier.title} />
      </span>
    </form>
  )
}
