// The floor plan of signing in and of /account…: every URL of this audience.
import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const accountRoutes: RouteConfigEntry[] = [
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/sign-in-code.tsx'),
  route('sign-in/again', 'routes/account/sign-in-again.tsx'),
  route('sign-in/passkey', 'routes/account/sign-in-passkey.ts'),
  route('sign-in/lost', 'routes/account/lost.tsx'),
  route('sign-in/lost/:reset', 'routes/account/renew.tsx'),
  route('sign-out', 'routes/account/sign-out.tsx'),
  route('invitation/:invitation?', 'routes/account/invitation.tsx'),
  route('account', 'routes/account/profile.tsx'),
  route('account/password', 'routes/account/password.tsx'),
  route('account/second-factor', 'routes/account/second-factor.tsx'),
  route('account/passkeys', 'routes/account/passkeys.tsx'),
  route('account/passkeys/device', 'routes/account/passkey-device.ts'),
  route('account/recovery-codes', 'routes/account/recovery-codes.tsx'),
  route('account/sessions', 'routes/account/sessions.tsx'),
  route('account/personal-data.json', 'routes/account/personal-data.ts'),
  route('account/stay', 'routes/account/stay.ts'),
  route('demo', 'routes/account/demo.tsx'),
]
