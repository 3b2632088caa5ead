// The presenter's console: what is on, what comes next, notes, time, how much is shown; every button is a form.
import { useLoaderData } from '@remix-run/react'
import { type AgendaItem, listAgenda } from '#db/agenda.ts'
import type { Meeting } from '#db/meetings.ts'
import { noteProjection } from '#db/projections.ts'
import { listSnapshots } from '#db/snapshots.ts'
import { findStage, moveStage, REVEALS, type Stage, type StageChange } from '#db/stages.ts'
import { asPresenter, audit, badRequest, type ParticipantVisit } from '../../access.server.ts'
import { Console } from '../../components/plenary/console.tsx'
import { Head } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { showingOf } from '../../plenary/held.server.ts'
import { projectedBy } from '../../plenary/projected.server.ts'
import { pulseAt } from '../../plenary/pulse.server.ts'
import { runningOf } from '../../plenary/running.ts'
import { slideOf } from '../../plenary/slides.server.ts'
import { done } from '../team/answers.ts'
import { requirePlenary } from './plenary.server.ts'
import { actOnPulse } from './pulse-acts.server.ts'

export const handle = { body: 'console', enhance: ['console'] }

const MINUTE = 60_000

export const loader = asPresenter(async (visit) => {
  const { db, t, now, house } = visit
  const meeting = await requirePlenary(visit)
  const stage = await findStage(db, meeting.id)
  const base = { title: t('session:present.title'), meeting: { slug: meeting.slug, title: meeting.title } }
  if (!stage) {
    const released = await listSnapshots(db, { meetingId: meeting.id, isReleased: true })
    return { ...base, desk: null, hasReleased: released.length > 0 }
  }
  const items = await listAgenda(db, meeting.id)
  const showing = await showingOf(visit, meeting, stage)
  const place = items.findIndex(({ id }) => id === stage.itemId)
  const previewOf = async (item: AgendaItem | undefined) =>
    item ? { id: item.id, notes: item.notes, texts: item.title, slide: await slideOf(visit, showing, item) } : null
  const { number, title, takenAt, hash } = showing.snapshot
  const pulse = await pulseAt(visit, showing, items[place])
  return {
    ...base,
    hasReleased: true,
    desk: {
      stage: { code: stage.code, isBlank: stage.isBlank, reveal: stage.reveal, endsAt: stage.endsAt },
      address: `${house.config.origin}/hall/${stage.code}`,
      timeZone: meeting.timeZone,
      snapshot: { number, title, takenAt, hash },
      story: items.map(({ id, title, minutes }) => ({ id, title, minutes })),
      place,
      current: await previewOf(items[place]),
      next: await previewOf(items[place + 1]),
      previous: items[place - 1]?.id ?? null,
      over: runningOf(items, stage, now).over,
      pulse: pulse && {
        state: pulse.state,
        at: pulse.at,
        ballot: pulse.ballot.map(({ key, value, label }) => ({ key, value, label })),
        voted: pulse.voted,
        countries: pulse.countries.map(({ code, label }) => ({ code, label })),
        isShown: pulse.room !== null,
      },
      now: now.toISOString(),
    },
  }
})

export const action = asPresenter({ roles: ['presenter', 'manager'] }, async (visit) => {
  const meeting = await requirePlenary(visit)
  const stage = await findStage(visit.db, meeting.id)
  if (stage && visit.form.has('pulse')) {
    if (!(await actOnPulse(visit, meeting, stage))) throw badRequest()
    return done(`/plenary/${meeting.slug}/present`)
  }
  const change = stage && (await changeOf(visit, meeting.id, stage))
  if (!change) throw badRequest()
  const isDone = await moveStage(visit.db, { ...audit(visit), meetingId: meeting.id, change })
  if (!isDone) throw badRequest()
  if (change.itemId || change.reveal || change.isBlank === false) await noteNames(visit, meeting)
  return done(`/plenary/${meeting.slug}/present`)
})

/** A delegation can see in its own record that its answers were on the screens by name. */
async function noteNames(visit: ParticipantVisit, meeting: Meeting): Promise<void> {
  const { db } = visit
  const stage = await findStage(db, meeting.id)
  const item = stage && (await listAgenda(db, meeting.id)).find(({ id }) => id === stage.itemId)
  if (!stage || !item || stage.isBlank) return
  const projected = await projectedBy(visit, await showingOf(visit, meeting, stage), item)
  await noteProjection(db, { ...audit(visit), ...projected, meetingId: meeting.id, shows: item.shows })
}

/** Each button says what shall be, not what to do next: pressed twice, it is the same. */
async function changeOf(visit: ParticipantVisit, meetingId: string, stage: Stage): Promise<StageChange | undefined> {
  const { form, db, now } = visit
  const item = form.get('item')
  if (item !== null) {
    const items = await listAgenda(db, meetingId)
    const chosen = items.find(({ id }) => id === item)
    return chosen && { itemId: chosen.id, isBlank: false, reveal: 'region', ...timeFor(chosen.minutes, now) }
  }
  const blank = form.get('blank')
  if (blank !== null) return { isBlank: blank === 'yes' }
  const reveal = REVEALS.find((one) => one === form.get('reveal'))
  if (reveal) return { reveal }
  return timeChange(visit, meetingId, stage)
}

const timeFor = (minutes: number, now: Date) => ({
  beganAt: now.toISOString(),
  endsAt: new Date(now.getTime() + minutes * MINUTE).toISOString(),
})

async function timeChange({ form, db, now }: ParticipantVisit, meetingId: string, stage: Stage) {
  const time = form.get('time')
  if (time === 'plus' && stage.endsAt) return { endsAt: new Date(Date.parse(stage.endsAt) + MINUTE).toISOString() }
  const current = (await listAgenda(db, meetingId)).find(({ id }) => id === stage.itemId)
  return time === 'reset' && current ? timeFor(current.minutes, now) : undefined
}

export default function Present() {
  const { title, desk, meeting, hasReleased } = useLoaderData<typeof loader>()
  const { t } = useWords()
  if (desk) return <Console desk={desk} title={title} agenda={`/plenary/${meeting.slug}`} />
  return (
    <div className="page">
      <Head title={title}>
        <p className="lead">{t(hasReleased ? 'session:present.no_stage' : 'session:stage.none_released')}</p>
        <p>
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
        </p>
      </Head>
    </div>
  )
}
