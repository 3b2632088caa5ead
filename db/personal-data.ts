// What is kept about a person: shown, handed out, corrected, erased. Answers are the country's and stay; so does the trail,
// which knows people by a number only.
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { removeFactors } from './second-factors.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** @returns everything, as the person may have it; undefined when there is no such account */
export async function personalDataOf(db: Db, accountId: string) {
  const account = await db
    .selectFrom('account')
    .select(['id', 'name', 'email', 'language', 'digits', 'time_zone', 'has_totp', 'disabled_at', 'created_at'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) return undefined
  return { account, ...(await accessOf(db, accountId)), ...(await workOf(db, accountId)), ...(await post(db, account)) }
}

/**
 * The same, as the project team may hand it out: what a delegation called its files and what was written in letters may
 * be the delegation's own business; what colleagues say to each other is, whoever asks.
 */
export async function personalDataForTeam(db: Db, accountId: string) {
  const known = await personalDataOf(db, accountId)
  if (!known) return undefined
  const { remarks, contributions, ...rest } = known
  const files = known.files.map(({ name, ...file }) => file)
  const letters = known.letters.map(({ subject, body_text, ...letter }) => letter)
  return { ...rest, files, letters }
}

/** How somebody comes in, and where they may act. */
async function accessOf(db: Db, id: string) {
  const roles = db.selectFrom('membership').leftJoin('meeting', 'meeting.id', 'membership.meeting_id')
  const sessions = db.selectFrom('session').select(['factor', 'ip_address', 'user_agent', 'created_at', 'last_seen_at'])
  return {
    roles: await roles
      .select(['role', 'country', 'meeting.slug as meeting', 'membership.created_at', 'ended_at'])
      .where('account_id', '=', id)
      .orderBy('membership.created_at')
      .execute(),
    sessions: await sessions.where('account_id', '=', id).orderBy('created_at').execute(),
    passkeys: await db.selectFrom('passkey').select(['name', 'created_at']).where('account_id', '=', id).execute(),
  }
}

/** What somebody did. Of answers only how many: what they say is their country's. */
async function workOf(db: Db, id: string) {
  const revisions = db.selectFrom('cell_history').innerJoin('response', 'response.id', 'cell_history.response_id')
  const files = db.selectFrom('file').select(['name', 'media_type', 'bytes', 'uploaded_at'])
  const remarks = db.selectFrom('remark').select(['response_id', 'field', 'body', 'language', 'at'])
  const contributions = db.selectFrom('contribution').select(['response_id', 'field', 'institution', 'at'])
  const signed = db
    .selectFrom('submission')
    .select(['signed_name', 'signed_function', 'revision', 'submitted_at', 'hash'])
  const deeds = db.selectFrom('audit').select(['seq', 'at', 'action', 'subject', 'request_id'])
  return {
    answers: await revisions
      .select(({ fn }) => ['country', 'response_id', fn.countAll<number>().as('revisions')])
      .where('by_account', '=', id)
      .groupBy(['country', 'response_id'])
      .execute(),
    files: await files.where('by_account', '=', id).orderBy('uploaded_at').execute(),
    remarks: await remarks.where('by_account', '=', id).where('erased_at', 'is', null).orderBy('at').execute(),
    contributions: await contributions.where('by_account', '=', id).orderBy('at').execute(),
    signatures: await signed.where('by_account', '=', id).orderBy('submitted_at').execute(),
    deeds: await deeds
      .where(({ eb, or }) => or([eb('actor', '=', id), eb('subject', '=', `account:${id}`)]))
      .orderBy('seq')
      .execute(),
  }
}

/** What was written to somebody's address. */
async function post(db: Db, { email }: { email: string }) {
  const invitations = db
    .selectFrom('invitation')
    .select(['name', 'email', 'role', 'country', 'created_at', 'accepted_at'])
  const letters = db.selectFrom('outbox').select(['subject', 'body_text', 'state', 'created_at', 'sent_at'])
  return {
    invitations: await invitations.where('email', '=', email).orderBy('created_at').execute(),
    letters: await letters.where('to_address', '=', email).orderBy('created_at').execute(),
  }
}

export type Correction = { readonly name: string; readonly email: string }

/**
 * Corrects what an account is called and where it is written to.
 * @returns `same`: nothing differs · `taken`: somebody else has the address
 */
export async function correctPerson(
  db: Db,
  { id, name, email, why, ...act }: Act & Correction & { id: string; why: string },
): Promise<'done' | 'same' | 'taken' | 'unknown'> {
  return inTransaction(db, async (trx) => {
    const query = trx.selectFrom('account').select(['name', 'email']).where('id', '=', id)
    const before = await locked(trx, query, 'account').executeTakeFirst()
    if (!before) return 'unknown'
    const changed = [...(before.name === name ? [] : ['name']), ...(before.email === email ? [] : ['email'])]
    if (changed.length === 0) return 'same'
    const other = trx.selectFrom('account').select('id').where('email', '=', email).where('id', '<>', id)
    if (await other.executeTakeFirst()) return 'taken'
    await trx.updateTable('account').set({ name, email, updated_at: act.at }).where('id', '=', id).execute()
    const deed = { action: 'account.corrected', subject: `account:${id}`, why, details: { account: id, changed } }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
    return 'done'
  })
}

/** What stands in place of an erased address: of a domain that can never exist (RFC 2606). */
const NOWHERE = '@erased.invalid'
export const isErased = ({ email }: { email: string }): boolean => email.endsWith(NOWHERE)

/**
 * Erases a person: name and address give way to a number, keys, sessions and letters are deleted, roles end. What they
 * answered and signed stays their country's, and every deed stays in the trail under the number.
 * @returns false when there is no such account, or it is erased already
 */
export async function erasePerson(db: Db, { id, why, ...act }: Act & { id: string; why: string }): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const query = trx.selectFrom('account').select(['email', 'name']).where('id', '=', id)
    const account = await locked(trx, query, 'account').executeTakeFirst()
    if (!account || isErased(account)) return false
    const number = id.replaceAll('-', '').slice(0, 12).toLowerCase()
    const [name, email] = [`#${number}`, `${number}${NOWHERE}`]
    const blank = { image: null, language: null, digits: 'latn', time_zone: null, email_verified: 0 } as const
    const shut = { ...blank, name, email, disabled_at: act.at, updated_at: act.at }
    await trx.updateTable('account').set(shut).where('id', '=', id).execute()
    await removeFactors(trx, id)
    for (const table of ['session', 'credential', 'password_reset', 'presence', 'look', 'intent'] as const) {
      await trx.deleteFrom(table).where('account_id', '=', id).execute()
    }
    await trx.deleteFrom('outbox').where('to_address', '=', account.email).execute()
    await trx.updateTable('invitation').set({ name, email }).where('email', '=', account.email).execute()
    // An answer that waits for confirmation names who gave it; a signature of an earlier round stays as it was signed.
    const offers = trx.updateTable('carried').set({ given_by: name }).where('origin', '=', 'version')
    await offers.where('given_by', '=', account.name).execute()
    await trx.updateTable('factor_reset').set({ why: '–' }).where('account_id', '=', id).execute()
    const ending = trx.updateTable('membership').set({ ended_at: act.at })
    await ending.where('account_id', '=', id).where('ended_at', 'is', null).execute()
    const deed = { action: 'account.erased', subject: `account:${id}`, why, details: { account: id } }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
    return true
  })
}
