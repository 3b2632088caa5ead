// What is released: the snapshots of the meetings that one takes part in, with the rounds that each of them holds.
import { useLoaderData } from '@remix-run/react'
import { findMeetingById, listMeetings, type Meeting } from '#db/meetings.ts'
import { snapshotRounds } from '#db/snapshot-rows.ts'
import { listSnapshots } from '#db/snapshots.ts'
import { asParticipant, type ParticipantVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'

export const loader = asParticipant(async (visit) => {
  const meetings = []
  for (const { id, slug, title, timeZone } of await meetingsOf(visit)) {
    const snapshots = []
    for (const one of await listSnapshots(visit.db, { meetingId: id, isReleased: true })) {
      const { number, title, takenAt, releasedAt } = one
      const rounds = (await snapshotRounds(visit.db, one.id)).map((round) => ({ slug: round.slug, title: round.title }))
      snapshots.push({ number, title, takenAt, releasedAt, rounds })
    }
    if (snapshots.length > 0) meetings.push({ slug, title, timeZone, snapshots })
  }
  return { title: visit.t('session:released.title'), meetings }
})

/** The meetings of the membership acted in; a delegation's are those to whose roster it belongs. */
async function meetingsOf({ db, membership }: ParticipantVisit): Promise<Meeting[]> {
  const { meetingId, country } = membership
  const one = meetingId ? await findMeetingById(db, meetingId) : undefined
  const all = meetingId ? (one ? [one] : []) : await listMeetings(db)
  return all.filter(({ roster }) => !country || roster.countries.some(({ code }) => code === country))
}

export default function Released() {
  const { title, meetings } = useLoaderData<typeof loader>()
  const { t, inZone, zone } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t(meetings.length > 0 ? 'session:released.lead' : 'session:released.nothing')}</p>
      </div>
      {meetings.map((meeting) => (
        <section key={meeting.slug} className="stack" aria-labelledby={`meeting-${meeting.slug}`}>
          <h2 id={`meeting-${meeting.slug}`}>
            <Said text={meeting.title} />
          </h2>
          {meeting.snapshots.map((one) => (
            <section key={one.number} className="stack" aria-labelledby={`snapshot-${meeting.slug}-${one.number}`}>
              <h3 id={`snapshot-${meeting.slug}-${one.number}`}>
                {t('session:snapshot.number', { number: one.number })}
                {t('results:colon')}
                <Said text={one.title} />
              </h3>
              <p className="meta">
                {t('session:snapshot.taken_at', {
                  at: inZone(meeting.timeZone).moment(one.takenAt),
                  zone: zone(meeting.timeZone),
                })}
              </p>
              <ul role="list" className="tasks">
                {one.rounds.map((round) => (
                  <li key={round.slug}>
                    <a href={`/results/${round.slug}?snapshot=${one.number}`}>
                      <Said text={round.title} />
                    </a>
                    {one.number > 1 && (
                      <a className="meta" href={`/results/${round.slug}/changes?snapshot=${one.number}`}>
                        {t('session:changes.title')}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </div>
  )
}
