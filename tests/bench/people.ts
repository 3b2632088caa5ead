// People of a benchmark, signed in: an account, a place, and a session whose cookie is signed with the server's secret.
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { addMembership, type Place } from '#db/accounts.ts'
import { sha256 } from '#db/digest.ts'
import type { Db } from '#db/tables.ts'

export type Signed = {
  readonly account: string
  /** the Cookie header of every request */
  readonly cookie: string
}

/** Of the server under measure only. */
export const SECRET = 'a secret of the benchmark, of no use anywhere else'
const HOUR = 3_600_000

/** Somebody new with this place, signed in with two factors. */
export async function signIn(db: Db, name: string, place: Place): Promise<Signed> {
  const now = Date.now()
  const at = new Date(now).toISOString()
  const account = randomUUID()
  await db
    .insertInto('account')
    .values({ id: account, name, email: `${account}@bench.example`, disabled_at: null, created_at: at })
    .execute()
  const membershipId = await addMembership(db, { accountId: account, ...place, actor: 'system', at })
  const token = randomBytes(32).toString('base64url')
  const times = { created_at: at, updated_at: at, last_seen_at: at, expires_at: new Date(now + 8 * HOUR).toISOString() }
  await db
    .insertInto('session')
    .values({
      id: randomUUID(),
      account_id: account,
      token_hash: sha256(token),
      factor: 'totp',
      membership_id: membershipId,
      ip_address: null,
      user_agent: null,
      ...times,
    })
    .execute()
  const signature = createHmac('sha256', SECRET).update(token).digest('base64')
  return { account, cookie: `house.session_token=${encodeURIComponent(`${token}.${signature}`)}` }
}
