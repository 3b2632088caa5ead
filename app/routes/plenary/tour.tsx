// The tour de table: the delegations in the roster's order, five minutes each; who steers hands the floor, stops the clock, records.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAgenda } from '#db/agenda.ts'
import type { Meeting } from '#db/meetings.ts'
import { findStage } from '#db/stages.ts'
import { endTurn, giveFloor, holdClock, RECORD_KINDS, readTour, recordWords, skipCountry } from '#db/tours.ts'
import { asParticipant, asPresenter, audit, type ParticipantVisit } from '../../access.server.ts'
import { RecordForm, Speaker, TourTable } from '../../components/plenary/tour.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { requirePlenary } from './plenary.server.ts'

export const handle = { enhance: ['console'] }

const MINUTES_EACH = 5
const ACTS = ['floor', 'skip', 'done', 'pass', 'pause', 'resume', 'record'] as const
const STEERING = ['presenter', 'rapporteur', 'manager']

export const loader = asParticipant(async (visit) => {
  const { db, t, url, now, membership } = visit
  const meeting = await requirePlenary(visit)
  const tour = await readTour(db, meeting.id)
  const stage = await findStage(db, meeting.id)
  return {
    title: t('tour:title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    rows: meeting.roster.countries.map(({ code, label }) => ({
      code,
      label,
      state: code === tour.country ? ('floor' as const) : (tour.states.get(code) ?? null),
      records: tour.records.filter(({ country }) => country === code),
    })),
    speaker: tour.country,
    leftSeconds: tour.leftSeconds,
    endsAt: tour.country ? (stage?.endsAt ?? null) : null,
    now: now.toISOString(),
    maySteer: STEERING.includes(membership.role),
    done: doneWord(url, ['recorded'] as const),
    intent: randomUUID(),
  }
})

export const action = asPresenter(async (visit) => {
  const meeting = await requirePlenary(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (act === 'record') await record(visit, meeting, form)
  else if (act) await steer(visit, meeting, act, form)
  if (form.problems.length > 0) return again(form)
  return done(`/plenary/${meeting.slug}/tour`, act === 'record' ? 'recorded' : undefined)
})

const codesOf = ({ roster }: Meeting) => roster.countries.map(({ code }) => code)

async function steer(visit: ParticipantVisit, meeting: Meeting, act: (typeof ACTS)[number], form: FormReading) {
  const { db, now } = visit
  const at = { ...audit(visit), meetingId: meeting.id }
  if (act === 'floor' || act === 'skip') {
    const country = form.choice('country', codesOf(meeting))
    if (!country) return
    if (act === 'skip') return skipCountry(db, { ...at, country })
    const item = (await listAgenda(db, meeting.id)).find(({ shows }) => shows === 'tour')
    const endsAt = new Date(now.getTime() + MINUTES_EACH * 60_000).toISOString()
    return giveFloor(db, { ...at, country, endsAt, itemId: item?.id ?? null })
  }
  const isDone = await (act === 'done' || act === 'pass'
    ? endTurn(db, { ...at, act: act === 'done' ? 'done' : 'skipped' })
    : holdClock(db, { ...at, leftSeconds: act === 'pause' ? await secondsLeft(visit, meeting) : null }))
  if (!isDone) form.refuse('act', 'changed_meanwhile')
}

async function secondsLeft({ db, now }: ParticipantVisit, meeting: Meeting): Promise<number> {
  const endsAt = (await findStage(db, meeting.id))?.endsAt
  return endsAt ? Math.max(0, Math.round((Date.parse(endsAt) - now.getTime()) / 1000)) : 0
}

async function record(visit: ParticipantVisit, meeting: Meeting, form: FormReading): Promise<void> {
  const country = form.choice('country', codesOf(meeting))
  const kind = form.choice('kind', RECORD_KINDS)
  const organisation = form.text('organisation', { max: 160, isOptional: kind !== 'comment' })
  const words = form.text('words', { max: 4000, isLong: true })
  if (form.problems.length > 0 || !country || !kind) return
  const saying = { ...audit(visit), meetingId: meeting.id, country, kind, organisation, words }
  await onceOnly(visit, async (trx) => {
    await recordWords(trx, saying)
    return true
  })
}

export default function TourDeTable() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting, rows, maySteer } = page
  const spoken = rows.filter(({ state }) => state === 'done').length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && 'tour_recorded'} />
      <Head over={<Said text={meeting.title} />} title={t('tour:finding', { spoken, all: rows.length })}>
        <p className="lead">{t('tour:lead')}</p>
        <p className="row">
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
        </p>
      </Head>
      <Speaker page={page} />
      <TourTable page={page} />
      {maySteer && <RecordForm page={page} sent={sent} />}
    </div>
  )
}
