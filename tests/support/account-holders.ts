// People with passphrases on a running server, signed in as they would be: by the form of the door.
import type { Kysely } from 'kysely'
import type { Role } from '#db/accounts.ts'
import { openDatabase } from '#db/connection.ts'
import type { Tables } from '#db/tables.ts'
import { formWith } from './forms.ts'
import { stranger, type Visitor } from './people.ts'
import type { TestServer } from './server.ts'
import { aPerson, PASSWORD } from './signing.ts'

export type Holder = { readonly id: string; readonly email: string }

/** Looks into the database of a running server, or writes what its pages do not offer. */
export async function withDatabase<T>(
  { databaseUrl }: TestServer,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const { db, close } = await openDatabase(databaseUrl)
  try {
    return await work(db)
  } finally {
    await close()
  }
}

/** An account with the passphrase of the tests. */
export const anHolder = (server: TestServer, name: string, role?: Role): Promise<Holder> =>
  withDatabase(server, (db) => aPerson(db, name, role ? { role } : {}))

/** Sends the form of the door. @returns where it led */
export async function tryDoor(visitor: Visitor, { email }: Holder, typed: { password?: string; code?: string } = {}) {
  const fields = { email, password: PASSWORD, code: '', returnTo: '/account', ...typed }
  const answer = await visitor.post('/sign-in', fields)
  return { status: answer.status, to: answer.headers.get('location') }
}

/** @throws when the door stays closed */
export async function enterDoor(server: TestServer, holder: Holder, code = ''): Promise<Visitor> {
  const visitor = stranger(server, 'en')
  const { status, to } = await tryDoor(visitor, holder, { code })
  if (status !== 303 || to !== '/account') throw new Error(`The door answered ${status} ${to}`)
  return visitor
}

/** Sets up an authenticator app. @returns its secret, and the recovery codes that were shown */
export async function setUpApp(visitor: Visitor, codeNow: (secret: string) => string) {
  await visitor.post('/account/second-factor', { act: 'begin', password: PASSWORD, returnTo: '/account' })
  const { html } = await visitor.open('/account/second-factor')
  const secret = /<b class="seal">([A-Z2-7 ]+)<\/b>/.exec(html)?.[1]?.replaceAll(' ', '') ?? ''
  const form = formWith(html, 'code')
  form.set('code', codeNow(secret))
  form.set('act', 'prove')
  const answer = await visitor.post('/account/second-factor', form)
  const shown = await visitor.open(answer.headers.get('location') ?? '')
  return { secret, status: answer.status, codes: codesIn(shown.html) }
}

/** Recovery codes as they stand on a page. */
export const codesIn = (html: string): string[] => html.match(/[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}-[0-9A-Z]/g) ?? []
