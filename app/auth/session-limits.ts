// How long a session lasts: idle and in all, shorter for those who see more.
import type { Role } from '../house.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Milliseconds since the last request. */
const IDLE = { others: 60 * MINUTE, team: 30 * MINUTE } as const
/** Milliseconds since signing in. */
export const ABSOLUTE = { others: 12 * HOUR, team: 8 * HOUR } as const
/** Before the end, a page says so. Milliseconds. */
export const WARNING = 5 * MINUTE
/** How exactly the last request is remembered: a page does not write more often. Milliseconds. */
export const LAST_SEEN = MINUTE

/** What a page that lies open asks now and then: no sign that anybody sits in front of it. */
export const isAskedByItself = ({ pathname }: Pick<URL, 'pathname'>): boolean => /\/presence(?:\.data)?$/.test(pathname)

const TEAM: ReadonlySet<Role> = new Set(['manager', 'officer', 'translator'])
/** Whoever could change or show what is not released yet proves two things. */
const TWO_FACTORS: ReadonlySet<Role> = new Set(['manager', 'officer', 'translator', 'presenter'])

export const needsTwoFactors = (role: Role): boolean => TWO_FACTORS.has(role)

type Times = { readonly createdAt: string; readonly lastSeenAt: string; readonly expiresAt: string }

/** When a session ends if nothing more is asked, and when it ends whatever is asked; the strictest of its roles counts. */
export function endsOf(
  { createdAt, lastSeenAt, expiresAt }: Times,
  roles: readonly Role[],
): { idle: Date; absolute: Date } {
  const kind = roles.some((role) => TEAM.has(role)) ? 'team' : 'others'
  const absolute = Math.min(Date.parse(createdAt) + ABSOLUTE[kind], Date.parse(expiresAt))
  const idle = Math.min(Date.parse(lastSeenAt) + IDLE[kind], absolute)
  return { idle: new Date(idle), absolute: new Date(absolute) }
}
