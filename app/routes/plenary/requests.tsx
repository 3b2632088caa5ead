// Requests to the facility: from the needs that the session retained to what became of each.
import { useLoaderData } from '@remix-run/react'
import { listNeedDecisions } from '#db/need-decisions.ts'
import { listTafRequests } from '#db/taf-requests.ts'
import { asParticipant } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { RequestTable, Waiting } from '../../components/requests/list.tsx'
import { Head } from '../../components/team/frame.tsx'
import { speechOf, useWords } from '../../components/words.tsx'
import { standingWords } from '../../documents/request.ts'
import { requestWorldOf } from '../../plenary/request-world.server.ts'
import { requirePlenary, showingFor } from './plenary.server.ts'

export const loader = asParticipant(async (visit) => {
  const { db, t, language, account, isTeam } = visit
  const meeting = await requirePlenary(visit)
  const showing = await showingFor(visit, meeting)
  const world = showing && (await requestWorldOf(visit, showing))
  const requests = await listTafRequests(db, meeting.id)
  const speech = speechOf({ t, language, digits: account.digits, timeZone: meeting.timeZone })
  const decisions = await listNeedDecisions(db, meeting.id)
  const known = new Set(requests.flatMap(({ sheet }) => sheet.areas))
  const waiting = decisions.filter(({ area, outcome }) => outcome === 'retained' && !known.has(area))
  const labelOf = (key: string) => world?.areas.find((one) => one.key === key)?.label ?? { en: key }
  return {
    title: t('requests:title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    requests: requests.map(({ number, sheet, steps, snapshotNumber }) => ({
      number,
      title: sheet.title,
      countries: sheet.countries,
      lead: sheet.lead,
      stands: standingWords(steps[0], speech),
      since: steps[0].at,
      snapshot: snapshotNumber,
    })),
    waiting: waiting.map(({ area }) => ({ key: area, label: labelOf(area) })),
    countries: meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    isTeam: isTeam && world !== undefined,
  }
})

export default function Requests() {
  const page = useLoaderData<typeof loader>()
  const { t } = useWords()
  const { meeting, requests, waiting } = page
  return (
    <div className="page">
      <Head
        over={<Said text={meeting.title} />}
        title={t('requests:finding', { count: requests.length, waiting: waiting.length })}
      >
        <p className="lead">{t('requests:lead')}</p>
        <p className="row">
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
          <a href={`/plenary/${meeting.slug}/needs`}>{t('session:needs.title')}</a>
          <a href={`/plenary/${meeting.slug}/conclusions`}>{t('session:conclusions.title')}</a>
        </p>
      </Head>
      {requests.length > 0 && <RequestTable page={page} />}
      {waiting.length > 0 && <Waiting page={page} />}
    </div>
  )
}
