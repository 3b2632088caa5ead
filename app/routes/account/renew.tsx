// The page a letter leads to: address, the letter's code and a new passphrase. Opening it, or sending it empty, changes nothing.
import { redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { EmailField, MailCodeField, NewPasswordField, Problems } from '../../components/account/fields.tsx'
import { useWords } from '../../components/words.tsx'
import { again, emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'

export const loader = open(({ t }) => ({ title: t('account:renew.title') }))

export const action = open(async (visit) => {
  const { form, params, house, now } = visit
  const email = textOf(form, 'email', 254)
  const code = textOf(form, 'code', 100)
  const typed = { id: params.reset ?? '', email, code, password: textOf(form, 'password') }
  const empty = emptyIn(typed, ['email', 'code', 'password'])
  if (empty.length > 0) return again(empty, { email, code })
  const answer = await house.auth.chooseNewPassword(callerOf(visit), typed)
  if (answer.state === 'done') return redirect('/sign-in?renewed', { status: 303, headers: answer.headers })
  return again(problemsOf(answer, now, { wrong: 'code', over: 'code' }), { email, code })
})

export default function Renew() {
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="door stack airy">
        <Problems problems={sent?.problems} />
        <h1>{t('account:renew.title')}</h1>
        <p className="lead">{t('account:renew.lead')}</p>
        <form className="stack" method="post" noValidate>
          <EmailField value={sent?.email} problems={sent?.problems} />
          <MailCodeField value={sent?.code} problems={sent?.problems} />
          <NewPasswordField problems={sent?.problems} />
          <button type="submit" className="button">
            {t('account:renew.keep')}
          </button>
        </form>
        <p>
          <a href="/sign-in/lost">{t('account:renew.again')}</a>
        </p>
      </div>
    </div>
  )
}
