// Recovery codes: how many are left, ten new ones, and the one time that they are shown.
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFactors } from '#db/second-factors.ts'
import { signedIn } from '../../access.server.ts'
import { AccountPage, CurrentPassword, Invented, StepUpFirst } from '../../components/account/account-page.tsx'
import { NewCodes } from '../../components/account/new-codes.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'
import { callerOf } from './caller.server.ts'
import { isInvented, ownedOf, refused, stepUpFrom } from './confirming.server.ts'
import { goTo, shownAt, withCodes } from './factor-done.server.ts'
import { takenAway, takeOver } from './shown-once.server.ts'

export const loader = signedIn(async (visit) => {
  const { t, url, db, account, headers, house, signedIn, now } = visit
  const codes = takeOver(house.config, account.id, headers, now)
  const answer = codes ? { headers: { 'Set-Cookie': takenAway(house.config) } } : {}
  const page = {
    title: t(codes ? 'profile:recovery.shown' : 'profile:recovery.title'),
    codes,
    returnTo: safeReturnTo(url.searchParams.get('returnTo') ?? '/account', house.config.origin),
    left: (await findFactors(db, account.id)).recoveryCodes,
    isInvented: await isInvented(visit),
    stepUp: (await house.auth.mayChangeFactors(signedIn)) ? null : stepUpFrom(url.pathname),
  }
  return data(page, answer)
})

export const action = signedIn(async (visit) => {
  const answer = await visit.house.auth.renewRecoveryCodes(callerOf(visit), await ownedOf(visit))
  if (answer.state !== 'done') return refused(visit, answer)
  return goTo({ to: shownAt('/account'), headers: withCodes(visit, new Headers(), answer.recoveryCodes) })
})

export default function RecoveryCodes() {
  const page = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems
  const { t } = useWords()
  const lead = t(page.codes ? 'profile:recovery.shown_lead' : 'profile:recovery.lead')
  return (
    <AccountPage title={page.title} lead={lead} done={null} problems={problems}>
      {page.codes ? <NewCodes codes={page.codes} next={page.returnTo} /> : <Renewing {...page} problems={problems} />}
    </AccountPage>
  )
}

type RenewingProps = {
  readonly left: number
  readonly isInvented: boolean
  readonly stepUp: string | null
  readonly problems: Parameters<typeof CurrentPassword>[0]['problems']
}

function Renewing({ left, isInvented, stepUp, problems }: RenewingProps) {
  const { t } = useWords()
  if (isInvented) return <Invented />
  return (
    <section className="stack" aria-labelledby="left">
      <h2 id="left">{t('profile:recovery.left', { count: left })}</h2>
      {stepUp && <StepUpFirst to={stepUp} />}
      {!stepUp && (
        <form method="post" className="door stack" noValidate>
          {left > 0 && <p>{t('profile:recovery.new_lead')}</p>}
          <CurrentPassword problems={problems} />
          <button type="submit" className="button">
            {t(left > 0 ? 'profile:recovery.make' : 'profile:recovery.new')}
          </button>
        </form>
      )}
    </section>
  )
}
