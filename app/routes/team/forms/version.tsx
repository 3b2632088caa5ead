// A published version: what it costs those who answer, and the forms in which it leaves the house.
import { useLoaderData } from '@remix-run/react'
import { burdenOf } from '#surveys/definition/burden.ts'
import { exportXlsform } from '#surveys/xlsform/export.ts'
import { asTeam } from '../../../access.server.ts'
import { Said } from '../../../components/questions/said.tsx'
import { BurdenTable } from '../../../components/team/forms/burden.tsx'
import { LineGroups } from '../../../components/team/forms/lines.tsx'
import { Crumbs, Head } from '../../../components/team/frame.tsx'
import { useWords } from '../../../components/words.tsx'
import { groupedLines, requireVersion } from './version.server.ts'

export const loader = asTeam(async (visit) => {
  const { version, questionnaire } = await requireVersion(visit)
  const titles = new Map(questionnaire.sections.map(({ key, title }) => [key, title]))
  return {
    title: visit.t('forms:version.title', { version: version.version }),
    about: questionnaire.title,
    slug: version.slug,
    version: version.version,
    minutes: questionnaire.minutes,
    burden: burdenOf(questionnaire).map((row) => ({ ...row, title: titles.get(row.section) ?? {} })),
    groups: groupedLines(exportXlsform(questionnaire).lines),
  }
})

export default function Version() {
  const { about, slug, version, minutes, burden, groups } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const base = `/team/questionnaires/${slug}/${version}`
  return (
    <div className="page">
      <Crumbs
        steps={[{ href: '/team/questionnaires', words: t('team:questionnaires.title') }]}
        here={t('forms:version.title', { version })}
      />
      <Head over={t('forms:version.title', { version })} title={<Said text={about} />}>
        <p className="lead">{t('forms:version.lead')}</p>
        <p>
          <a href={`${base}/texts`}>{t('versions:texts.link')}</a>
        </p>
      </Head>
      <BurdenTable rows={burden} minutes={minutes} />
      <section className="stack" aria-labelledby="xlsform">
        <h2 id="xlsform">{t('forms:xlsform.title')}</h2>
        <p>{t('forms:xlsform.about')}</p>
        <p>
          <a href={`${base}/form.xlsx`} className="button second" download>
            {t('forms:xlsform.download')}
          </a>
        </p>
        <h3>{t('forms:xlsform.unknown')}</h3>
        <p>{t('forms:xlsform.unknown_about')}</p>
        <LineGroups groups={groups} />
      </section>
    </div>
  )
}
