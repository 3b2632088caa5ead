// The session ended while somebody typed: what was sent waits here until they have signed in again, and is sent then.
import { data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { ErrorPage } from '../../components/error-page.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'

export const loader = open(({ t }) => ({ title: t('problems:401.title') }))

export const action = open(({ form, url, house }) => {
  const to = safeReturnTo(url.searchParams.get('returnTo'), house.config.origin)
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  return data({ to, fields }, 401)
})

export default function SignInAgain() {
  const waiting = useActionData<typeof action>()
  const { t } = useWords()
  if (!waiting) return <ErrorPage failure={401} />
  return (
    <div className="page">
      <div className="head">
        <h1>{t('problems:again.title')}</h1>
        <p className="lead">{t('problems:again.lead')}</p>
      </div>
      <form method="post" action={waiting.to} className="stack prose">
        {waiting.fields.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order of the fields is their only name
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <p>
          <a className="button second" href="/sign-in" target="_blank" rel="noopener">
            {t('problems:again.sign_in')}
          </a>
        </p>
        <p>{t('problems:again.then')}</p>
        <button type="submit" className="button">
          {t('problems:again.send')}
        </button>
      </form>
    </div>
  )
}
