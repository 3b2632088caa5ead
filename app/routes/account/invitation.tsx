// An invitation: the link only names it. The address, the letter's code and a new passphrase together use it up; opening
// the page, or sending it without them, changes nothing, whoever or whatever does it.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { open, type Visit } from '../../access.server.ts'
import type { Acceptance } from '../../auth/accepting.ts'
import {
  EmailField,
  MailCodeField,
  NewPasswordField,
  type Problem,
  Problems,
} from '../../components/account/fields.tsx'
import { useWords } from '../../components/words.tsx'
import { again, emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'

export const loader = open(({ t, params }) => ({
  title: t('account:invitation.title'),
  action: params.invitation ? `/invitation/${params.invitation}` : '/invitation',
}))

export const action = open(async (visit) => {
  const { form, params, house } = visit
  const brought = textOf(form, 'invite', 100)
  // From the door, with nothing but the code: the rest is asked here.
  if (form.has('invite'))
    return data({ problems: undefined as readonly Problem[] | undefined, email: '', code: brought })
  const email = textOf(form, 'email', 254)
  const code = textOf(form, 'code', 100)
  const typed = { id: params.invitation ?? null, email, code, password: textOf(form, 'password') }
  const empty = emptyIn(typed, ['email', 'code', 'password'])
  if (empty.length > 0) return again(empty, { email, code })
  return answerTo(visit, await house.auth.acceptInvitation(callerOf(visit), typed), { email, code })
})

function answerTo({ now }: Visit, answer: Acceptance, typed: { email: string; code: string }) {
  switch (answer.state) {
    case 'open':
      return redirect('/', { status: 303, headers: answer.headers })
    case 'joined':
      return redirect('/sign-in?joined', 303)
    default:
      return again(problemsOf(answer, now, { wrong: 'code', over: 'code', own_password: 'password' }), typed)
  }
}

export default function Invitation() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="columns even">
        <div className="door stack airy">
          <Problems problems={sent?.problems} />
          <h1>{t('account:invitation.title')}</h1>
          <p className="lead">{t('account:invitation.lead')}</p>
          <form className="stack" method="post" action={page.action} noValidate>
            <EmailField hint={t('account:email_hint')} value={sent?.email} problems={sent?.problems} />
            <MailCodeField value={sent?.code} problems={sent?.problems} />
            <NewPasswordField problems={sent?.problems} />
            <button type="submit" className="button">
              {t('account:invitation.accept')}
            </button>
          </form>
        </div>
        <div className="stack prose">
          <h2>{t('account:invitation.how')}</h2>
          <p>{t('account:invitation.passphrase')}</p>
          <p>{t('account:invitation.second')}</p>
          <p>{t('account:invitation.valid')}</p>
          <p>
            <a href="/privacy">{t('foot.privacy')}</a>
          </p>
        </div>
      </div>
    </div>
  )
}
