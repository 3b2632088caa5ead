// The people of the demonstration get an account without a password: only the demonstration's own page lets them in.
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { addMembership } from '../accounts.ts'
import { HOUSE, recordAudit } from '../audit.ts'
import { findMeeting } from '../meetings.ts'
import type { Tables } from '../tables.ts'
import { momentFrom } from './calendar.ts'
import { addressOf, type DemoPerson, PEOPLE } from './people.ts'
import { accountOf, missing, type Scene, type Stage } from './stage.ts'

/** The day on which everybody has arrived, before anything else happens. */
const ARRIVAL = -235
const TEAM = ['manager', 'officer', 'translator']

/** Makes the accounts. @returns their ids, by the key of the person */
export async function invitePeople(trx: Transaction<Tables>, seeded: Date): Promise<Map<string, string>> {
  const at = momentFrom(seeded, ARRIVAL)
  const accounts = new Map<string, string>()
  for (const { key, name, language } of PEOPLE) {
    const id = randomUUID()
    const row = {
      id,
      name,
      email: addressOf(key),
      email_verified: 1 as const,
      language,
      created_at: at,
      updated_at: at,
    }
    await trx.insertInto('account').values(row).execute()
    const deed = { actor: 'system', at, chains: [HOUSE], action: 'account.created', subject: `account:${id}` }
    await recordAudit(trx, { ...deed, details: { account: id } })
    accounts.set(key, id)
  }
  return accounts
}

/** Everybody takes a place: the team in all meetings, the others in the session of the demonstration. */
export function seating(stage: Stage): Scene[] {
  return PEOPLE.map((person) => ({
    day: TEAM.includes(person.role) ? ARRIVAL : -35,
    play: (at) => seat(stage, person, at),
  }))
}

async function seat(stage: Stage, { key, role, country }: DemoPerson, at: string): Promise<void> {
  const meeting = TEAM.includes(role) ? null : ((await findMeeting(stage.trx, 'demo')) ?? missing('meeting demo'))
  const actor = key === 'manager' ? 'system' : accountOf(stage, 'manager')
  await addMembership(stage.trx, {
    actor,
    at,
    accountId: accountOf(stage, key),
    role,
    country,
    meetingId: meeting?.id ?? null,
  })
}
