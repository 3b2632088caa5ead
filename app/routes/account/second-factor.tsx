// The authenticator app: set up, proved, taken away; and where those are sent who have to show more than a passphrase.
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFactors } from '#db/second-factors.ts'
import { badRequest, signedIn } from '../../access.server.ts'
import { AccountPage, Invented } from '../../components/account/account-page.tsx'
import { StepUp } from '../../components/account/step-up.tsx'
import { BeginTotp, ProveTotp, RemoveTotp } from '../../components/account/totp-forms.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'
import { doneWord } from '../team/answers.ts'
import { isInvented, type KnownVisit } from './confirming.server.ts'
import { actOnFactor, FACTOR_ACTS } from './second-factor-acts.server.ts'

export const handle = { enhance: ['passkey'] }

export const loader = signedIn(async (visit) => {
  const { db, house, url, t, account, signedIn } = visit
  const { hasTotp, passkeys, recoveryCodes } = await findFactors(db, account.id)
  const mayChange = await house.auth.mayChangeFactors(signedIn)
  const isPending = mayChange && !url.searchParams.has('restart')
  return {
    title: t('profile:factor.title'),
    returnTo: safeReturnTo(url.searchParams.get('returnTo') ?? '/account', house.config.origin),
    isNeeded: signedIn.needsSecondFactor,
    isInvented: await isInvented(visit),
    mayChange,
    hasTotp,
    passkeys: passkeys.length,
    recoveryCodes,
    pending: isPending ? await house.auth.pendingTotp(signedIn) : null,
    done: doneWord(url, ['app_added', 'app_removed']),
  }
})

export const action = signedIn((visit: KnownVisit) => {
  const { form, house } = visit
  const act = FACTOR_ACTS.find((one) => one === form.get('act'))
  if (!act) throw badRequest()
  return actOnFactor(visit, act, safeReturnTo(form.get('returnTo') ?? '/account', house.config.origin))
})

export default function SecondFactor() {
  const page = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems
  const { t } = useWords()
  const lead = t(page.isNeeded && page.mayChange ? 'profile:factor.needed' : 'profile:factor.lead')
  return (
    <AccountPage title={page.title} lead={lead} done={page.done} problems={problems}>
      <Step {...page} problems={problems} />
    </AccountPage>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Problems = Parameters<typeof StepUp>[0]['problems']

function Step({ problems, ...page }: Page & { problems: Problems }) {
  if (page.isInvented) return <Invented />
  if (!page.mayChange) return <StepUp {...page} problems={problems} />
  if (page.hasTotp) return <RemoveTotp returnTo={page.returnTo} problems={problems} />
  if (page.pending) return <ProveTotp pending={page.pending} returnTo={page.returnTo} problems={problems} />
  return <BeginTotp returnTo={page.returnTo} problems={problems} />
}
