// What is done on the page of the authenticator app.
import { redirect } from '@remix-run/node'
import { again, emptyIn, problemsOf, textOf } from './answers.server.ts'
import { callerOf } from './caller.server.ts'
import { type KnownVisit, ownedOf, refused } from './confirming.server.ts'
import { afterFactor, goTo } from './factor-done.server.ts'

export const FACTOR_ACTS = ['begin', 'prove', 'remove', 'recovery'] as const
export type FactorAct = (typeof FACTOR_ACTS)[number]

const HERE = '/account/second-factor'

/** @param returnTo where the person wanted to go when they were sent here */
export function actOnFactor(visit: KnownVisit, act: FactorAct, returnTo: string) {
  switch (act) {
    case 'begin':
      return begin(visit, returnTo)
    case 'prove':
      return prove(visit, returnTo)
    case 'remove':
      return remove(visit)
    case 'recovery':
      return showRecovery(visit, returnTo)
  }
}

async function begin(visit: KnownVisit, returnTo: string) {
  const answer = await visit.house.auth.beginTotp(callerOf(visit), await ownedOf(visit))
  if (answer.state !== 'begun') return refused(visit, answer)
  return redirect(`${HERE}?${new URLSearchParams({ returnTo })}`, 303)
}

async function prove(visit: KnownVisit, returnTo: string) {
  const { house, signedIn, form } = visit
  if (!(await house.auth.pendingTotp(signedIn))) return again([{ field: 'password', code: 'nothing_pending' }], {})
  const code = textOf(form, 'code', 60)
  const empty = emptyIn({ code }, ['code'])
  if (empty.length > 0) return again(empty, {})
  const answer = await house.auth.proveTotp(callerOf(visit), { signedIn, typed: code })
  if (answer.state !== 'done') return again([{ field: 'code', code: answer.state }], {})
  return goTo(afterFactor(visit, answer, returnTo === '/account' ? `${HERE}?done=app_added` : returnTo))
}

async function remove(visit: KnownVisit) {
  const answer = await visit.house.auth.removeTotp(callerOf(visit), await ownedOf(visit))
  if (answer.state !== 'done') return refused(visit, answer)
  return goTo({ to: `${HERE}?done=app_removed`, headers: answer.headers })
}

async function showRecovery(visit: KnownVisit, returnTo: string) {
  const { house, signedIn, form, now } = visit
  const code = textOf(form, 'code', 100)
  const empty = emptyIn({ code }, ['code'])
  if (empty.length > 0) return again(empty, {})
  const answer = await house.auth.showRecoveryCode(callerOf(visit), { signedIn, typed: code })
  if (answer.state === 'open') return goTo({ to: returnTo, headers: answer.headers })
  if (answer.state === 'wrong_code') return again([{ field: 'code', code: 'wrong_recovery' }], {})
  return again(problemsOf(answer, now, { limited: 'code', used_code: 'code', locked: 'code', expired: 'code' }), {})
}
