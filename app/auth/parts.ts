// What signing in works with. better-auth itself is loaded when somebody signs in: all other pages do without it.
import type { Kysely } from 'kysely'
import type { Tables } from '#db/tables.ts'
import type { Config } from '../config.ts'
import type { Engine } from './engine.ts'

export type Parts = { readonly db: Kysely<Tables>; readonly config: Config; readonly clock: () => Date }
/** With better-auth inside: what the pages of signing in work with. */
export type AuthParts = Parts & { readonly engine: () => Promise<Engine> }

/** Cookies are `__Host-` on https: sent to this host only, never over plain http. */
export const cookiePrefix = ({ isSecure }: Pick<Config, 'isSecure'>) => (isSecure ? '__Host-house' : 'house')

/** Loads better-auth with the first who asks for it. */
export function withEngine(given: Parts): AuthParts {
  let engine: Promise<Engine> | undefined
  return {
    ...given,
    engine() {
      engine ??= import('./engine.ts').then(({ createEngine }) => createEngine(given))
      return engine
    },
  }
}
