// The questionnaires that are being written, and where a new one begins: a published version, the files, nothing.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createDraft, listDrafts } from '#db/drafts.ts'
import { codebookOf, listVersions } from '#db/questionnaires.ts'
import { blankDraft, draftOf } from '#surveys/authoring/beginnings.ts'
import { asTeam, audit, type TeamVisit } from '../../../access.server.ts'
import { BlankForm, CopyForm, DraftTable } from '../../../components/team/drafts/start.tsx'
import { Crumbs, Done, Head, Problems } from '../../../components/team/frame.tsx'
import { useWords } from '../../../components/words.tsx'
import { LANGUAGES } from '../../../languages.ts'
import { again, doneWord } from '../answers.ts'
import { surveyLibrary } from '../library.server.ts'
import { readForm } from '../reading.ts'

export const loader = asTeam({ roles: ['manager', 'officer', 'translator'] }, async ({ db, t, url, team }) => {
  const drafts = await listDrafts(db)
  const isTranslator = team.role === 'translator'
  const versions = isTranslator ? [] : await listVersions(db)
  return {
    title: t('drafts:list.title'),
    done: doneWord(url, ['draft_discarded'] as const),
    drafts: drafts.map(({ id, document, origin, state, createdAt, createdBy }) => {
      return { id, title: document.title, version: document.version, origin, state, createdAt, createdBy }
    }),
    versions: versions.map(({ id, version, title }) => ({ value: `version:${id}`, title, version })),
    isTranslator,
    files: (isTranslator ? [] : unpublished(versions)).map(([name, { title, version }]) => ({
      value: `file:${name}`,
      title,
      version,
    })),
  }
})

export const action = asTeam(async (visit) => {
  const form = readForm(visit.form)
  const act = form.choice('act', ['copy', 'blank'] as const)
  const begun = act === 'copy' ? await copyOf(visit, form) : act === 'blank' ? await blankOf(visit, form) : undefined
  if (!begun || form.problems.length > 0) return again(form)
  const id = await createDraft(visit.db, { ...audit(visit), ...begun })
  return redirect(`/team/questionnaires/drafts/${id}`, 303)
})

type Reading = ReturnType<typeof readForm>

async function copyOf({ db }: TeamVisit, form: Reading) {
  const versions = await listVersions(db)
  const files = unpublished(versions)
  const offered = [...versions.map(({ id }) => `version:${id}`), ...files.map(([name]) => `file:${name}`)]
  const chosen = form.choice('source', offered)
  const file = files.find(([name]) => chosen === `file:${name}`)?.[1]
  if (file) return { document: file, from: 'file' as const }
  const version = versions.find(({ id }) => chosen === `version:${id}`)
  if (!version) return undefined
  const { questionnaire } = await codebookOf(db, version.id)
  return { document: draftOf(questionnaire), from: 'version' as const, versionId: version.id }
}

async function blankOf({ db }: TeamVisit, form: Reading) {
  const slug = form.slug('slug')
  const title = form.words('title')
  const taken = (await listVersions(db)).some((version) => version.slug === slug)
  if (taken) form.refuse('slug', 'slug_taken')
  return { document: blankDraft(slug, title, LANGUAGES), from: 'blank' as const }
}

/** What the files hold and nobody has published. */
function unpublished(versions: readonly { readonly slug: string; readonly version: string }[]) {
  const known = new Set(versions.map(({ slug, version }) => `${slug}@${version}`))
  return [...surveyLibrary().questionnaires].filter(([name]) => !known.has(name))
}

export default function Drafts() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      {!page.isTranslator && (
        <Crumbs
          steps={[{ href: '/team/questionnaires', words: t('team:questionnaires.title') }]}
          here={t('drafts:list.title')}
        />
      )}
      <Head title={t('drafts:list.finding', { count: page.drafts.length })}>
        <p className="lead">{t('drafts:list.lead')}</p>
      </Head>
      <DraftTable drafts={page.drafts} isTranslator={page.isTranslator} />
      {!page.isTranslator && <CopyForm versions={page.versions} files={page.files} sent={sent} />}
      {!page.isTranslator && <BlankForm sent={sent} />}
    </div>
  )
}
