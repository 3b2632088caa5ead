// The agenda of a session: items in order, each with its time and with what the screens show then.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import { locked } from './engine.ts'
import { touchStage } from './stages.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type AgendaItem = {
  readonly id: string
  readonly title: Text
  /** what people want said below the title; empty: the finding of what is shown */
  readonly says: Text
  /** ISO 8601 UTC; null: follows the item before it */
  readonly startsAt: string | null
  readonly minutes: number
  /** what is shown, as written in `shows.ts` of the plenary */
  readonly shows: string
  readonly notes: string
}

/** The items of a meeting in their order. */
export async function listAgenda(db: Db, meetingId: string): Promise<AgendaItem[]> {
  const query = db.selectFrom('agenda_item').selectAll().where('meeting_id', '=', meetingId)
  const rows = await query.orderBy('place').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    title: JSON.parse(row.title),
    says: JSON.parse(row.says),
    startsAt: row.starts_at,
    minutes: Number(row.minutes),
    shows: row.shows,
    notes: row.notes,
  }))
}

type Kept = Omit<AgendaItem, 'id'>

/** Puts an item at the end, or changes the one with this id. @returns false when there is no such item in the meeting */
export async function keepItem(
  db: Db,
  keeping: Act & Kept & { meetingId: string; itemId: string | null },
): Promise<boolean> {
  const { meetingId, itemId, title, says, startsAt, minutes, shows, notes, ...act } = keeping
  return inTransaction(db, async (trx) => {
    const known = await holdAgenda(trx, meetingId)
    if (itemId && !known.includes(itemId)) return false
    const texts = { title: JSON.stringify(title), says: JSON.stringify(says) }
    const row = { ...texts, starts_at: startsAt, minutes, shows, notes }
    const id = itemId ?? randomUUID()
    if (itemId) await trx.updateTable('agenda_item').set(row).where('id', '=', itemId).execute()
    else
      await trx
        .insertInto('agenda_item')
        .values({ id, meeting_id: meetingId, place: known.length + 1, ...row })
        .execute()
    await record(trx, { ...act, meetingId, id, what: itemId ? 'changed' : 'added', after: row })
    return true
  })
}

/** Takes an item out. @returns false when there is no such item in the meeting */
export async function removeItem(db: Db, step: Act & { meetingId: string; itemId: string }): Promise<boolean> {
  const { meetingId, itemId, ...act } = step
  return inTransaction(db, async (trx) => {
    const known = await holdAgenda(trx, meetingId)
    if (!known.includes(itemId)) return false
    await trx.updateTable('stage').set({ item_id: null }).where('item_id', '=', itemId).execute()
    await trx.deleteFrom('agenda_item').where('id', '=', itemId).execute()
    await placeAll(
      trx,
      known.filter((id) => id !== itemId),
    )
    await record(trx, { ...act, meetingId, id: itemId, what: 'removed', after: null })
    return true
  })
}

/** Moves an item by one place, as far as there is one. @returns false when there is no such item in the meeting */
export async function moveItem(
  db: Db,
  step: Act & { meetingId: string; itemId: string; by: -1 | 1 },
): Promise<boolean> {
  const { meetingId, itemId, by, ...act } = step
  return inTransaction(db, async (trx) => {
    const known = await holdAgenda(trx, meetingId)
    const place = known.indexOf(itemId)
    if (place < 0) return false
    const others = known.filter((id) => id !== itemId)
    const order = others.toSpliced(Math.max(0, place + by), 0, itemId)
    await placeAll(trx, order)
    await record(trx, { ...act, meetingId, id: itemId, what: 'moved', after: { place: order.indexOf(itemId) + 1 } })
    return true
  })
}

/** The ids of the items in order; nobody else changes the agenda until the transaction ends. */
async function holdAgenda(trx: Transaction<Tables>, meetingId: string): Promise<string[]> {
  const meeting = trx.selectFrom('meeting').select('id').where('id', '=', meetingId)
  await locked(trx, meeting, 'meeting').executeTakeFirstOrThrow()
  const items = trx.selectFrom('agenda_item').select('id').where('meeting_id', '=', meetingId)
  return (await items.orderBy('place').orderBy('id').execute()).map(({ id }) => id)
}

async function placeAll(trx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await trx
      .updateTable('agenda_item')
      .set({ place: index + 1 })
      .where('id', '=', id)
      .execute()
}

type Change = Act & { meetingId: string; id: string; what: 'added' | 'changed' | 'removed' | 'moved'; after: unknown }

async function record(trx: Transaction<Tables>, { meetingId, id, what, after, ...act }: Change): Promise<void> {
  // Screens show titles and order.
  await touchStage(trx, meetingId)
  await recordAudit(trx, {
    ...act,
    chains: [meetingChain(meetingId)],
    action: 'agenda.changed',
    subject: `agenda_item:${id}`,
    after,
    details: { what },
  })
}
