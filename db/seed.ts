// Fills an empty database with the demonstration: invented delegations that answer, and a real roster that waits.
import type { Kysely, Transaction } from 'kysely'
import type { Library } from '#surveys/definition/library.ts'
import { invitePeople, seating } from './demonstration/arrivals.ts'
import { writeDraft } from './demonstration/authoring.ts'
import { momentFrom } from './demonstration/calendar.ts'
import { recordEvidence } from './demonstration/decisions.ts'
import { withInstitutions } from './demonstration/institutions.ts'
import { takeSnapshots } from './demonstration/moments.ts'
import { preparations } from './demonstration/preparations.ts'
import { replying } from './demonstration/replying.ts'
import { requestHelp } from './demonstration/requests.ts'
import { prepareSession } from './demonstration/session.ts'
import type { Stage } from './demonstration/stage.ts'
import type { Db, Tables } from './tables.ts'

export type Seeding = {
  /** all of `surveys/`, read */
  readonly library: Pick<Library, 'questionnaires' | 'rosters'>
  /** every day of the demonstration is counted from this one */
  readonly now: Date
}

/**
 * Seeds the demonstration, in one transaction: what fails leaves nothing.
 * @returns false, and does nothing, when the database holds a meeting or an account already
 * @throws when the library lacks a questionnaire or roster of the demonstration
 */
export async function seedDemonstration(db: Kysely<Tables>, { library, now }: Seeding): Promise<boolean> {
  // Not `inTransaction`: seeding takes longer than any deed may, and nobody else works on an empty database.
  return db.transaction().execute(async (trx) => {
    if (!(await isEmpty(trx))) return false
    await playStory(trx, { library, now })
    return true
  })
}

/** True when nobody has an account and nothing has been planned. */
export async function isEmpty(db: Db): Promise<boolean> {
  const account = await db.selectFrom('account').select('id').limit(1).executeTakeFirst()
  const meeting = await db.selectFrom('meeting').select('id').limit(1).executeTakeFirst()
  return !account && !meeting
}

/** Everything happens in the order of its days, so that the trail and the history read like real ones. */
async function playStory(trx: Transaction<Tables>, { library, now }: Seeding): Promise<void> {
  const stage: Stage = { trx, library, seeded: now, accounts: await invitePeople(trx, now) }
  const told = [
    seating,
    preparations,
    replying,
    withInstitutions,
    recordEvidence,
    takeSnapshots,
    requestHelp,
    prepareSession,
    writeDraft,
  ]
  const scenes = told.flatMap((scenesOf) => scenesOf(stage))
  for (const { day, play } of scenes.sort((a, b) => a.day - b.day)) await play(momentFrom(now, day))
}
