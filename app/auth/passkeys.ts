// Passkeys: made on a device, and shown instead of address, password and code. The device has to verify the person.
import { findAccount } from '#db/accounts.ts'
import { removePasskey } from '#db/second-factors.ts'
import { endSessionOf } from '#db/sessions.ts'
import { inTransaction } from '#db/transaction.ts'
import type { SignedIn } from '../house.ts'
import { browserCookie } from './browser-cookie.ts'
import type { Caller, Limited } from './caller.ts'
import { tokenHashOf } from './current-account.ts'
import type { Engine } from './engine.ts'
import { firstRecoveryCodes, note, type Owned, type Proved, type Refused, refuseOwner, tellOwner } from './factors.ts'
import { cookiesOf, isRefusal, openSession } from './opening.ts'
import { type AuthParts, cookiePrefix } from './parts.ts'
import { headersFor, withoutCookie } from './request-headers.ts'
import { recordOpening } from './signing-in.ts'
import { beforeTrying, networkTries } from './tries.ts'

/** What a browser asks the device; `headers` bind the answer to this browser, for five minutes. */
export type Challenge = { readonly state: 'challenge'; readonly options: object; readonly headers: Headers }

/** Begins to make a passkey. */
export async function beginPasskey(parts: AuthParts, caller: Caller, owned: Owned): Promise<Challenge | Refused> {
  const refused = await refuseOwner(parts, caller, owned)
  if (refused) return refused
  const { headers, response } = await (await parts.engine()).api.generatePasskeyRegistrationOptions({
    query: {},
    headers: headersFor(caller),
    returnHeaders: true,
  })
  return { state: 'challenge', options: response, headers: cookiesOf(headers) }
}

type Made = { readonly signedIn: SignedIn; readonly response: unknown; readonly name: string }

/** Keeps the passkey that the device made. A session that had shown a password only has now shown two factors. */
export async function addPasskey(
  parts: AuthParts,
  caller: Caller,
  { signedIn, response, name }: Made,
): Promise<Proved | { state: 'refused' }> {
  const { account, session, membership } = signedIn
  try {
    const body = { response, name }
    await (await parts.engine()).api.verifyPasskeyRegistration({ body, headers: headersFor(caller) })
  } catch (error) {
    if (isUnproved(error)) return { state: 'refused' }
    throw error
  }
  await note(parts, caller, { accountId: account.id, action: 'passkey.added', letter: 'factor_added' })
  const recoveryCodes = await firstRecoveryCodes(parts, caller, account.id)
  if (session.factor !== 'password') return { state: 'done', headers: new Headers(), recoveryCodes }
  const opening = { accountId: account.id, factor: 'passkey', membershipId: membership?.id } as const
  const headers = (await openSession(parts, caller, opening)) ?? new Headers()
  return { state: 'done', headers, recoveryCodes }
}

/** Takes a passkey away. @returns `over` when it is not there, or somebody else's */
export async function deletePasskey(
  parts: AuthParts,
  caller: Caller,
  { id, ...owned }: Owned & { id: string },
): Promise<Refused | { state: 'done' } | { state: 'over' }> {
  const refused = await refuseOwner(parts, caller, owned)
  if (refused) return refused
  const accountId = owned.signedIn.account.id
  const isGone = await inTransaction(parts.db, async (trx) => {
    if (!(await removePasskey(trx, { ...caller.act, id, accountId }))) return false
    await tellOwner(parts, trx, caller, { accountId, letter: 'factor_removed' })
    return true
  })
  return { state: isGone ? 'done' : 'over' }
}

/** Asks this browser for any passkey of this house; nobody has to say who they are. */
export async function askPasskey(parts: AuthParts, caller: Caller): Promise<Challenge | Limited> {
  const limited = await beforeTrying(parts, caller, networkTries(parts, caller, 'passkey'))
  if (limited) return limited
  // Without the session: its account's passkeys would be named to whoever sits at this browser.
  const headers = headersFor({ ...caller, headers: withoutSession(parts, caller) })
  const asked = await (await parts.engine()).api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
  return {
    state: 'challenge',
    options: { ...asked.response, userVerification: 'required' },
    headers: cookiesOf(asked.headers),
  }
}

/** Signs in with what the device answered. */
export async function signInWithPasskey(
  parts: AuthParts,
  caller: Caller,
  response: unknown,
): Promise<{ state: 'open'; headers: Headers } | { state: 'refused' }> {
  const opened = await verify(parts, caller, response)
  if (!opened) return { state: 'refused' }
  await endSessionOf(parts.db, tokenHashOf(parts.config, caller.headers))
  const owner = await findAccount(parts.db, { id: opened.accountId })
  if (owner) opened.headers.append('set-cookie', browserCookie(parts.config, owner.email))
  await recordOpening(parts, caller, { accountId: opened.accountId, factor: 'passkey' })
  return { state: 'open', headers: opened.headers }
}

async function verify(parts: AuthParts, caller: Caller, response: unknown) {
  if (!isAssertion(response)) return null
  try {
    const headers = headersFor({ ...caller, headers: withoutSession(parts, caller) })
    const verified = await (await parts.engine()).api.verifyPasskeyAuthentication({
      body: { response },
      headers,
      returnHeaders: true,
    })
    return { headers: cookiesOf(verified.headers), accountId: verified.response.session.userId }
  } catch (error) {
    if (isUnproved(error)) return null
    throw error
  }
}

type Assertion = NonNullable<Parameters<Engine['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

/** Enough of its shape that better-auth can look the passkey up; the rest it checks itself. */
function isAssertion(value: unknown): value is Assertion {
  if (typeof value !== 'object' || value === null || !('id' in value && 'response' in value)) return false
  return typeof value.id === 'string' && value.id.length <= 2000 && typeof value.response === 'object'
}

const withoutSession = ({ config }: AuthParts, { headers }: Caller) =>
  withoutCookie(headers, `${cookiePrefix(config)}.session_token`)

/** What a device sends can be anything; better-auth calls some of it its own failure. */
const isUnproved = (error: unknown) => isRefusal(error) || (error instanceof Error && 'statusCode' in error)
