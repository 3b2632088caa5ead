// What has been kept long enough, by a decision of people: counted first, erased when they say so. Nothing happens by itself.
import { type Act, HOUSE, recordAudit } from './audit.ts'
import { erasePerson, isErased } from './personal-data.ts'
import type { Db } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Expired = {
  /** ids of accounts whose last role ended before the day, or who never had one */
  readonly people: readonly string[]
  /** letters that were sent, or refused, before the day */
  readonly letters: number
  /** invitations that were used, revoked or had expired before the day */
  readonly invitations: number
}

/** What a decision would erase. @param before ISO time: what ended earlier has been kept long enough */
export async function expiredBy(db: Db, before: string): Promise<Expired> {
  return {
    people: await peopleGone(db, before),
    letters: await lettersOver(db, before),
    invitations: await invitationsOver(db, before),
  }
}

/** Erases it, in one transaction with the entry that names the decision. @returns what was erased */
export async function applyRetention(
  db: Db,
  { before, why, ...act }: Act & { before: string; why: string },
): Promise<Expired> {
  return inTransaction(db, async (trx) => {
    const expired = await expiredBy(trx, before)
    for (const id of expired.people) await erasePerson(trx, { ...act, id, why })
    await trx.deleteFrom('outbox').where('state', '<>', 'waiting').where('created_at', '<', before).execute()
    await trx.deleteFrom('invitation').where('id', 'in', overInvitations(trx, before)).execute()
    const { letters, invitations, people } = expired
    const details = { before, people: people.length, letters, invitations }
    const deed = { action: 'retention.applied', subject: `retention:${before.slice(0, 10)}`, why, details }
    await recordAudit(trx, { ...act, chains: [HOUSE], ...deed })
    return expired
  })
}

async function peopleGone(db: Db, before: string): Promise<string[]> {
  const later = db
    .selectFrom('membership')
    .select('account_id')
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>=', before)]))
  const rows = await db
    .selectFrom('account')
    .select(['id', 'email'])
    .where('created_at', '<', before)
    .where('id', 'not in', later)
    .orderBy('id')
    .execute()
  return rows.filter((row) => !isErased(row)).map(({ id }) => id)
}

async function lettersOver(db: Db, before: string): Promise<number> {
  const query = db.selectFrom('outbox').select(({ fn }) => fn.countAll<number>().as('count'))
  const { count } = await query
    .where('state', '<>', 'waiting')
    .where('created_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function invitationsOver(db: Db, before: string): Promise<number> {
  return (await overInvitations(db, before).execute()).length
}

function overInvitations(db: Db, before: string) {
  return db
    .selectFrom('invitation')
    .select('id')
    .where('created_at', '<', before)
    .where((eb) =>
      eb.or([eb('accepted_at', '<', before), eb('revoked_at', '<', before), eb('expires_at', '<', before)]),
    )
}
