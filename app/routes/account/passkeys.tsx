// One's own passkeys: which there are, another one, and one less.
import { useActionData, useLoaderData } from '@remix-run/react'
import { findFactors } from '#db/second-factors.ts'
import { signedIn } from '../../access.server.ts'
import { AccountPage, Invented, StepUpFirst } from '../../components/account/account-page.tsx'
import { AddPasskey, PasskeyList, RemovePasskey } from '../../components/account/passkey-list.tsx'
import { useWords } from '../../components/words.tsx'
import { safeReturnTo } from '../../return-to.ts'
import { done, doneWord } from '../team/answers.ts'
import { again, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'
import { isInvented, ownedOf, refused, stepUpFrom } from './confirming.server.ts'

export const handle = { enhance: ['passkey'] }

export const loader = signedIn(async (visit) => {
  const { t, url, db, account, house, signedIn } = visit
  const { passkeys } = await findFactors(db, account.id)
  return {
    title: t('profile:passkeys.title'),
    passkeys: passkeys.map(({ id, name, isBackedUp, createdAt }) => ({ id, name, isBackedUp, createdAt })),
    removing: passkeys.find(({ id }) => id === url.searchParams.get('remove'))?.id ?? null,
    returnTo: safeReturnTo(url.searchParams.get('returnTo') ?? '/account/passkeys', house.config.origin),
    isInvented: await isInvented(visit),
    stepUp: (await house.auth.mayChangeFactors(signedIn)) ? null : stepUpFrom(url.pathname),
    done: doneWord(url, ['passkey_added', 'passkey_removed']),
  }
})

export const action = signedIn(async (visit) => {
  const id = textOf(visit.form, 'passkey', 60)
  const answer = await visit.house.auth.deletePasskey(callerOf(visit), { ...(await ownedOf(visit)), id })
  if (answer.state === 'done') return done('/account/passkeys', 'passkey_removed')
  if (answer.state === 'over') return again([{ field: 'password', code: 'passkey_over' }], {})
  return refused(visit, answer)
})

export default function Passkeys() {
  const page = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems
  const { t } = useWords()
  const removing = page.passkeys.find(({ id }) => id === page.removing)
  const mayChange = !page.isInvented && !page.stepUp
  return (
    <AccountPage title={page.title} lead={t('profile:passkeys.lead')} done={page.done} problems={problems}>
      {page.isInvented && <Invented />}
      {page.stepUp && <StepUpFirst to={page.stepUp} />}
      {!page.isInvented && <PasskeyList passkeys={page.passkeys} canRemove={mayChange} />}
      {mayChange && removing && <RemovePasskey passkey={removing} problems={problems} />}
      {mayChange && !removing && <AddPasskey returnTo={page.returnTo} />}
    </AccountPage>
  )
}
