// What every request finds in the house: the database, who may come in, the words, the clock and the log.
import type { Kysely } from 'kysely'
import type { Factor } from '#db/account-tables.ts'
import type { QueryMeter } from '#db/slow-queries.ts'
import type { Tables } from '#db/tables.ts'
import type { Auth } from './auth.ts'
import type { Config } from './config.ts'
import type { Language } from './languages.ts'
import type { Log } from './log.ts'
import type { Storage } from './operation/storage.ts'
import type { Words } from './words.ts'

export type Role = Tables['membership']['role']

export type Membership = {
  readonly id: string
  /** null: every meeting of the installation */
  readonly meetingId: string | null
  readonly country: string | null
  readonly role: Role
}

export type Account = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language | null
  readonly timeZone: string | null
  readonly digits: 'latn' | 'arab'
}

/** Who sent a request. `membership` is the one acted in; it is one of `memberships`, all of which are in force. */
export type SignedIn = {
  readonly account: Account
  readonly session: {
    readonly id: string
    /** what it was opened with */
    readonly factor: Factor
    /** when it ends unless something more is asked */
    readonly endsAt: Date
    /** when it ends whatever is asked */
    readonly lastsUntil: Date
  }
  readonly memberships: readonly Membership[]
  readonly membership: Membership | null
  /** the role asks for a second factor, and this session has none yet */
  readonly needsSecondFactor: boolean
}

/** What this process is, and how the database has served it. */
export type Running = { readonly version: string; readonly since: Date; readonly queries: QueryMeter }

export type House = {
  readonly db: Kysely<Tables>
  readonly config: Config
  readonly auth: Auth
  readonly words: Words
  readonly clock: () => Date
  readonly log: Log
  /** whether answers can be kept now */
  readonly storage: Storage
  readonly running: Running
  /** invented delegations and one-click sign-in; only ever on this machine */
  readonly isDemonstration: boolean
}

/** What the server hands to each loader and action (`context`). */
export type Context = {
  readonly house: House
  /** of this response only: scripts without it do not run */
  readonly nonce: string
  readonly requestId: string
  /** the address the request came from, as far as the proxies in front can be trusted */
  readonly ip: string
  /** asked for as data (`….data`), not as a page or a file */
  readonly isData: boolean
  /** URLs of the modules of app/enhance, by name */
  readonly enhancements: Readonly<Record<string, string>>
}

declare module '@remix-run/node' {
  interface AppLoadContext extends Context {}
  interface Future {
    v3_singleFetch: true
  }
}
