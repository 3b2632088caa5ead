// Places in words: a role, in a meeting or in all of them, for a delegation or for none.
import { listMeetings, type Meeting } from '#db/meetings.ts'
import type { Db } from '#db/tables.ts'
import type { Text } from '#surveys/definition/model.ts'
import { DELEGATION, OTHERS } from '../../components/team/roles.ts'
import type { Role } from '../../house.ts'

export const ROLES: readonly Role[] = [...DELEGATION, ...OTHERS]

export const isOfDelegation = (role: Role): boolean => DELEGATION.includes(role)

export type PlaceNames = { readonly meetings: readonly Meeting[] }
export type Place = {
  readonly role: Role
  readonly country: Text | null
  /** null: all meetings */
  readonly meeting: Text | null
}

export async function placeNames(db: Db): Promise<PlaceNames> {
  return { meetings: await listMeetings(db) }
}

/** @param held a membership or an invitation */
export function toPlace(
  { role, country, meetingId }: { role: string; country: string | null; meetingId: string | null },
  { meetings }: PlaceNames,
): Place {
  const meeting = meetings.find(({ id }) => id === meetingId)
  const label = meeting?.roster.countries.find(({ code }) => code === country)?.label
  return {
    role: role as Role,
    country: country === null ? null : (label ?? { en: country }),
    meeting: meeting?.title ?? null,
  }
}
