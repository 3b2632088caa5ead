// Meetings: the list, and making one from a roster.

import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { createMeeting, listMeetings } from '#db/meetings.ts'
import { listRounds } from '#db/rounds.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Head, Problems } from '../../components/team/frame.tsx'
import { MeetingForm } from '../../components/team/meeting-form.tsx'
import { Scroll } from '../../components/team/scroll.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { rosterFiles } from './library.server.ts'
import { readForm } from './reading.ts'
import { ZONES } from './zones.ts'

export const loader = asTeam(async ({ db, t, team }) => {
  const rounds = await listRounds(db)
  const meetings = (await listMeetings(db)).map(({ slug, title, roster, startsOn, endsOn }) => ({
    slug,
    title,
    startsOn,
    endsOn,
    countries: roster.countries.length,
    rounds: rounds.filter(({ meeting }) => meeting.slug === slug).length,
  }))
  const isManager = team.role === 'manager'
  const rosters = isManager ? rosterFiles().map(({ roster, title }) => ({ roster, title })) : []
  return { title: t('team:meetings.title'), meetings, isManager, rosters, intent: randomUUID() }
})

export const action = asTeam({ roles: ['manager'] }, async (visit) => {
  const form = readForm(visit.form)
  const rosters = rosterFiles()
  const roster = form.choice(
    'roster',
    rosters.map((one) => one.roster),
  )
  const title = form.words('title')
  const slug = form.slug('slug')
  const timeZone = form.choice('zone', ZONES)
  const startsOn = form.day('starts', { isOptional: true })
  const endsOn = form.day('ends', { isOptional: true })
  if (startsOn && endsOn && endsOn < startsOn) form.refuse('ends', 'ends_before_start')
  const chosen = rosters.find((one) => one.roster === roster)
  if (form.problems.length > 0 || !chosen) return again(form)
  const made = await onceOnly(visit, async (trx) => {
    const meeting = await createMeeting(trx, {
      ...audit(visit),
      slug,
      title,
      roster: chosen,
      timeZone,
      startsOn,
      endsOn,
    })
    return meeting !== null
  })
  if (!made) {
    form.refuse('slug', 'slug_taken')
    return again(form)
  }
  return done(`/team/meetings/${slug}`, 'created')
})

export default function Meetings() {
  const { meetings, isManager, rosters, intent } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, date } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Head over={t('place.team')} title={t('team:meetings.finding', { count: meetings.length })} />
      {meetings.length > 0 && (
        <Scroll label={t('team:meetings.title')}>
          <table className="table-hover roomy">
            <thead>
              <tr>
                <th scope="col">{t('team:meetings.meeting')}</th>
                <th scope="col">{t('team:meetings.dates')}</th>
                <th scope="col" className="n">
                  {t('team:meetings.delegations')}
                </th>
                <th scope="col" className="n">
                  {t('team:meetings.rounds')}
                </th>
              </tr>
            </thead>
            <tbody>
              {meetings.map((meeting) => (
                <tr key={meeting.slug}>
                  <th scope="row">
                    <a href={`/team/meetings/${meeting.slug}`}>
                      <b>
                        <Said text={meeting.title} />
                      </b>
                    </a>
                  </th>
                  <td>
                    {meeting.startsOn
                      ? t('team:meetings.from_to', {
                          from: date(meeting.startsOn),
                          to: date(meeting.endsOn ?? meeting.startsOn),
                        })
                      : t('team:meetings.no_dates')}
                  </td>
                  <td className="n">{meeting.countries}</td>
                  <td className="n">{meeting.rounds}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {isManager && <MeetingForm rosters={rosters} zones={ZONES} sent={sent} intent={intent} />}
    </div>
  )
}
