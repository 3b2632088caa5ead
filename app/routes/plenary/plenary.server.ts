// The meeting whose plenary the address names, for those who take part in it.
import { findMeeting, listMeetings, type Meeting } from '#db/meetings.ts'
import { notFound, type ParticipantVisit } from '../../access.server.ts'

/** @throws a Response 404 when there is no such meeting, or it is not theirs */
export async function requirePlenary({ db, params, membership }: ParticipantVisit): Promise<Meeting> {
  const meeting = await findMeeting(db, params.meeting ?? '')
  if (!meeting || !takesPart(membership, meeting)) throw notFound()
  return meeting
}

/** The meetings of the membership acted in; a delegation's are those to whose roster it belongs. */
export async function meetingsOf({ db, membership }: ParticipantVisit): Promise<Meeting[]> {
  return (await listMeetings(db)).filter((meeting) => takesPart(membership, meeting))
}

function takesPart({ meetingId, country }: ParticipantVisit['membership'], { id, roster }: Meeting): boolean {
  return (!meetingId || meetingId === id) && (!country || roster.countries.some(({ code }) => code === country))
}
