// Where a phone, a tablet or a screen types the code of the session to follow it.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findStageByCode } from '#db/stages.ts'
import { open } from '../../access.server.ts'
import { TextField } from '../../components/team/fields.tsx'
import { Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again } from '../team/answers.ts'
import { readForm } from '../team/reading.ts'

export const loader = open(({ t }) => ({ title: t('session:door.title') }))

export const action = open(async ({ db, form: sent, language }) => {
  const form = readForm(sent)
  const code = form.text('code', { max: 20 }).replaceAll(/\s/g, '')
  const stage = code ? await findStageByCode(db, code) : undefined
  if (code && !stage) form.refuse('code', 'no_such_code')
  if (!stage) return again(form)
  return redirect(`/hall/${stage.code}?language=${language}`, 303)
})

export default function HallDoor() {
  const { title } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Head title={title}>
        <p className="lead">{t('session:door.lead')}</p>
      </Head>
      <form method="post" className="stack airy" noValidate>
        <TextField sent={sent} name="code" label={t('session:door.code')} size="mid" lang="en" />
        <button type="submit" className="button">
          {t('session:door.follow')}
        </button>
      </form>
    </div>
  )
}
