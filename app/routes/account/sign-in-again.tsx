// A form came after its session had ended. What was typed stays in this page while one signs in, and goes on its way after.
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { open, type Visit } from '../../access.server.ts'
import { Carried } from '../../components/account/carried.tsx'
import { type Problem, Problems } from '../../components/account/fields.tsx'
import { CodeField, PasskeyButton, SignInFields } from '../../components/account/sign-in-fields.tsx'
import { useWords } from '../../components/words.tsx'
import { isLanguage, type Language, languageCookie } from '../../languages.ts'
import { safeReturnTo } from '../../return-to.ts'
import { emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'
import { type CarriedField, carriedFields, readStep, type Step } from './carrying.server.ts'

/** The language buttons send this page's form: what was typed goes round with them. */
export const handle = { enhance: ['passkey'], languageForm: 'again' }

export const loader = open(({ url, house, t }) => ({
  title: t('account:again.title'),
  returnTo: safeReturnTo(url.searchParams.get('returnTo'), house.config.origin),
}))

export const action = open(async (visit) => {
  const { form, url } = visit
  const step = readStep(form)
  const fields = carriedFields(form, step)
  if (step === null) return page({ step: 'password', fields, status: 401 })
  const wanted = /^language:(.*)$/.exec(textOf(form, 'act', 20))?.[1]
  if (isLanguage(wanted)) {
    const isSwitched = url.searchParams.get('in') === wanted
    return isSwitched ? page({ step, fields, email: textOf(form, 'email', 254) }) : inLanguage(visit, wanted)
  }
  // Signed in meanwhile: with a passkey, or in another tab.
  if (visit.account) return page({ step: 'done', fields })
  return step === 'code' ? secondStep(visit, fields) : firstStep(visit, fields)
})

async function firstStep(visit: Visit, fields: readonly CarriedField[]) {
  const { form, house, now } = visit
  const email = textOf(form, 'email', 254)
  const typed = { email, password: textOf(form, 'password'), code: textOf(form, 'code', 100) }
  const empty = emptyIn(typed, ['email', 'password'])
  if (empty.length > 0) return page({ step: 'password', fields, email, problems: empty })
  const answer = await house.auth.signIn(callerOf(visit), typed)
  if (answer.state === 'open') return page({ step: 'done', fields, headers: answer.headers })
  if (answer.state !== 'second_step')
    return page({ step: 'password', fields, email, problems: problemsOf(answer, now) })
  const problems = answer.problem ? [{ field: 'code', code: answer.problem }] : []
  return page({ step: 'code', fields, problems, headers: answer.headers })
}

const AT_CODE = { wrong_code: 'code', used_code: 'code', limited: 'code', locked: 'code' }

async function secondStep(visit: Visit, fields: readonly CarriedField[]) {
  const typed = textOf(visit.form, 'code', 100)
  const empty = emptyIn({ code: typed }, ['code'])
  if (empty.length > 0) return page({ step: 'code', fields, problems: empty })
  const answer = await visit.house.auth.passSecondStep(callerOf(visit), typed)
  if (answer.state === 'open') return page({ step: 'done', fields, headers: answer.headers })
  if (answer.state === 'expired') return page({ step: 'password', fields, problems: problemsOf(answer, visit.now) })
  return page({ step: 'code', fields, problems: problemsOf(answer, visit.now, AT_CODE) })
}

type Page = {
  readonly step: Step
  readonly fields: readonly CarriedField[]
  readonly email?: string
  readonly problems?: readonly Problem[]
  readonly status?: number
  readonly headers?: Headers
}

function page({ step, fields, email = '', problems, status, headers }: Page) {
  const wrong = problems && problems.length > 0 ? problems : undefined
  return data({ step, fields, email, problems: wrong }, { status: status ?? (wrong ? 400 : 200), headers })
}

/** The same form once more, after the cookie has changed: only then the page speaks the other language. */
function inLanguage({ url, house: { config } }: Visit, language: Language) {
  const next = new URLSearchParams(url.searchParams)
  next.set('in', language)
  const headers = { 'Set-Cookie': languageCookie(language, config) }
  return redirect(`/sign-in/again?${next}`, { status: 307, headers })
}

export default function SignInAgain() {
  const { returnTo } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  if (!sent) return <NothingKept returnTo={returnTo} />
  const { step, fields, email, problems } = sent
  if (step === 'done') return <GoOn returnTo={returnTo} fields={fields} />
  return (
    <div className="page">
      <div className="door stack airy">
        <Problems problems={problems} />
        <h1>{t('account:again.title')}</h1>
        <p className="lead">{t('account:again.lead')}</p>
        <form
          id="again"
          className="stack"
          method="post"
          action={`/sign-in/again?${new URLSearchParams({ returnTo })}`}
          noValidate
        >
          <input type="hidden" name="sign-in~step" value={step} />
          {step === 'code' ? <CodeField problems={problems} /> : <SignInFields email={email} problems={problems} />}
          <p className="row">
            <button type="submit" className="button">
              {t('account:signin.enter')}
            </button>
            {step === 'password' && <PasskeyButton returnTo={returnTo} resumes />}
          </p>
          <Carried fields={fields} prefix="carried:" />
        </form>
      </div>
    </div>
  )
}

/** One press more, because a page must not send anything by itself. */
function GoOn({ returnTo, fields }: { returnTo: string; fields: readonly CarriedField[] }) {
  const { t } = useWords()
  return (
    <div className="page">
      <div className="door stack airy">
        <h1>{t('account:again.done')}</h1>
        <p className="lead">{t('account:again.done_lead')}</p>
        <form id="again" method="post" action={returnTo}>
          <Carried fields={fields} prefix="" />
          <button type="submit" className="button">
            {t('account:again.go_on')}
          </button>
        </form>
      </div>
    </div>
  )
}

function NothingKept({ returnTo }: { returnTo: string }) {
  const { t } = useWords()
  return (
    <div className="page">
      <div className="door stack airy">
        <h1>{t('account:again.title')}</h1>
        <p className="lead">{t('account:again.nothing')}</p>
        <form id="again" method="get" action="/sign-in">
          <input type="hidden" name="returnTo" value={returnTo} />
          <button type="submit" className="button">
            {t('account:signin.title')}
          </button>
        </form>
      </div>
    </div>
  )
}
