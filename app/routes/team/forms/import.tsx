// An XLSForm from elsewhere: what it would be here, and everything that has no equivalent. Nothing is kept of what is sent.
import { data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { compile } from '#surveys/definition/codebook.ts'
import type { Text } from '#surveys/definition/model.ts'
import { placesOf } from '#surveys/definition/rules/places.ts'
import type { ImportedForm } from '#surveys/xlsform/settle.ts'
import { asTeam } from '../../../access.server.ts'
import { ImportForm, ImportReport } from '../../../components/team/forms/import.tsx'
import { Crumbs, Head, Problems } from '../../../components/team/frame.tsx'
import { useWords } from '../../../components/words.tsx'
import { beginDraft, readForm } from './import.server.ts'
import { groupedLines } from './version.server.ts'

const ROLES = ['manager', 'officer'] as const

export const loader = asTeam({ roles: ROLES }, ({ t }) => ({ title: t('forms:import.title') }))

export const action = asTeam({ roles: ROLES }, async (visit) => {
  if (visit.form.get('act') === 'begin') {
    const id = await beginDraft(visit)
    if (id !== undefined) return redirect(`/team/questionnaires/drafts/${id}`, 303)
  }
  const form = await readForm(visit.db, visit.form.get('form'))
  if (typeof form === 'string') {
    return data({ problems: [{ field: 'form', code: form }], values: {}, report: null }, 400)
  }
  return data({ problems: [], values: {}, report: await reportOf(form) })
})

export type Report = {
  readonly title: Text
  readonly version: string
  readonly languages: readonly string[]
  /** null where it cannot be used before something is put right */
  readonly counts: {
    readonly sections: number
    readonly questions: number
    readonly variables: number
    readonly minutes: number
  } | null
  readonly refusals: readonly string[]
  readonly groups: ReturnType<typeof groupedLines>
  /** what becomes of it as a draft, as JSON; null where it cannot be one yet */
  readonly document: string | null
  readonly yaml: { readonly name: string; readonly content: string }
}

async function reportOf({ file, questionnaire, refusals, lines }: ImportedForm): Promise<Report> {
  const { stringify } = await import('yaml')
  const content = stringify(file, { lineWidth: 120 })
  return {
    title: file.title as Text,
    version: String(file.version),
    languages: file.languages as string[],
    counts: questionnaire
      ? {
          sections: questionnaire.sections.length,
          questions: placesOf(questionnaire).all.length,
          variables: compile(questionnaire).variables.length,
          minutes: questionnaire.minutes,
        }
      : null,
    refusals,
    document: questionnaire ? JSON.stringify(file) : null,
    groups: groupedLines(lines),
    yaml: { name: `${file.questionnaire}-${file.version}.yaml`, content: Buffer.from(content).toString('base64') },
  }
}

export default function Import() {
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Crumbs
        steps={[{ href: '/team/questionnaires', words: t('team:questionnaires.title') }]}
        here={t('forms:import.title')}
      />
      <Head title={t('forms:import.title')}>
        <p className="lead">{t('forms:import.lead')}</p>
      </Head>
      {sent?.report && <ImportReport report={sent.report} />}
      <ImportForm sent={sent} />
    </div>
  )
}
