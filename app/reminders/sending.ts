// Reminders go out by the clock of the server: in the morning of the meeting, one letter for everything somebody has due.
import { listPeople, type Person } from '#db/accounts.ts'
import { findProfile } from '#db/profiles.ts'
import { dueReplies, remindOnce } from '#db/reminders.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { wallTimeOf } from '#db/wall-clock.ts'
import { HOUR } from '#surveys/answering/reminders.ts'
import type { House } from '../house.ts'
import { digestLetter } from './digest.ts'
import { type DueMatter, mattersOn } from './matters.ts'

/** Hours between two letters of reminders to the same person: what comes up meanwhile waits for the next morning. */
const QUIET = 20 * 3_600_000

/** Queues the letters whose turn has come. @returns how many */
export async function sendReminders(house: Pick<House, 'db' | 'config' | 'words' | 'clock'>): Promise<number> {
  const { db, clock } = house
  const now = clock()
  const people = await listPeople(db)
  const byAccount = await dueNow(db, people, now)
  let letters = 0
  for (const [accountId, matters] of byAccount) {
    const addressee = await findProfile(db, accountId)
    if (!addressee) continue
    const sent = await remindOnce(db, {
      accountId,
      matters,
      write: (fresh) => digestLetter(house, addressee, fresh),
      at: now.toISOString(),
      quietSince: new Date(now.getTime() - QUIET).toISOString(),
    })
    if (sent.length > 0) letters += 1
  }
  return letters
}

/** By account, over all rounds that are open and whose meeting has come to its morning. */
async function dueNow(db: Db, people: readonly Person[], now: Date): Promise<Map<string, DueMatter[]>> {
  const all = new Map<string, DueMatter[]>()
  for (const round of await listRounds(db)) {
    const { date, time } = wallTimeOf(now, round.meeting.timeZone)
    if (round.state !== 'open' || round.reminders.length === 0 || Number(time.slice(0, 2)) < HOUR) continue
    const matters = mattersOn({ round, replies: await dueReplies(db, round), people }, date)
    for (const [id, own] of matters) all.set(id, [...(all.get(id) ?? []), ...own])
  }
  return all
}
