// Mail that waits to be sent: queued with the deed that causes it, sent afterwards, tried again with growing pauses.
import { randomUUID } from 'node:crypto'
import { kindOf } from './engine.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string | null
  readonly language: string
}
export type QueuedMail = Letter & { readonly id: string; readonly attempts: number }
export type OutboxMail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
  readonly state: Tables['outbox']['state']
  readonly attempts: number
  readonly nextAttemptAt: string
  readonly lastError: string | null
  readonly createdAt: string
  readonly sentAt: string | null
}

/** Minutes to wait after the first, second … failed attempt; after the last one, the letter is refused. */
const PAUSES = [1, 5, 15, 60, 240, 720, 1440]

/** Puts a letter into the outbox, due at once. Use it inside the transaction of what causes the letter. @returns its id */
export async function queueMail(
  db: Db,
  { to, subject, text, html, language, at }: Letter & { at: string },
): Promise<string> {
  const id = randomUUID()
  const body = { to_address: to, subject, body_text: text, body_html: html ?? null, language }
  await db
    .insertInto('outbox')
    .values({ id, ...body, state: 'waiting', attempts: 0, next_attempt_at: at, created_at: at })
    .execute()
  return id
}

/**
 * Takes letters that are due, each for one process only: an attempt is counted and the next one set before sending, so
 * that a process that dies meanwhile loses nothing and sends nothing twice at the same time.
 * @returns at most `limit` (10), oldest first; say `markSent` or `markRefused` for each
 */
export async function takeDue(db: Db, { at, limit = 10 }: { at: string; limit?: number }): Promise<QueuedMail[]> {
  return inTransaction(db, async (trx) => {
    const due = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_attempt_at', '<=', at)
      .orderBy('next_attempt_at')
      .orderBy('id')
      .limit(limit)
      .$if(kindOf(trx) === 'postgres', (query) => query.forUpdate().skipLocked())
      .execute()
    for (const { id, attempts } of due) {
      const next_attempt_at = afterPause(at, attempts)
      await trx
        .updateTable('outbox')
        .set({ attempts: attempts + 1, next_attempt_at })
        .where('id', '=', id)
        .execute()
    }
    return due.map((row) => ({
      id: row.id,
      to: row.to_address,
      subject: row.subject,
      text: row.body_text,
      html: row.body_html,
      language: row.language,
      attempts: row.attempts + 1,
    }))
  })
}

function afterPause(at: string, attempts: number): string {
  const minutes = PAUSES[Math.min(attempts, PAUSES.length - 1)] ?? 1
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

/** The letter is on its way. Its body goes: it may hold a link that opens a door. */
export async function markSent(db: Db, { id, at }: { id: string; at: string }): Promise<void> {
  const gone = { body_text: '', body_html: null, last_error: null }
  await db
    .updateTable('outbox')
    .set({ state: 'sent', sent_at: at, ...gone })
    .where('id', '=', id)
    .execute()
}

/**
 * The attempt failed. The letter waits for its next attempt, or is refused for good when the server said so or all
 * attempts are used up; then a manager sees it and may send it again.
 */
export async function markRefused(
  db: Db,
  { id, error, isFinal }: { id: string; error: string; isFinal: boolean },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const row = await trx.selectFrom('outbox').select('attempts').where('id', '=', id).executeTakeFirst()
    const isOver = isFinal || (row?.attempts ?? 0) >= PAUSES.length
    await trx
      .updateTable('outbox')
      .set({ last_error: error.slice(0, 500), state: isOver ? 'refused' : 'waiting' })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
  })
}

/** Puts a refused letter back into the queue, due at once. @returns whether there was one */
export async function sendAgain(db: Db, { id, at }: { id: string; at: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'waiting', attempts: 0, next_attempt_at: at })
    .where('id', '=', id)
    .where('state', '=', 'refused')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many letters are in this state. */
export async function countMail(db: Db, state: Tables['outbox']['state']): Promise<number> {
  const query = db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', state)
  return Number((await query.executeTakeFirstOrThrow()).count)
}

/** The outbox, newest first; at most `limit` (100). Who shows it decides whether anybody may see `text`. */
export async function listMail(
  db: Db,
  { state, limit = 100 }: { state?: Tables['outbox']['state']; limit?: number } = {},
): Promise<OutboxMail[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .$if(state !== undefined, (query) => query.where('state', '=', state as Tables['outbox']['state']))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    text: row.body_text,
    language: row.language,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  }))
}
