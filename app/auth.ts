// Signing in, as the rest of the house knows it: better-auth inside, one question outside.
import { currentAccount } from './auth/current-account.ts'
import { createEngine, type Parts } from './auth/engine.ts'
import type { Auth } from './house.ts'

/** Everything that signing in needs: the database, the configuration (secret, origin), the clock. */
export function createAuth(given: Parts): Auth {
  const parts = { ...given, engine: createEngine(given) }
  return { parts, currentAccount: (request) => currentAccount(parts, request.headers) }
}
