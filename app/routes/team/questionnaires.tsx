// Questionnaires: what is published, sealed by its hash, and what lies in the files and can be published.
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { Candidates, PublishedTable } from '../../components/team/questionnaire-tables.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { surveyLibrary } from './library.server.ts'
import { candidatesOf, publishedVersions } from './questionnaires.server.ts'
import { readForm } from './reading.ts'

export const loader = asTeam(async ({ db, t, url, team }) => {
  const published = await publishedVersions(db)
  const isManager = team.role === 'manager'
  const { candidates, fileProblems } = isManager
    ? candidatesOf(surveyLibrary(), published)
    : { candidates: [], fileProblems: [] }
  return {
    title: t('team:questionnaires.title'),
    versions: published.map(({ questionnaire: _, ...version }) => version),
    candidates,
    fileProblems,
    isManager,
    done: doneWord(url, ['published', 'unchanged'] as const),
  }
})

export const action = asTeam({ roles: ['manager'] }, async (visit) => {
  const form = readForm(visit.form)
  const { questionnaires } = surveyLibrary()
  const name = form.choice('questionnaire', [...questionnaires.keys()])
  const questionnaire = questionnaires.get(name)
  if (!questionnaire) return again(form)
  const published = await publishedVersions(visit.db)
  const candidate = candidatesOf(surveyLibrary(), published).candidates.find((one) => one.name === name)
  if (candidate && candidate.refusals.length > 0) form.refuse('questionnaire', 'cannot_publish')
  if (form.problems.length > 0) return again(form)
  const result = await publishQuestionnaire(visit.db, { ...audit(visit), questionnaire })
  if (result.state === 'published' || result.state === 'unchanged') return done('/team/questionnaires', result.state)
  form.refuse('questionnaire', 'cannot_publish')
  return again(form)
})

export default function Questionnaires() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Head over={t('place.team')} title={t('team:questionnaires.finding', { count: page.versions.length })}>
        <p className="lead">{t('team:questionnaires.lead')}</p>
        <p>
          <a href="/team/questionnaires/drafts">{t('drafts:list.link')}</a>
        </p>
        <p>
          <a href="/team/questionnaires/import">{t('forms:import.link')}</a>
        </p>
      </Head>
      <PublishedTable versions={page.versions} />
      {page.isManager && <Candidates candidates={page.candidates} fileProblems={page.fileProblems} />}
    </div>
  )
}
