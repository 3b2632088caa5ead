// The agenda of a session as everybody reads it: times, what is on now, what is next, and the figures behind each item.
import { useLoaderData } from '@remix-run/react'
import { listAgenda } from '#db/agenda.ts'
import { findStage } from '#db/stages.ts'
import { asParticipant } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Scroll } from '../../components/team/scroll.tsx'
import { useWords } from '../../components/words.tsx'
import { figureHref } from '../../plenary/figures.ts'
import { plannedStarts, runningOf } from '../../plenary/running.ts'
import { requirePlenary } from './plenary.server.ts'

export const loader = asParticipant(async (visit) => {
  const { db, now, t, membership } = visit
  const meeting = await requirePlenary(visit)
  const items = await listAgenda(db, meeting.id)
  const stage = await findStage(db, meeting.id)
  const starts = plannedStarts(items)
  return {
    title: t('session:agenda.title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    items: items.map(({ id, title, says, minutes, shows }) => ({
      id,
      title,
      says,
      minutes,
      startsAt: starts.get(id) ?? null,
      figure: stage ? figureHref(shows, stage.snapshotNumber) : null,
    })),
    running: runningOf(items, stage, now),
    snapshot: stage?.snapshotNumber ?? null,
    code: stage?.code ?? null,
    canPresent: ['presenter', 'rapporteur', 'manager'].includes(membership.role),
    isManager: membership.role === 'manager',
  }
})

export default function Agenda() {
  const { title, meeting, items, running, code, canPresent, isManager } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const on = items.find(({ id }) => id === running.now)
  return (
    <div className="page">
      <div className="head">
        <p className="over">
          <Said text={meeting.title} />
        </p>
        <h1>{title}</h1>
        {on && (
          <p className="lead">
            {t('session:agenda.now')}
            {t('results:colon')}
            <Said text={on.title} />
            {running.over > 0 && ` · ${t('session:agenda.over', { minutes: running.over })}`}
          </p>
        )}
        <p className="row">
          <a href={`/plenary/${meeting.slug}/needs`}>{t('session:needs.title')}</a>
          <a href={`/plenary/${meeting.slug}/conclusions`}>{t('session:conclusions.title')}</a>
          <a href={`/plenary/${meeting.slug}/tour`}>{t('tour:title')}</a>
          <a href={`/plenary/${meeting.slug}/requests`}>{t('requests:title')}</a>
          <a href={`/plenary/${meeting.slug}/documents`}>{t('documents:title')}</a>
          {code && <a href={`/hall/${code}`}>{t('session:agenda.follow')}</a>}
          {canPresent && <a href={`/plenary/${meeting.slug}/present`}>{t('session:present.title')}</a>}
          {isManager && <a href={`/team/meetings/${meeting.slug}/agenda`}>{t('session:agenda.edit')}</a>}
        </p>
      </div>
      {items.length > 0 ? <ItemTable /> : <p className="lead">{t('session:agenda.empty')}</p>}
    </div>
  )
}

function ItemTable() {
  const { title, meeting, items, running, snapshot } = useLoaderData<typeof loader>()
  const { t, inZone, zone } = useWords()
  const { short } = inZone(meeting.timeZone)
  const stateOf = (id: string) => (id === running.now ? 'now' : id === running.next ? 'next' : null)
  return (
    <Scroll label={title}>
      <table className="roomy">
        <caption className="meta">{t('session:agenda.zone', { zone: zone(meeting.timeZone) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('session:agenda.starts')}</th>
            <th scope="col">{t('session:agenda.item')}</th>
            <th scope="col" className="n">
              {t('session:agenda.minutes')}
            </th>
            <th scope="col">{t('session:agenda.figures')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const state = stateOf(item.id)
            return (
              <tr key={item.id} aria-current={state === 'now' ? 'step' : undefined}>
                <td>{item.startsAt ? short(item.startsAt) : ''}</td>
                <th scope="row">
                  <Said text={item.title} />
                  {state && <span className="meta"> · {t(`session:agenda.${state}`)}</span>}
                </th>
                <td className="n">{item.minutes}</td>
                <td>
                  {item.figure && <a href={item.figure}>{t('session:snapshot.number', { number: snapshot ?? 0 })}</a>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
