// Signing in, for tests: an auth on the test's database, people with passwords, and a browser that keeps cookies.
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Caller } from '#app/auth/caller.ts'
import { hashPassword } from '#app/auth/password-hash.ts'
import { withCookies } from '#app/auth/request-headers.ts'
import { totpAt } from '#app/auth/totp.ts'
import { type Auth, createAuth } from '#app/auth.ts'
import { type Config, readConfig } from '#app/config.ts'
import { createWords } from '#app/words.ts'
import { addMembership, type Role } from '#db/accounts.ts'
import { createAccount } from '#db/credentials.ts'
import type { Db, Tables } from '#db/tables.ts'

export const PASSWORD = 'velours cascade tournesol'
const words = createWords((language, key) => {
  throw new Error(`No words for ${key} in ${language}`)
})

export function aConfig(variables: Record<string, string> = {}): Config {
  return readConfig({ SECRET: 's'.repeat(40), ...variables })
}

/** A house's auth on this database; time stands still until a test moves it. */
export function anAuth(db: Kysely<Tables>, { config = aConfig(), now = new Date() } = {}) {
  const clock = { now }
  const auth: Auth = createAuth({ db, config, clock: () => clock.now })
  const pass = (milliseconds: number) => {
    clock.now = new Date(clock.now.getTime() + milliseconds)
  }
  return { auth, config, clock, pass, browser: (ip?: string) => new TestBrowser(clock, ip) }
}

/** What a browser does for signing in: it keeps cookies and sends them back. */
class TestBrowser {
  headers = new Headers({ 'user-agent': 'Test/1.0' })
  actor = 'nobody'
  readonly #clock: { now: Date }
  readonly ip: string

  constructor(clock: { now: Date }, ip = '192.0.2.7') {
    this.#clock = clock
    this.ip = ip
  }

  get caller(): Caller {
    const act = { actor: this.actor, at: this.#clock.now.toISOString(), requestId: null }
    return { headers: this.headers, ip: this.ip, act, words }
  }

  /** Takes the cookies of an answer. */
  take<T>(answer: T): T {
    if (typeof answer === 'object' && answer && 'headers' in answer && answer.headers instanceof Headers) {
      this.headers = withCookies(this.headers, answer.headers)
    }
    return answer
  }
}

/** An account with a password. @returns its id and address */
export async function aPerson(db: Db, name: string, { role, at }: { role?: Role; at?: string } = {}) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${randomUUID().slice(0, 6)}@justice.example`
  const when = at ?? new Date().toISOString()
  const id = await createAccount(db, {
    email,
    name,
    language: 'en',
    passwordHash: await hashPassword(PASSWORD),
    at: when,
  })
  if (!id) throw new Error(`${email} has an account`)
  if (role) await addMembership(db, { actor: 'system', at: when, accountId: id, role, meetingId: null, country: null })
  return { id, email }
}

/** The code of an authenticator app now, or so many half minutes later. @param secret as people type it (base32) */
export function codeOf(secret: string, later = 0): string {
  return totpAt(fromBase32(secret), Math.floor(Date.now() / 30_000) + later)
}

function fromBase32(text: string): string {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return Buffer.from(bytes).toString()
}
