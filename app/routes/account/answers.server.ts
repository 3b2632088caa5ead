// What signing in answers, as problems on a page: the words, the field, and the status.
import { data } from '@remix-run/node'
import type { Limited } from '../../auth/caller.ts'
import type { Problem } from '../../components/account/fields.tsx'

type Answer = Exclude<{ readonly state: string; readonly problem?: string }, { state: 'open' }> | Limited

/** Which field each refusal is said at. @param fields others than `email` */
export function problemsOf(answer: Answer, now: Date, fields: Readonly<Record<string, string>> = {}): Problem[] {
  if ('until' in answer) {
    const minutes = Math.max(1, Math.ceil((answer.until.getTime() - now.getTime()) / 60_000))
    return [{ field: fields.limited ?? 'email', code: 'limited', values: { count: minutes } }]
  }
  const code = answer.problem ? `password_${answer.problem}` : answer.state
  const field = answer.problem ? 'password' : (fields[answer.state] ?? 'email')
  return [{ field, code }]
}

/** What was left empty; nothing is tried then. */
export function emptyIn({ email, password }: { readonly email: string; readonly password: string }): Problem[] {
  const address = email.trim() === '' ? [{ field: 'email', code: 'no_address' }] : []
  return password === '' ? [...address, { field: 'password', code: 'no_password' }] : address
}

const TOO_MANY = new Set(['limited', 'locked', 'busy'])

/** The same page again, with what is wrong; 429 where only waiting helps. */
export function again<T extends object>(problems: readonly Problem[], rest: T, headers?: Headers) {
  const status = problems.some(({ code }) => TOO_MANY.has(code)) ? 429 : 400
  return data({ problems, ...rest }, { status, headers })
}

/** A text field of a form, cut where nobody would type on. */
export const textOf = (form: FormData, name: string, most = 1000): string => String(form.get(name) ?? '').slice(0, most)
