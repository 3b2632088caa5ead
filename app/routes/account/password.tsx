// Changing one's own passphrase: the present one, and the new one twice; all other sessions end.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { signedIn } from '../../access.server.ts'
import { AccountPage, Invented } from '../../components/account/account-page.tsx'
import { Field, NewPasswordField } from '../../components/account/fields.tsx'
import { useWords } from '../../components/words.tsx'
import { doneWord } from '../team/answers.ts'
import { again, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'
import { isInvented, wrongPassword } from './confirming.server.ts'

export const loader = signedIn(async (visit) => ({
  title: visit.t('profile:password.title'),
  isInvented: await isInvented(visit),
  done: doneWord(visit.url, ['password']),
}))

export const action = signedIn(async (visit) => {
  const { form, house, now, signedIn } = visit
  const next = textOf(form, 'password')
  if (next !== textOf(form, 'again')) return again([{ field: 'again', code: 'differs' }], {})
  const typed = { signedIn, current: textOf(form, 'current'), next }
  const answer = await house.auth.changeOwnPassword(callerOf(visit), typed)
  switch (answer.state) {
    case 'done':
      return redirect('/account/password?done=password', { status: 303, headers: answer.headers })
    case 'refused':
      return again(problemsOf(answer, now), {})
    default:
      return again(wrongPassword(visit, answer, 'current'), {})
  }
})

export default function Password() {
  const page = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems
  const { t } = useWords()
  return (
    <AccountPage title={page.title} lead={t('profile:password.lead')} done={page.done} problems={problems}>
      {page.isInvented ? (
        <Invented />
      ) : (
        <form method="post" className="door stack" noValidate>
          <Field
            name="current"
            label={t('profile:password.current')}
            problems={problems}
            type="password"
            autoComplete="current-password"
          />
          <NewPasswordField problems={problems} />
          <Field
            name="again"
            label={t('profile:password.again')}
            problems={problems}
            type="password"
            autoComplete="new-password"
          />
          <button type="submit" className="button">
            {t('profile:password.change')}
          </button>
        </form>
      )}
    </AccountPage>
  )
}
