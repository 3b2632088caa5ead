// A form of the team that is sent twice is kept once: by the key that it was shown with.
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { once } from '#db/intents.ts'
import type { Tables } from '#db/tables.ts'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { badRequest, type TeamVisit } from '../../access.server.ts'

/**
 * Does the work of a form, or gives the answer it got the first time.
 * @throws a Response 400 when the form has no key, or its key was used for another form
 */
export async function onceOnly<T>(
  { db, form, account, now, url }: Pick<TeamVisit, 'db' | 'form' | 'account' | 'now' | 'url'>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const key = form.get('intent')
  if (typeof key !== 'string' || !/^[0-9a-f-]{36}$/.test(key)) throw badRequest()
  const asked = canonicalJson([url.pathname, ...[...form].map(([name, value]) => [name, String(value)])])
  const requestHash = createHash('sha256').update(asked).digest('hex')
  const result = await once(db, { account: account.id, key, requestHash, at: now.toISOString() }, work)
  if (result.state === 'refused') throw badRequest()
  return result.answer
}
