// One meeting: its roster in protocol order, its rounds, its people.

import { useLoaderData } from '@remix-run/react'
import { listPeople } from '#db/accounts.ts'
import { findMeeting } from '#db/meetings.ts'
import { listRounds } from '#db/rounds.ts'
import { asTeam, notFound } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head } from '../../components/team/frame.tsx'
import { RoundTable } from '../../components/team/round-table.tsx'
import { Scroll } from '../../components/team/scroll.tsx'
import { useWords } from '../../components/words.tsx'
import { doneWord } from './answers.ts'
import { namesOf, overviewOf } from './overview.server.ts'

export const loader = asTeam(async ({ db, params, url, now, language, team }) => {
  const meeting = params.meeting ? await findMeeting(db, params.meeting) : undefined
  if (!meeting) throw notFound()
  const rounds = []
  for (const round of await listRounds(db, { meetingId: meeting.id })) {
    rounds.push({ ...namesOf(round), counts: (await overviewOf(db, round, now)).counts })
  }
  const people = await listPeople(db, { meetingId: meeting.id })
  const places = people.flatMap(({ memberships }) => memberships)
  const { slug, title, timeZone, startsOn, endsOn, roster } = meeting
  return {
    title: title[language] ?? slug,
    meeting: { slug, title, timeZone, startsOn, endsOn, roster: roster.title },
    countries: roster.countries.map((country) => ({
      ...country,
      people: places.filter((place) => place.country === country.code).length,
      hasHead: places.some((place) => place.country === country.code && place.role === 'head'),
    })),
    rounds,
    isManager: team.role === 'manager',
    now: now.toISOString(),
    done: doneWord(url, ['created'] as const),
  }
})

export default function Meeting() {
  const { meeting, rounds, isManager, now, done } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <div className="page">
      <Done done={done && 'meeting_created'} />
      <Crumbs
        steps={[{ href: '/team/meetings', words: t('team:meetings.title') }]}
        here={<Said text={meeting.title} />}
      />
      <Head over={<Said text={meeting.roster} />} title={<Said text={meeting.title} />} />
      <Facts />
      <section className="stack" aria-labelledby="rounds">
        <div className="spread">
          <h2 id="rounds">{t('team:home.rounds')}</h2>
          {isManager && <a href={`/team/rounds/new?meeting=${meeting.slug}`}>{t('team:home.new_round')}</a>}
        </div>
        <RoundTable rounds={rounds} label={t('team:home.rounds')} now={now} />
        <p>
          <a href={`/team/meetings/${meeting.slug}/snapshots`}>{t('session:snapshots.title')}</a>
        </p>
      </section>
      <RosterTable />
    </div>
  )
}

function Facts() {
  const { meeting } = useLoaderData<typeof loader>()
  const { t, date, zone } = useWords()
  return (
    <dl className="facts tight base-facts">
      <div>
        <dt>{t('team:meetings.dates')}</dt>
        <dd>
          {meeting.startsOn
            ? t('team:meetings.from_to', { from: date(meeting.startsOn), to: date(meeting.endsOn ?? meeting.startsOn) })
            : t('team:meetings.no_dates')}
        </dd>
      </div>
      <div>
        <dt>{t('team:meetings.zone')}</dt>
        <dd>{zone(meeting.timeZone)}</dd>
      </div>
      <div>
        <dt>{t('team:meetings.slug')}</dt>
        <dd>
          <bdi>{meeting.slug}</bdi>
        </dd>
      </div>
    </dl>
  )
}

function RosterTable() {
  const { countries, isManager, meeting } = useLoaderData<typeof loader>()
  const { t } = useWords()
  return (
    <section className="stack" aria-labelledby="roster">
      <h2 id="roster">{t('team:meetings.roster')}</h2>
      <Scroll label={t('team:meetings.roster')}>
        <table className="table-hover">
          <thead>
            <tr>
              <th scope="col">{t('team:board.delegation')}</th>
              <th scope="col">{t('team:meetings.code')}</th>
              <th scope="col">{t('team:meetings.people')}</th>
            </tr>
          </thead>
          <tbody>
            {countries.map((country) => (
              <tr key={country.code}>
                <th scope="row">
                  <Said text={country.label} />
                </th>
                <td>{country.code}</td>
                <td>
                  {country.people > 0
                    ? t('team:meetings.people_count', { count: country.people })
                    : t('team:meetings.nobody')}
                  {!country.hasHead && country.people > 0 && (
                    <span className="fine"> {t('team:meetings.no_head')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {countries.map(
        ({ code, note }) =>
          note && (
            <p className="fine" key={code}>
              <Said text={note} />
            </p>
          ),
      )}
      {isManager && (
        <p>
          <a href={`/team/people/invite?meeting=${meeting.slug}`}>{t('team:people.invite')}</a>
        </p>
      )}
    </section>
  )
}
