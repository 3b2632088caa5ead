// The roles of the house in two kinds: those of a delegation, and the others.
import type { Role } from '../../house.ts'

export const DELEGATION: readonly Role[] = ['head', 'focal_point', 'alternate', 'contributor', 'reader']
export const OTHERS: readonly Role[] = ['manager', 'officer', 'translator', 'presenter', 'rapporteur', 'observer']
