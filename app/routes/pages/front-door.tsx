// The first page leads each to their own: delegations to their answers, the team to its rounds, translators to their texts, guests to the session, strangers to the door.
import { redirect } from '@remix-run/node'
import { open } from '../../access.server.ts'
import type { Role } from '../../house.ts'

export const loader = open(({ account, membership, house }) => {
  if (!account) return redirect(house.isDemonstration ? '/demo' : '/sign-in', 303)
  return redirect(homeOf(membership?.role ?? null), 303)
})

function homeOf(role: Role | null): string {
  switch (role) {
    case 'head':
    case 'focal_point':
    case 'alternate':
    case 'contributor':
    case 'reader':
      return '/answer'
    case 'manager':
    case 'officer':
      return '/team'
    case 'presenter':
    case 'rapporteur':
    case 'observer':
      return '/plenary'
    case 'translator':
      return '/team/questionnaires/drafts'
    case null:
      return '/account'
  }
}
