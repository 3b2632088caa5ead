// Meetings: a session such as "5th CrimEx, Second Part", with its roster as it was when the meeting was made.
import { randomUUID } from 'node:crypto'
import type { Roster, Text } from '#surveys/definition/model.ts'
import { type Act, meetingChain, recordAudit } from './audit.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type Meeting = {
  readonly id: string
  readonly slug: string
  readonly title: Text
  readonly roster: Roster
  /** IANA name, as printed with every deadline */
  readonly timeZone: string
  /** ISO dates */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly createdAt: string
}
export type NewMeeting = Pick<Meeting, 'slug' | 'title' | 'roster' | 'timeZone'> & {
  readonly startsOn?: string | null
  readonly endsOn?: string | null
}

/** Makes a meeting. @returns it; null when another has the slug */
export async function createMeeting(db: Db, meeting: NewMeeting & Act): Promise<Meeting | null> {
  const { slug, title, roster, timeZone, startsOn = null, endsOn = null, actor, at, requestId } = meeting
  return inTransaction(db, async (trx) => {
    const row = await trx
      .insertInto('meeting')
      .values({
        id: randomUUID(),
        slug,
        title: JSON.stringify(title),
        roster: JSON.stringify(roster),
        time_zone: timeZone,
        starts_on: startsOn,
        ends_on: endsOn,
        created_at: at,
      })
      .onConflict((oc) => oc.column('slug').doNothing())
      .returning(COLUMNS)
      .executeTakeFirst()
    if (!row) return null
    await recordAudit(trx, {
      actor,
      at,
      requestId,
      chains: [meetingChain(row.id)],
      action: 'meeting.created',
      subject: `meeting:${row.id}`,
      after: { slug, title, roster, timeZone, startsOn, endsOn },
      details: { slug, countries: roster.countries.map(({ code }) => code) },
    })
    return readMeeting(trx, row)
  })
}

export async function findMeeting(db: Db, slug: string): Promise<Meeting | undefined> {
  const row = await db.selectFrom('meeting').select(COLUMNS).where('slug', '=', slug).executeTakeFirst()
  return row && readMeeting(db, row)
}

export async function findMeetingById(db: Db, id: string): Promise<Meeting | undefined> {
  const row = await db.selectFrom('meeting').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && readMeeting(db, row)
}

/** All meetings, the youngest first. */
export async function listMeetings(db: Db): Promise<Meeting[]> {
  const query = db.selectFrom('meeting').select(COLUMNS).orderBy('created_at', 'desc').orderBy('slug')
  return Promise.all((await query.execute()).map((row) => readMeeting(db, row)))
}

/** Without the roster, which is long and known already. */
const COLUMNS = ['id', 'slug', 'title', 'time_zone', 'starts_on', 'ends_on', 'created_at'] as const

const rosters = new Map<string, Roster>()
const MOST_ROSTERS = 20

/**
 * The roster of a meeting. Kept in memory by the meeting's id: it stays as it was when the meeting was made.
 * @throws when there is no such meeting
 */
export async function rosterOf(db: Db, meetingId: string): Promise<Roster> {
  const known = rosters.get(meetingId)
  if (known) return known
  const query = db.selectFrom('meeting').select('roster').where('id', '=', meetingId)
  const roster = JSON.parse((await query.executeTakeFirstOrThrow()).roster) as Roster
  const oldest = rosters.keys().next().value
  if (rosters.size >= MOST_ROSTERS && oldest) rosters.delete(oldest)
  rosters.set(meetingId, roster)
  return roster
}

async function readMeeting(db: Db, row: Omit<Tables['meeting'], 'roster'>): Promise<Meeting> {
  return {
    id: row.id,
    slug: row.slug,
    title: JSON.parse(row.title),
    roster: await rosterOf(db, row.id),
    timeZone: row.time_zone,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    createdAt: row.created_at,
  }
}
