// The door: address and passphrase, or a passkey; below it the first visit by invitation, and the way of a forgotten passphrase.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { FirstVisit, WhatHappens } from '../../components/account/door.tsx'
import { Problems } from '../../components/account/fields.tsx'
import { PasskeyButton, SignInFields } from '../../components/account/sign-in-fields.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'
import { again, emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'

export const handle = { enhance: ['passkey'] }

const NEWS = ['renewed', 'joined'] as const

export const loader = open(({ t, url, account, house: { config, isDemonstration } }) => {
  const returnTo = safeReturnTo(url.searchParams.get('returnTo'), config.origin)
  if (account) throw redirect(returnTo, 303)
  const news = NEWS.find((one) => url.searchParams.has(one)) ?? null
  return { title: t('account:signin.title'), returnTo, news, isDemonstration, contact: config.contact }
})

export const action = open(async (visit) => {
  const { form, house, now } = visit
  const returnTo = safeReturnTo(form.get('returnTo'), house.config.origin)
  const email = textOf(form, 'email', 254)
  const typed = { email, password: textOf(form, 'password'), code: textOf(form, 'code', 100) }
  const empty = emptyIn(typed, ['email', 'password'])
  if (empty.length > 0) return again(empty, { email })
  const answer = await house.auth.signIn(callerOf(visit), typed)
  if (answer.state === 'open') return redirect(returnTo, { status: 303, headers: answer.headers })
  if (answer.state !== 'second_step') return again(problemsOf(answer, now), { email })
  const next = new URLSearchParams({ returnTo, ...(answer.problem ? { problem: answer.problem } : {}) })
  return redirect(`/sign-in/code?${next}`, { status: 303, headers: answer.headers })
})

export default function SignIn() {
  const { returnTo, news, isDemonstration, contact } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="columns even">
        <div className="door stack airy">
          <Problems problems={sent?.problems} />
          {news && (
            <div className="notice kept" role="status">
              <p>{t(`account:news.${news}`)}</p>
            </div>
          )}
          <h1>{t('account:signin.title')}</h1>
          <p className="lead">{t('account:signin.lead')}</p>
          <form className="stack" method="post" action="/sign-in" noValidate>
            <input type="hidden" name="returnTo" value={returnTo} />
            <SignInFields email={sent?.email} problems={sent?.problems} />
            <p className="row">
              <button type="submit" className="button">
                {t('account:signin.enter')}
              </button>
              <PasskeyButton returnTo={returnTo} />
            </p>
          </form>
          <FirstVisit />
          <ul role="list">
            <li>
              <a className="tap" href="/sign-in/lost">
                {t('account:signin.lost')}
              </a>
            </li>
            {isDemonstration && (
              <li>
                <a className="tap" href="/demo">
                  {t('account:out.demo')}
                </a>
              </li>
            )}
          </ul>
        </div>
        <WhatHappens contact={contact} />
      </div>
    </div>
  )
}
