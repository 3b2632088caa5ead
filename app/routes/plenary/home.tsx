// The sessions that one takes part in, each with its agenda.
import { useLoaderData } from '@remix-run/react'
import { listAgenda } from '#db/agenda.ts'
import { asParticipant } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { useWords } from '../../components/words.tsx'
import { meetingsOf } from './plenary.server.ts'

export const loader = asParticipant(async (visit) => {
  const meetings = []
  for (const { id, slug, title, startsOn, endsOn } of await meetingsOf(visit))
    meetings.push({ slug, title, startsOn, endsOn, items: (await listAgenda(visit.db, id)).length })
  return { title: visit.t('session:plenary.title'), meetings }
})

export default function PlenaryHome() {
  const { title, meetings } = useLoaderData<typeof loader>()
  const { t, date } = useWords()
  return (
    <div className="page">
      <div className="head">
        <h1>{title}</h1>
        <p className="lead">{t('session:plenary.lead')}</p>
      </div>
      <ul role="list" className="tasks">
        {meetings.map((meeting) => (
          <li key={meeting.slug}>
            <a href={`/plenary/${meeting.slug}`}>
              <Said text={meeting.title} />
            </a>
            <span className="meta">
              {meeting.startsOn
                ? t('team:meetings.from_to', {
                    from: date(meeting.startsOn),
                    to: date(meeting.endsOn ?? meeting.startsOn),
                  })
                : t('team:meetings.no_dates')}
              {' · '}
              {t('session:plenary.items', { count: meeting.items })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
