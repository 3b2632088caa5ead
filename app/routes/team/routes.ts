// The floor plan of /team…: every URL of this audience.
import type { RouteConfigEntry } from '@remix-run/route-config'

export const teamRoutes: RouteConfigEntry[] = []
