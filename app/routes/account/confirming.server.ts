// Before anything delicate the passphrase is asked again: what a refusal says on the page, or where it leads.
import { redirect } from '@remix-run/node'
import { findPassword } from '#db/credentials.ts'
import { badRequest, type Visit } from '../../access.server.ts'
import type { Limited } from '../../auth/caller.ts'
import type { Problem } from '../../components/account/fields.tsx'
import type { SignedIn } from '../../house.ts'
import { again, problemsOf, textOf } from './answers.server.ts'

export type KnownVisit = Visit & { readonly signedIn: SignedIn; readonly account: SignedIn['account'] }
type Refused = { readonly state: 'step_up' | 'there' | 'wrong' | 'busy' } | Limited

/**
 * What somebody typed to prove that it is them.
 * @throws a Response 400 where there is no passphrase to compare it with
 */
export async function ownedOf(visit: KnownVisit, password = textOf(visit.form, 'password')) {
  if (await isInvented(visit)) throw badRequest()
  return { signedIn: visit.signedIn, password }
}

/** The page again with what is wrong; or the page on which the factor that is there already is shown first. */
export function refused(visit: KnownVisit, answer: Refused) {
  if (answer.state === 'step_up') return redirect(stepUpFrom(visit.url.pathname), 303)
  if (answer.state === 'there') return redirect('/account/second-factor', 303)
  return again(wrongPassword(visit, answer), {})
}

export const stepUpFrom = (path: string) => `/account/second-factor?${new URLSearchParams({ returnTo: path })}`

/** @param field where the present passphrase is typed */
export function wrongPassword(
  { now, form }: Pick<Visit, 'now' | 'form'>,
  answer: Exclude<Refused, { state: 'step_up' | 'there' }>,
  field = 'password',
): Problem[] {
  if (answer.state !== 'wrong') return problemsOf(answer, now, { limited: field, busy: field })
  return [{ field, code: form.get(field) ? 'wrong_password' : 'no_password' }]
}

/** Only the invented people of the demonstration have no passphrase: nothing of theirs can be confirmed. */
export async function isInvented({ db, account }: KnownVisit): Promise<boolean> {
  return (await findPassword(db, account.id)) === null
}
