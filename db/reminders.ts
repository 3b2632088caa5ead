// Reminders: what is due and whose it is, and which letter went out for it. A letter and the note that it went are one deed.
import type { Transaction } from 'kysely'
import type { ReplyState } from '#surveys/answering/states.ts'
import { recordAudit, responseChain } from './audit.ts'
import { locked } from './engine.ts'
import { type Letter, queueMail } from './outbox.ts'
import { replyStateOf } from './situations.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

/** A reply with the dates that it waits for; the days of questions and tasks are ISO dates. */
export type DueReply = {
  readonly responseId: string
  readonly country: string
  readonly state: ReplyState
  /** its own deadline, else the round's; ISO 8601 */
  readonly deadline: string | null
  /** open questions of the team, by their day */
  readonly questions: readonly { readonly dueOn: string; readonly count: number }[]
  /** open tasks inside the delegation, by person and day; never shown to the team */
  readonly tasks: readonly { readonly accountId: string; readonly dueOn: string; readonly count: number }[]
}

/** The replies to a round in protocol order, with everything in them that has a date. */
export async function dueReplies(db: Db, round: { id: string; deadline: string | null }): Promise<DueReply[]> {
  const replies = db.selectFrom('response').selectAll().where('round_id', '=', round.id).orderBy('place')
  const own = db.selectFrom('response').select('id').where('round_id', '=', round.id)
  const questions = await db
    .selectFrom('clarification')
    .select(({ fn }) => ['response_id', 'due_on', fn.countAll<number>().as('count')])
    .where('response_id', 'in', own)
    .where('state', '=', 'open')
    .where('due_on', 'is not', null)
    .groupBy(['response_id', 'due_on'])
    .orderBy('due_on')
    .execute()
  const tasks = await db
    .selectFrom('assignment')
    .select(({ fn }) => ['response_id', 'account_id', 'due_on', fn.countAll<number>().as('count')])
    .where('response_id', 'in', own)
    .where('done_at', 'is', null)
    .where('due_on', 'is not', null)
    .where('account_id', 'is not', null)
    .groupBy(['response_id', 'account_id', 'due_on'])
    .orderBy('due_on')
    .orderBy('account_id')
    .execute()
  return (await replies.execute()).map((row) => ({
    responseId: row.id,
    country: row.country,
    state: replyStateOf(row),
    deadline: row.deadline ?? round.deadline,
    questions: questions
      .filter(({ response_id }) => response_id === row.id)
      .map(({ due_on, count }) => ({ dueOn: due_on ?? '', count: Number(count) })),
    tasks: tasks
      .filter(({ response_id }) => response_id === row.id)
      .map(({ account_id, due_on, count }) => ({
        accountId: account_id ?? '',
        dueOn: due_on ?? '',
        count: Number(count),
      })),
  }))
}

/** How the matter of the team's daily letter begins. */
export const DAILY = 'daily:'

/** One thing that somebody is to be reminded of. */
export type Matter = {
  /** unique for the person: what, when, and for which step */
  readonly matter: string
  /** null: private to a delegation, or the team's own */
  readonly responseId: string | null
  readonly step: number | null
}
type Reminding<M extends Matter> = {
  readonly accountId: string
  readonly matters: readonly M[]
  /** makes the letter of those that it has not gone out for */
  readonly write: (fresh: readonly M[]) => Letter
  /** ISO 8601 */
  readonly at: string
  /** no letter when one went out since then: the next one says both; the daily letter of the team does not count */
  readonly quietSince?: string
}

/**
 * Queues one letter about all of it, once per person and matter: also when the server starts again in the middle, and
 * when two processes have the same thought.
 * @returns what it went out for; nothing: no letter
 */
export async function remindOnce<M extends Matter>(db: Db, reminding: Reminding<M>): Promise<readonly M[]> {
  const { accountId, matters, write, at, quietSince } = reminding
  return inTransaction(db, async (trx) => {
    // Whoever holds the account is alone with it.
    const account = trx.selectFrom('account').select(['id', 'disabled_at']).where('id', '=', accountId)
    const held = await locked(trx, account, 'account').executeTakeFirst()
    if (!held || held.disabled_at !== null) return []
    const sent = trx.selectFrom('reminder').select(['matter', 'at']).where('account_id', '=', accountId)
    const before = await sent.execute()
    if (quietSince !== undefined && before.some((one) => one.at > quietSince && !one.matter.startsWith(DAILY)))
      return []
    const known = new Set(before.map(({ matter }) => matter))
    const fresh = matters.filter(({ matter }) => !known.has(matter))
    if (fresh.length === 0) return []
    const mail_id = await queueMail(trx, { ...write(fresh), at })
    const rows = fresh.map(({ matter, responseId, step }) => ({
      account_id: accountId,
      matter,
      response_id: responseId,
      step,
      mail_id,
      at,
    }))
    await trx.insertInto('reminder').values(rows).execute()
    for (const one of fresh) await record(trx, one, at)
    return fresh
  })
}

/** In the trail of the reply, for both sides; what is private to a delegation has no reply here. */
async function record(trx: Transaction<Tables>, { responseId, step }: Matter, at: string): Promise<void> {
  if (responseId === null) return
  await recordAudit(trx, {
    actor: 'system',
    at,
    chains: [responseChain(responseId)],
    action: 'response.reminded',
    subject: `response:${responseId}`,
    details: { step },
  })
}

export type SentReminder = {
  readonly country: string
  readonly name: string
  readonly step: number | null
  readonly at: string
  /** of its letter; null: the letter has been erased since */
  readonly state: Tables['outbox']['state'] | null
  readonly lastError: string | null
}

/** What went out about the replies to a round, the youngest first; not what is private to a delegation. */
export async function listReminders(db: Db, roundId: string): Promise<SentReminder[]> {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('response', 'response.id', 'reminder.response_id')
    .innerJoin('account', 'account.id', 'reminder.account_id')
    .leftJoin('outbox', 'outbox.id', 'reminder.mail_id')
    .select(['response.country', 'account.name', 'reminder.step', 'reminder.at'])
    .select(['outbox.state', 'outbox.last_error as lastError'])
    .where('response.round_id', '=', roundId)
    .orderBy('reminder.at', 'desc')
    .orderBy('response.place')
    .orderBy('account.name')
    .execute()
  return rows.map((row) => ({ ...row, step: row.step === null ? null : Number(row.step) }))
}
