// The jobs of a running server: looking after the disk and the clock, chaining the trail, forgetting what has ended.
import { checkpointAudit } from '#db/audit-proof.ts'
import { forgetIntents } from '#db/intents.ts'
import { forgetLimits } from '#db/rate-limits.ts'
import { forgetChallenges, forgetSessions } from '#db/sessions.ts'
import type { House } from '../house.ts'
import { sendDaily } from '../reminders/daily.ts'
import { sendReminders } from '../reminders/sending.ts'
import { clockWatch } from './clock.ts'
import type { Job } from './timers.ts'

/** Milliseconds. */
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long a form that was sent can be sent again and get the same answer. */
const INTENTS = 90 * DAY
/** Minutes between checkpoints of the trail. */
const CHECKPOINTS = 60

export function jobsOf(house: House): Job[] {
  const { db, clock, log, storage } = house
  const ago = (milliseconds: number) => new Date(clock().getTime() - milliseconds).toISOString()
  const watch = clockWatch(clock, log)
  return [
    { name: 'disk', every: 5 * SECOND, writes: false, run: () => storage.look() },
    { name: 'clock', every: 5 * SECOND, writes: false, run: async () => watch() },
    {
      name: 'checkpoint',
      every: 5 * MINUTE,
      writes: true,
      run: async () => {
        const made = await checkpointAudit(db, { at: clock().toISOString(), minutes: CHECKPOINTS })
        if (made) log.info('checkpoint', made)
      },
    },
    {
      name: 'reminders',
      every: 5 * MINUTE,
      writes: true,
      run: async () => {
        const letters = { reminders: await sendReminders(house), daily: await sendDaily(house) }
        if (letters.reminders + letters.daily > 0) log.info('reminded', letters)
      },
    },
    {
      name: 'forgetting',
      every: HOUR,
      writes: true,
      run: async () => {
        const now = clock().toISOString()
        const forgotten = {
          intents: await forgetIntents(db, ago(INTENTS)),
          sessions: await forgetSessions(db, now),
          challenges: await forgetChallenges(db, now),
          limits: await forgetLimits(db, ago(DAY)),
        }
        if (Object.values(forgotten).some((count) => count > 0)) log.info('forgotten', forgotten)
      },
    },
  ]
}
