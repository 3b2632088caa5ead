// Reading a place from a form: the role, and where: all meetings, one meeting, or a delegation to it.
import type { Meeting } from '#db/meetings.ts'
import type { Role } from '../../house.ts'
import { isOfDelegation, ROLES } from './places.server.ts'
import type { FormReading } from './reading.ts'

export type ReadPlace = { readonly role: Role; readonly meetingId: string | null; readonly country: string | null }

/** Roles that make sense in one meeting only. */
const OF_A_MEETING: readonly Role[] = ['presenter', 'rapporteur', 'observer']

/** Reads `role` and `place` (`all`, `meeting/` or `meeting/XA`); null when they do not go together. */
export function readPlace(form: FormReading, meetings: readonly Meeting[]): ReadPlace | null {
  const role = form.choice('role', ROLES)
  const offered = meetings.flatMap(({ slug, roster }) => [
    `${slug}/`,
    ...roster.countries.map(({ code }) => `${slug}/${code}`),
  ])
  const place = form.choice('place', ['all', ...offered])
  if (!role || !place) return null
  const [slug, country = ''] = place.split('/')
  if (isOfDelegation(role) && !country) form.refuse('place', 'place_delegation')
  if (!isOfDelegation(role) && country) form.refuse('place', 'place_no_delegation')
  if (OF_A_MEETING.includes(role) && place === 'all') form.refuse('place', 'place_meeting')
  if (form.problems.length > 0) return null
  return { role, meetingId: meetings.find((one) => one.slug === slug)?.id ?? null, country: country || null }
}
