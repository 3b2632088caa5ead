// The floor plan of /results…: every URL of this audience.
import type { RouteConfigEntry } from '@remix-run/route-config'

export const resultsRoutes: RouteConfigEntry[] = []
