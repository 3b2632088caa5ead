// The people of the delegation acted in: their places, who is invited, and what the reader of the page may do about it.
import { listPeople, type Membership } from '#db/accounts.ts'
import { type Invitation, isUsable, listInvitations } from '#db/invitations.ts'
import { findMeetingById } from '#db/meetings.ts'
import { isGivenRole, RUNNING_ROLES } from '#surveys/answering/delegation.ts'
import type { DelegationRole } from '#surveys/answering/states.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { DelegationVisit } from '../../access.server.ts'

/** Who may invite, give roles and hand over. */
export const RUNNING = { roles: RUNNING_ROLES } as const

export type Delegate = {
  readonly membership: string
  readonly account: string
  readonly name: string
  readonly email: string
  readonly role: DelegationRole
  readonly since: string
  /** whether the role is one that the delegation gives and takes by itself */
  readonly isGiven: boolean
}

const ORDER: readonly string[] = ['head', 'focal_point', 'alternate', 'contributor', 'reader']

/** Everybody with a place in this delegation, to the same meeting: by role, then by name. */
export async function delegatesOf({ db, delegation }: DelegationVisit): Promise<Delegate[]> {
  const { country, meetingId } = delegation
  const people = (await listPeople(db, { country })).filter(({ disabledAt }) => disabledAt === null)
  const isHere = (place: Membership) => place.meetingId === meetingId
  return people
    .flatMap(({ id, name, email, memberships }) =>
      memberships.filter(isHere).map((place) => ({
        membership: place.id,
        account: id,
        name,
        email,
        role: place.role as DelegationRole,
        since: place.createdAt,
        isGiven: isGivenRole(place.role),
      })),
    )
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))
}

export type InvitedDelegate = Pick<Invitation, 'id' | 'name' | 'email' | 'expiresAt'> & {
  readonly role: DelegationRole
  readonly isUsable: boolean
  /** whether the delegation may renew and revoke it: the head and the focal point are invited by the project team */
  readonly isGiven: boolean
}

/** Who was invited to this delegation and has not come yet. */
export async function invitedTo({ db, delegation, now }: DelegationVisit): Promise<InvitedDelegate[]> {
  const all = await listInvitations(db, { isOpen: true })
  return all
    .filter(({ country, meetingId }) => country === delegation.country && meetingId === delegation.meetingId)
    .map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      expiresAt: invitation.expiresAt,
      role: invitation.role as DelegationRole,
      isUsable: isUsable(invitation, now.toISOString()),
      isGiven: isGivenRole(invitation.role),
    }))
}

/** The delegation's name; its code where it acts in all meetings. */
export async function delegationName({ db, delegation }: DelegationVisit): Promise<Text> {
  const { country, meetingId } = delegation
  const meeting = meetingId === null ? undefined : await findMeetingById(db, meetingId)
  return meeting?.roster.countries.find(({ code }) => code === country)?.label ?? { en: country }
}

export const mayRun = ({ delegation }: DelegationVisit): boolean =>
  RUNNING_ROLES.some((role) => role === delegation.role)
