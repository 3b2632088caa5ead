// The second step: the code of an authenticator app, or a recovery code.
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { open } from '../../access.server.ts'
import { type Problem, Problems } from '../../components/account/fields.tsx'
import { CodeField } from '../../components/account/sign-in-fields.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'
import { again, emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'

const PROBLEMS = ['wrong_code', 'used_code'] as const
/** Said where the code is typed. */
const AT_CODE = { wrong_code: 'code', used_code: 'code', limited: 'code', locked: 'code' }

export const loader = open(async (visit) => {
  const { t, url, house } = visit
  const returnTo = safeReturnTo(url.searchParams.get('returnTo'), house.config.origin)
  if (!(await house.auth.isWaiting(visit))) throw redirect(`/sign-in?${new URLSearchParams({ returnTo })}`, 303)
  const problem = PROBLEMS.find((one) => one === url.searchParams.get('problem'))
  const problems: Problem[] = problem ? [{ field: 'code', code: problem }] : []
  return { title: t('account:second.title'), returnTo, problems }
})

export const action = open(async (visit) => {
  const { form, house, now } = visit
  const returnTo = safeReturnTo(form.get('returnTo'), house.config.origin)
  const code = textOf(form, 'code', 100)
  const empty = emptyIn({ code }, ['code'])
  if (empty.length > 0 && (await house.auth.isWaiting(visit))) return again(empty, {})
  const answer = await house.auth.passSecondStep(callerOf(visit), code)
  if (answer.state === 'open') return redirect(returnTo, { status: 303, headers: answer.headers })
  if (answer.state === 'expired') return redirect(`/sign-in?${new URLSearchParams({ returnTo })}`, 303)
  return again(problemsOf(answer, now, AT_CODE), {})
})

export default function SecondStep() {
  const page = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? page.problems
  const { t } = useWords()
  return (
    <div className="page">
      <div className="door stack airy">
        <Problems problems={problems} />
        <h1>{t('account:second.title')}</h1>
        <p className="lead">{t('account:second.lead')}</p>
        <form className="stack" method="post" action="/sign-in/code" noValidate>
          <input type="hidden" name="returnTo" value={page.returnTo} />
          <CodeField problems={problems} />
          <p className="row">
            <button type="submit" className="button">
              {t('account:signin.enter')}
            </button>
            <a className="button quiet" href="/help">
              {t('account:second.lost')}
            </a>
          </p>
        </form>
      </div>
    </div>
  )
}
