// Who runs a delegation's work: who invites and gives which roles. The project team invites the head and the focal point.
import type { DelegationRole } from './states.ts'

/** Roles that the delegation gives by itself. */
export const GIVEN_ROLES = ['alternate', 'contributor', 'reader'] as const satisfies readonly DelegationRole[]
export type GivenRole = (typeof GIVEN_ROLES)[number]

/** Roles that run the delegation's work: they invite colleagues, give roles, and hand over. */
export const RUNNING_ROLES = ['head', 'focal_point'] as const satisfies readonly DelegationRole[]

export const isGivenRole = (role: string): role is GivenRole => GIVEN_ROLES.some((one) => one === role)
