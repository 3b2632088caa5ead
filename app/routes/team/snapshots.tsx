// The snapshots of a meeting: what was taken, what is released; and taking the next one.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listSnapshots, SNAPSHOT_KINDS, type Snapshot, takeSnapshot } from '#db/snapshots.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { Scroll } from '../../components/team/scroll.tsx'
import { TakeForm } from '../../components/team/snapshot-forms.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES } from '../../languages.ts'
import { dayIn } from '../results/reading.server.ts'
import { again, done } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { requireMeetingAt } from './meeting-at.server.ts'
import { readForm } from './reading.ts'

export const loader = asTeam(async ({ db, params, t, team, house }) => {
  const meeting = await requireMeetingAt(db, params.meeting)
  const snapshots = await listSnapshots(db, { meetingId: meeting.id })
  const kind = SNAPSHOT_KINDS[Math.min(snapshots.length, SNAPSHOT_KINDS.length - 1)] ?? 'other'
  const names = LANGUAGES.map((language) => [language, house.words.t(language)(`session:kind.${kind}`)])
  return {
    title: t('session:snapshots.title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    snapshots: snapshots.map(lineOf),
    isManager: team.role === 'manager',
    start: { kind, names: Object.fromEntries(names) as Record<string, string> },
    intent: randomUUID(),
  }
})

const lineOf = ({ number, title, kind, hash, takenAt, takenBy, proposedAt, releasedAt }: Snapshot) => ({
  number,
  title,
  kind,
  hash,
  takenAt,
  takenBy,
  state: releasedAt ? ('released' as const) : proposedAt ? ('proposed' as const) : ('taken' as const),
})

export const action = asTeam({ roles: ['manager'] }, async (visit) => {
  const { db, params, now } = visit
  const meeting = await requireMeetingAt(db, params.meeting)
  const form = readForm(visit.form)
  const kind = form.choice('kind', SNAPSHOT_KINDS)
  const title = form.words('title')
  if (form.problems.length > 0 || !kind) return again(form)
  const number = await onceOnly(visit, async (trx) => {
    const taking = { ...audit(visit), meetingId: meeting.id, kind, title, today: dayIn(meeting.timeZone, now) }
    return (await takeSnapshot(trx, taking))?.number ?? null
  })
  if (number === null) {
    form.refuse('kind', 'nothing_to_take')
    return again(form)
  }
  return done(`/team/meetings/${meeting.slug}/snapshots/${number}`, 'taken')
})

export default function Snapshots() {
  const { title, meeting, snapshots, isManager, start, intent } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const released = snapshots.filter(({ state }) => state === 'released').length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Crumbs
        steps={[
          { href: '/team/meetings', words: t('team:meetings.title') },
          { href: `/team/meetings/${meeting.slug}`, words: <Said text={meeting.title} /> },
        ]}
        here={title}
      />
      <Head
        over={<Said text={meeting.title} />}
        title={t('session:snapshots.finding', { all: snapshots.length, released })}
      >
        <p className="lead">{t('session:snapshots.lead')}</p>
      </Head>
      {snapshots.length > 0 && <SnapshotTable />}
      {isManager && <TakeForm sent={sent} start={start} intent={intent} />}
    </div>
  )
}

function SnapshotTable() {
  const { title, meeting, snapshots } = useLoaderData<typeof loader>()
  const { t, inZone, zone } = useWords()
  return (
    <Scroll label={title}>
      <table className="table-hover roomy">
        <thead>
          <tr>
            <th scope="col">{t('session:snapshot.title')}</th>
            <th scope="col">{t('session:snapshot.state')}</th>
            <th scope="col">{t('session:snapshot.taken')}</th>
            <th scope="col">{t('session:snapshot.by')}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <a href={`/team/meetings/${meeting.slug}/snapshots/${one.number}`}>
                  {t('session:snapshot.number', { number: one.number })}
                  {t('results:colon')}
                  <Said text={one.title} />
                </a>
              </th>
              <td>{t(`session:state.${one.state}`)}</td>
              <td>
                {inZone(meeting.timeZone).moment(one.takenAt)} ({zone(meeting.timeZone)})
              </td>
              <td>{one.takenBy}</td>
              <td>
                <bdi dir="ltr">
                  <code>{one.hash.slice(0, 16)}…</code>
                </bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
