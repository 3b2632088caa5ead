// Signing out: the session ends at once, the browser forgets what it kept of this site, and a page says so.
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { useWords } from '../../components/words.tsx'
import { callerOf } from './caller.server.ts'

export const loader = open(({ t, house, account }) => {
  if (account) throw redirect('/account', 303)
  return { title: t('account:out.title'), isDemonstration: house.isDemonstration }
})

export const action = open(async (visit) => {
  const headers = await visit.house.auth.signOut(callerOf(visit))
  headers.set('Clear-Site-Data', '"cache", "storage"')
  return redirect('/sign-out', { status: 303, headers })
})

export default function SignedOut() {
  const { isDemonstration } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{t('account:out.title')}</h1>
        <p className="lead">{t('account:out.lead')}</p>
      </div>
      <p className="row">
        <a className="button" href="/sign-in">
          {t('account:out.again')}
        </a>
        {isDemonstration && (
          <a className="button second" href="/demo">
            {t('account:out.demo')}
          </a>
        )}
      </p>
    </div>
  )
}
