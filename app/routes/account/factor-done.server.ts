// After a factor was added: its first recovery codes are shown, then one goes on.
import { redirect } from '@remix-run/node'
import type { Proved } from '../../auth/factors.ts'
import type { KnownVisit } from './confirming.server.ts'
import { handOver } from './shown-once.server.ts'

type Going = { readonly to: string; readonly headers: Headers }

/** Where a proved factor leads, with the cookies of its session. @param next where the person wanted to go */
export function afterFactor(visit: KnownVisit, { headers, recoveryCodes }: Proved, next: string): Going {
  if (!recoveryCodes) return { to: next, headers }
  return { to: shownAt(next), headers: withCodes(visit, headers, recoveryCodes) }
}

export function withCodes({ house, account, now }: KnownVisit, headers: Headers, codes: readonly string[]): Headers {
  headers.append('set-cookie', handOver(house.config, account.id, codes, now))
  return headers
}

export const shownAt = (next: string) => `/account/recovery-codes?${new URLSearchParams({ returnTo: next })}`

export const goTo = ({ to, headers }: Going) => redirect(to, { status: 303, headers })
