// The floor plan of /account…: every URL of this audience.
import type { RouteConfigEntry } from '@remix-run/route-config'

export const accountRoutes: RouteConfigEntry[] = []
