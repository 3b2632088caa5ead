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

const EMPTY = { email: 'no_address', code: 'no_code', password: 'no_password' } as const
type Typed = Readonly<Partial<Record<keyof typeof EMPTY, string>>>

/** What was left empty; nothing is tried then. @param fields those that have to be filled in */
export function emptyIn(typed: Typed, fields: readonly (keyof typeof EMPTY)[]): Problem[] {
  // A passphrase may be made of spaces, for all that is known of it.
  const isEmpty = (field: keyof typeof EMPTY) => (field === 'password' ? typed[field] : typed[field]?.trim()) === ''
  return fields.filter(isEmpty).map((field) => ({ field, code: EMPTY[field] }))
}

const TOO_MANY = new Set(['limited', 'locked', 'busy'])

/** The same page again, with what is wrong; 429 where only waiting helps. */
export function again<T extends object>(problems: readonly Problem[], rest: T, headers?: Headers) {
  const status = problems.some(({ code }) => TOO_MANY.has(code)) ? 429 : 400
  return data({ problems, ...rest }, { status, headers })
}

/** A text field of a form, cut where nobody would type on. */
export const textOf = (form: FormData, name: string, most = 1000): string => String(form.get(name) ?? '').slice(0, most)
