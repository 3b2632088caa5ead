// The empty questionnaire, to be printed in any of the languages.
import { useLoaderData } from '@remix-run/react'
import { asTeam } from '../../../access.server.ts'
import { BlankQuestionnaire } from '../../../components/documents/blank.tsx'
import { Crumbs } from '../../../components/team/frame.tsx'
import { useWords } from '../../../components/words.tsx'
import { requireBlank } from './blank.server.ts'

export const loader = asTeam(async (visit) => ({
  title: visit.t('forms:blank.title'),
  version: visit.params.version ?? '',
  ...(await requireBlank(visit)),
}))

export default function Blank() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const steps = [
    { href: '/team/questionnaires', words: t('team:questionnaires.title') },
    { href: page.here.replace(/\/blank$/, ''), words: t('forms:version.title', { version: page.version }) },
  ]
  return <BlankQuestionnaire page={page} crumbs={<Crumbs steps={steps} here={t('forms:blank.title')} />} />
}
