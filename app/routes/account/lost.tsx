// A forgotten passphrase: whoever asks gets the same answer; whoever owns the address gets a letter.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { EmailField, Problems } from '../../components/account/fields.tsx'
import { useWords } from '../../components/words.tsx'
import { again, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'

export const loader = open(({ t, url }) => ({ title: t('account:lost.title'), isAsked: url.searchParams.has('asked') }))

export const action = open(async (visit) => {
  const email = textOf(visit.form, 'email', 254)
  if (!email.includes('@')) return again([{ field: 'email', code: 'no_address' }], { email })
  const answer = await visit.house.auth.askNewPassword(callerOf(visit), email)
  if (answer.state === 'limited') return again(problemsOf(answer, visit.now), { email })
  return redirect('/sign-in/lost?asked', 303)
})

export default function Lost() {
  const { isAsked } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="door stack airy">
        <Problems problems={sent?.problems} />
        <h1>{t(isAsked ? 'account:lost.asked' : 'account:lost.title')}</h1>
        <p className="lead">{t(isAsked ? 'account:lost.asked_lead' : 'account:lost.lead')}</p>
        {!isAsked && (
          <form className="stack" method="post" action="/sign-in/lost" noValidate>
            <EmailField value={sent?.email} problems={sent?.problems} />
            <button type="submit" className="button">
              {t('account:lost.send')}
            </button>
          </form>
        )}
        <div className="stack prose">
          <h2>{t('account:lost.more')}</h2>
          <p>{t('account:lost.factor')}</p>
          <p>{t('account:lost.no_mail')}</p>
          <p>
            <a href="/help">{t('foot.help')}</a>
          </p>
        </div>
      </div>
    </div>
  )
}
