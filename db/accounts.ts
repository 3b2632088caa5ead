// People: accounts, and the places they have. Signing in is app/auth.ts; who holds which place is here.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Role = Tables['membership']['role']
export type Place = { readonly role: Role; readonly meetingId: string | null; readonly country: string | null }
export type Membership = Place & {
  readonly id: string
  readonly accountId: string
  readonly endedAt: string | null
  readonly createdAt: string
}
export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly disabledAt: string | null
  readonly createdAt: string
  /** those in force; ended ones are in the trail */
  readonly memberships: readonly Membership[]
}

/** Everybody with an account, by name. @param filter `meetingId`, `country`: only those with such a place */
export async function listPeople(db: Db, filter: { meetingId?: string; country?: string } = {}): Promise<Person[]> {
  const { meetingId, country } = filter
  const memberships = await db
    .selectFrom('membership')
    .selectAll()
    .where('ended_at', 'is', null)
    .$if(meetingId !== undefined, (query) => query.where('meeting_id', '=', meetingId as string))
    .$if(country !== undefined, (query) => query.where('country', '=', country as string))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const accounts = await db.selectFrom('account').select(ACCOUNT).orderBy('name').orderBy('id').execute()
  const people = accounts.map((row) => readPerson(row, memberships))
  const isFiltered = meetingId !== undefined || country !== undefined
  return isFiltered ? people.filter((person) => person.memberships.length > 0) : people
}

/** One person with the places in force. @param by an account's id, or its address in any case */
export async function findAccount(db: Db, by: { id: string } | { email: string }): Promise<Person | undefined> {
  const query = db.selectFrom('account').select(ACCOUNT)
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('email', '=', by.email.trim().toLowerCase())
  ).executeTakeFirst()
  return row && readPerson(row, await membershipsOf(db, row.id))
}

const ACCOUNT = ['id', 'name', 'email', 'disabled_at', 'created_at'] as const
type AccountRow = { id: string; name: string; email: string; disabled_at: string | null; created_at: string }

function membershipsOf(db: Db, accountId: string) {
  const query = db
    .selectFrom('membership')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  return query.orderBy('created_at').orderBy('id').execute()
}

/** The places of an account that are in force, the oldest first. */
export async function listMemberships(db: Db, accountId: string): Promise<Membership[]> {
  return (await membershipsOf(db, accountId)).map(readMembership)
}

/** Gives somebody a place; the one they have already stays. @returns its id */
export async function addMembership(
  db: Db,
  { accountId, role, meetingId, country, ...act }: Act & Place & { accountId: string },
): Promise<string> {
  return inTransaction(db, async (trx) => {
    const place = { role, meetingId, country }
    const same = (await membershipsOf(trx, accountId)).find((row) => isSamePlace(readMembership(row), place))
    if (same) return same.id
    const id = randomUUID()
    await trx
      .insertInto('membership')
      .values({ id, account_id: accountId, meeting_id: meetingId, country, role, ended_at: null, created_at: act.at })
      .execute()
    await record(trx, act, accountId, 'membership.added', { before: null, after: place })
    return id
  })
}

const isSamePlace = (a: Place, b: Place) => a.role === b.role && a.meetingId === b.meetingId && a.country === b.country

/** Ends a place. @returns false when it has ended, or never was */
export async function endMembership(
  db: Db,
  { id, why, ...act }: Act & { id: string; why?: string | null },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const row = await holdMembership(trx, id)
    if (!row) return false
    await trx.updateTable('membership').set({ ended_at: act.at }).where('id', '=', id).execute()
    const { accountId, role, meetingId, country } = readMembership(row)
    await record(trx, act, accountId, 'membership.ended', { before: { role, meetingId, country }, after: null, why })
    return true
  })
}

/**
 * Gives a place another role, as an end and a beginning: what somebody was stays readable.
 * @returns the id of the new membership; null when the old one has ended
 */
export async function changeRole(
  db: Db,
  { id, role, why, ...act }: Act & { id: string; role: Role; why?: string | null },
): Promise<string | null> {
  return inTransaction(db, async (trx) => {
    const row = await holdMembership(trx, id)
    if (!row) return null
    if (row.role === role) return id
    await endMembership(trx, { id, why, ...act })
    const { accountId, meetingId, country } = readMembership(row)
    return addMembership(trx, { ...act, accountId, role, meetingId, country })
  })
}

function holdMembership(trx: Transaction<Tables>, id: string) {
  const query = trx.selectFrom('membership').selectAll().where('id', '=', id).where('ended_at', 'is', null)
  return locked(trx, query, 'membership').executeTakeFirst()
}

/**
 * Shuts somebody out, at once: all sessions end. Places stay, for the day the account is enabled again.
 * @returns false when the account is disabled already, or unknown
 */
export async function disableAccount(
  db: Db,
  { id, why, ...act }: Act & { id: string; why?: string | null },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await setDisabled(trx, id, act.at))) return false
    await trx.deleteFrom('session').where('account_id', '=', id).execute()
    await record(trx, act, id, 'account.disabled', { before: { isDisabled: false }, after: { isDisabled: true }, why })
    return true
  })
}

/** Lets somebody in again. @returns false when the account is not disabled */
export async function enableAccount(
  db: Db,
  { id, why, ...act }: Act & { id: string; why?: string | null },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await setDisabled(trx, id, null))) return false
    await record(trx, act, id, 'account.enabled', { before: { isDisabled: true }, after: { isDisabled: false }, why })
    return true
  })
}

async function setDisabled(trx: Transaction<Tables>, id: string, disabled_at: string | null): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('account')
    .set({ disabled_at })
    .where('id', '=', id)
    .where('disabled_at', disabled_at ? 'is' : 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Changed = { before: unknown; after: unknown; why?: string | null }

function record(
  trx: Transaction<Tables>,
  act: Act,
  account: string,
  action: string,
  change: Changed,
): Promise<string[]> {
  const details = { account, from: change.before, to: change.after }
  return recordAudit(trx, { ...act, chains: [HOUSE], action, subject: `account:${account}`, ...change, details })
}

function readPerson(row: AccountRow, memberships: readonly Tables['membership'][]): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
    memberships: memberships.filter(({ account_id }) => account_id === row.id).map(readMembership),
  }
}

function readMembership(row: Tables['membership']): Membership {
  return {
    id: row.id,
    accountId: row.account_id,
    role: row.role,
    meetingId: row.meeting_id,
    country: row.country,
    endedAt: row.ended_at,
    createdAt: row.created_at,
  }
}
