// The texts of a published version in all languages side by side: typing errors are put right here, each time with a reason.
import { useActionData, useLoaderData } from '@remix-run/react'
import { codebookOf, findVersion } from '#db/questionnaires.ts'
import { listTextRevisions, reviseTexts } from '#db/text-revisions.ts'
import type { Text } from '#surveys/definition/model.ts'
import { type PlacedText, partOf, textsOf } from '#surveys/definition/revising.ts'
import { asTeam, audit, notFound, type TeamVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { Parts, Revisions, TextForm } from '../../components/team/text-form.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { readForm } from './reading.ts'

const ROLES = ['manager', 'officer', 'translator'] as const
const LONGEST = 4000

export const loader = asTeam({ roles: ROLES }, async (visit) => {
  const { version, questionnaire } = await requireVersion(visit)
  const texts = textsOf(questionnaire)
  const parts = [...new Set(texts.map(({ place }) => partOf(place)))]
  const wanted = visit.url.searchParams.get('part')
  const part = parts.find((one) => one === wanted) ?? parts.find((one) => one.startsWith('sections/')) ?? parts[0] ?? ''
  const revisions = await listTextRevisions(visit.db, version.id)
  return {
    title: visit.t('versions:texts.title'),
    slug: version.slug,
    version: version.version,
    about: questionnaire.title,
    languages: questionnaire.languages,
    parts: parts.map((key) => ({ key, title: titleOf(key, questionnaire.sections) })),
    part,
    texts: texts.filter(({ place }) => partOf(place) === part),
    base: revisions[0]?.revision ?? 0,
    revisions,
    done: doneWord(visit.url, ['texts_revised', 'texts_unchanged'] as const),
  }
})

export const action = asTeam({ roles: ROLES }, async (visit) => {
  const { version, questionnaire } = await requireVersion(visit)
  const form = readForm(visit.form)
  const part = form.raw('part')
  const here = textsOf(questionnaire).filter(({ place }) => partOf(place) === part)
  if (here.length === 0) form.refuse('part', 'part_missing')
  const words = new Map(here.map((placed) => [placed.place, wordsOf(form, placed, questionnaire.languages)]))
  const why = form.text('why', { max: 500, isLong: true })
  if (form.problems.length > 0) return again(form)
  const base = Number(form.raw('base')) || 0
  const revised = await reviseTexts(visit.db, { ...audit(visit), versionId: version.id, base, words, why })
  if (revised.state === 'outdated') {
    form.refuse('why', 'changed_meanwhile')
    return again(form)
  }
  const path = `/team/questionnaires/${version.slug}/${version.version}/texts`
  const word = revised.state === 'revised' ? 'texts_revised' : 'texts_unchanged'
  return done(path, `${word}&part=${encodeURIComponent(part)}`)
})

/** What was typed for one text; a field that was not sent says what stands there. */
function wordsOf(form: ReturnType<typeof readForm>, { place, text }: PlacedText, languages: readonly string[]): Text {
  return Object.fromEntries(
    languages.map((language) => {
      const name = `${place}.${language}`
      const isSent = form.values[name] !== undefined
      const words = isSent ? form.text(name, { max: LONGEST, isLong: true, isOptional: true }) : (text[language] ?? '')
      if (isSent && words === '') form.refuse(name, 'text_missing')
      return [language, words]
    }),
  )
}

/** @throws a Response 404 when nothing of the name is published */
async function requireVersion({ db, params }: TeamVisit) {
  const version = await findVersion(db, params.slug ?? '', params.version ?? '')
  if (!version) throw notFound()
  return { version, questionnaire: (await codebookOf(db, version.id)).questionnaire }
}

function titleOf(part: string, sections: readonly { readonly key: string; readonly title: Text }[]): Text | null {
  return sections.find(({ key }) => part === `sections/${key}`)?.title ?? null
}

export default function Texts() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs
        steps={[{ href: '/team/questionnaires', words: t('team:questionnaires.title') }]}
        here={t('versions:texts.title')}
      />
      <Head over={<Said text={page.about} />} title={t('versions:texts.finding', { version: page.version })}>
        <p className="lead">{t('versions:texts.lead')}</p>
      </Head>
      <Parts parts={page.parts} current={page.part} />
      <TextForm {...page} sent={sent} />
      <Revisions revisions={page.revisions} />
    </div>
  )
}
