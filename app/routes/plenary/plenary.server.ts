// The meeting whose plenary the address names, for those who take part in it.
import { findMeeting, listMeetings, type Meeting } from '#db/meetings.ts'
import { findSnapshot, listSnapshots } from '#db/snapshots.ts'
import { findStage } from '#db/stages.ts'
import { notFound, type ParticipantVisit } from '../../access.server.ts'
import { type Asking, type Showing, showingOf } from '../../plenary/held.server.ts'

/** @throws a Response 404 when there is no such meeting, or it is not theirs */
export async function requirePlenary({ db, params, membership }: ParticipantVisit): Promise<Meeting> {
  const meeting = await findMeeting(db, params.meeting ?? '')
  if (!meeting || !takesPart(membership, meeting)) throw notFound()
  return meeting
}

/** What the room has before its eyes: the snapshot on the stage, else the newest that is released; null before one is. */
export async function showingFor(visit: Asking, meeting: Meeting): Promise<Showing | null> {
  const stage = await findStage(visit.db, meeting.id)
  if (stage) return showingOf(visit, meeting, stage)
  const [snapshot] = await listSnapshots(visit.db, { meetingId: meeting.id, isReleased: true })
  return snapshot ? { meeting, snapshot, reveal: 'region' } : null
}

/** A snapshot of the meeting as everybody reads it; null when it is not released, or not there. */
export async function showingAt({ db }: Asking, meeting: Meeting, number: number): Promise<Showing | null> {
  const snapshot = await findSnapshot(db, { meetingId: meeting.id, number })
  return snapshot?.releasedAt ? { meeting, snapshot, reveal: 'region' } : null
}

/** The meetings of the membership acted in; a delegation's are those to whose roster it belongs. */
export async function meetingsOf({ db, membership }: ParticipantVisit): Promise<Meeting[]> {
  return (await listMeetings(db)).filter((meeting) => takesPart(membership, meeting))
}

function takesPart({ meetingId, country }: ParticipantVisit['membership'], { id, roster }: Meeting): boolean {
  return (!meetingId || meetingId === id) && (!country || roster.countries.some(({ code }) => code === country))
}
