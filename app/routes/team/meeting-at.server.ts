// The meeting in the address, for the pages of its session.
import { findMeeting, type Meeting } from '#db/meetings.ts'
import type { Db } from '#db/tables.ts'
import { notFound } from '../../access.server.ts'

/** @throws a Response 404 when there is no such meeting */
export async function requireMeetingAt(db: Db, slug: string | undefined): Promise<Meeting> {
  const meeting = slug ? await findMeeting(db, slug) : undefined
  if (!meeting) throw notFound()
  return meeting
}
