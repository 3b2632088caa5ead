// The floor plan of signing in and of /account…: every URL of this audience.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const accountRoutes: RouteConfigEntry[] = [
  route('demo', 'routes/account/demo.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
]
