// The floor plan of /answer…: every URL of this audience.
import type { RouteConfigEntry } from '@remix-run/route-config'

export const answerRoutes: RouteConfigEntry[] = []
