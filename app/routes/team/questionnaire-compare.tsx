// Two versions of a questionnaire side by side: what differs, what its author declares, and whom it concerns.
import { useLoaderData } from '@remix-run/react'
import { asTeam, notFound } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { ComparedPart, SameList } from '../../components/team/comparison.tsx'
import { Choose, Standing, Summary } from '../../components/team/comparison-head.tsx'
import { Crumbs, Head } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { comparisonOf } from './questionnaire-compare.server.ts'

export const loader = asTeam(async ({ db, params, url, t, team }) => {
  const wanted = { from: url.searchParams.get('from'), to: url.searchParams.get('to') }
  const compared = await comparisonOf(db, params.slug ?? '', wanted)
  if (!compared) throw notFound()
  return { title: t('versions:compare.title'), compared, isManager: team.role === 'manager' }
})

export default function Compare() {
  const { compared, isManager } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { from, to, counts, parts } = compared
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.same
  return (
    <div className="page">
      <Crumbs
        steps={[{ href: '/team/questionnaires', words: t('team:questionnaires.title') }]}
        here={t('versions:compare.title')}
      />
      <Head over={<Said text={compared.title} />} title={t('versions:compare.finding', { count, from, to })}>
        <p className="lead">{t('versions:compare.lead')}</p>
      </Head>
      <Choose compared={compared} />
      <Summary compared={compared} />
      <Standing compared={compared} isManager={isManager} />
      {parts.map((part) => (
        <ComparedPart key={part.section ?? '*'} part={part} from={from} to={to} />
      ))}
      {parts.length === 0 && <p className="meta">{t('versions:compare.nothing')}</p>}
      <SameList keys={compared.same} />
    </div>
  )
}
