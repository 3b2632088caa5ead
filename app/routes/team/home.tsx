// The team's first page: what needs attention, then the meetings and their rounds.
import { useLoaderData } from '@remix-run/react'
import { listMeetings } from '#db/meetings.ts'
import { listMail } from '#db/outbox.ts'
import { listRounds } from '#db/rounds.ts'
import { asTeam } from '../../access.server.ts'
import { Said, useSaying } from '../../components/questions/said.tsx'
import { Attention } from '../../components/team/attention.tsx'
import { Head } from '../../components/team/frame.tsx'
import { RoundTable } from '../../components/team/round-table.tsx'
import { useWords } from '../../components/words.tsx'
import { attentionOf } from './attention.ts'
import { namesOf, type Overview, overviewOf } from './overview.server.ts'

export const loader = asTeam(async ({ db, now, t, team }) => {
  const rounds = await listRounds(db)
  const overviews: Overview[] = []
  for (const round of rounds) overviews.push(await overviewOf(db, round, now))
  const refused = await listMail(db, { state: 'refused' })
  const attention = attentionOf(overviews, { now, refusedMail: refused.length })
  const meetings = (await listMeetings(db)).map(({ slug, title }) => ({
    slug,
    title,
    rounds: overviews
      .filter(({ round }) => round.meeting.slug === slug)
      .map(({ round, counts }) => ({ ...namesOf(round), counts })),
  }))
  return {
    title: t('team:home.title'),
    now: now.toISOString(),
    isManager: team.role === 'manager',
    attention,
    meetings,
  }
})

export default function TeamHome() {
  const { attention, meetings, isManager, now } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const saying = useSaying()
  const finding =
    attention.length > 0 ? t('team:home.finding', { count: attention.length }) : t('team:home.finding_none')
  return (
    <div className="page">
      <Head over={t('place.team')} title={finding} />
      {attention.length > 0 && <Attention items={attention} />}
      {meetings.map((meeting) => (
        <section key={meeting.slug} className="stack" aria-labelledby={`meeting-${meeting.slug}`}>
          <div className="spread">
            <h2 id={`meeting-${meeting.slug}`}>
              <a href={`/team/meetings/${meeting.slug}`}>
                <Said text={meeting.title} />
              </a>
            </h2>
            {isManager && <a href={`/team/rounds/new?meeting=${meeting.slug}`}>{t('team:home.new_round')}</a>}
          </div>
          <RoundTable rounds={meeting.rounds} label={saying(meeting.title).words} now={now} />
        </section>
      ))}
      {meetings.length === 0 && (
        <p className="lead">
          {t('team:home.empty')} {isManager && <a href="/team/meetings">{t('team:home.first_meeting')}</a>}
        </p>
      )}
    </div>
  )
}
