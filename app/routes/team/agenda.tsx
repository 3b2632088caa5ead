// Editing the agenda of a session: items in three languages with their time, what the screens show then, and the notes.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepItem, listAgenda, moveItem, removeItem } from '#db/agenda.ts'
import type { Meeting } from '#db/meetings.ts'
import { listSnapshots } from '#db/snapshots.ts'
import { findStage, setStage } from '#db/stages.ts'
import { instantOf, wallTimeOf } from '#db/wall-clock.ts'
import { asTeam, audit, type TeamVisit } from '../../access.server.ts'
import { Said, saying } from '../../components/questions/said.tsx'
import { ItemForm, ItemOrder, StageForm } from '../../components/team/agenda-forms.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { LANGUAGES } from '../../languages.ts'
import { choicesOf } from '../../plenary/choices.server.ts'
import { again, done, doneWord } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { requireMeetingAt } from './meeting-at.server.ts'
import { type FormReading, readForm } from './reading.ts'

const ACTS = ['keep', 'up', 'down', 'remove', 'stage'] as const

export const loader = asTeam({ roles: ['manager'] }, async (visit) => {
  const { db, params, url, t } = visit
  const meeting = await requireMeetingAt(db, params.meeting)
  const items = await listAgenda(db, meeting.id)
  const chosen = items.find(({ id }) => id === url.searchParams.get('item'))
  const released = await listSnapshots(db, { meetingId: meeting.id, isReleased: true })
  const stage = await findStage(db, meeting.id)
  return {
    title: t('session:agenda.edit'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    items: items.map(({ id, title, minutes }) => ({ id, title, minutes })),
    chosen: chosen
      ? { ...chosen, starts: chosen.startsAt ? wallTimeOf(new Date(chosen.startsAt), meeting.timeZone) : null }
      : null,
    choices: await showsChoices(visit, meeting),
    snapshots: released.map(({ number, title }) => ({ number, title })),
    onStage: stage ? { number: stage.snapshotNumber, code: stage.code } : null,
    done: doneWord(url, ['keep', 'remove', 'stage'] as const),
    intent: randomUUID(),
  }
})

/** What may be shown, from the newest released snapshot, in words. */
async function showsChoices(visit: TeamVisit, meeting: Meeting) {
  const { db, t, language } = visit
  const [snapshot] = await listSnapshots(db, { meetingId: meeting.id, isReleased: true })
  const plain = [{ value: 'text', words: t('session:shows.text') }]
  if (!snapshot) return plain
  const choices = await choicesOf(visit, { meeting, snapshot, reveal: 'region' })
  return choices.map(({ value, kind, label }) => ({
    value,
    words: [t(`session:shows.${kind}`), ...label.map((text) => saying(text, language).words)].join(' · '),
  }))
}

export const action = asTeam({ roles: ['manager'] }, async (visit) => {
  const { db, params } = visit
  const meeting = await requireMeetingAt(db, params.meeting)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (act === 'keep') await keep(visit, meeting, form)
  else if (act === 'stage') await stage(visit, meeting, form)
  else if (act) await reorder(visit, meeting, act, form)
  if (form.problems.length > 0) return again(form)
  return done(`/team/meetings/${meeting.slug}/agenda`, act === 'up' || act === 'down' ? undefined : act, '#order')
})

async function keep(visit: TeamVisit, meeting: Meeting, form: FormReading): Promise<void> {
  const title = form.words('title')
  const date = form.day('starts', { isOptional: true })
  const time = form.time('starts')
  const minutes = readMinutes(form)
  const choices = await showsChoices(visit, meeting)
  const shows = form.choice(
    'shows',
    choices.map(({ value }) => value),
  )
  const says = optionalWords(form, 'says')
  const notes = form.text('notes', { max: 2000, isLong: true, isOptional: true })
  if (form.problems.length > 0 || !shows || !minutes) return
  const startsAt = date && instantOf({ date, time }, meeting.timeZone).toISOString()
  const item = { title, says, startsAt, minutes, shows, notes, itemId: form.raw('item') || null }
  const isKept = await onceOnly(visit, (trx) => keepItem(trx, { ...audit(visit), meetingId: meeting.id, ...item }))
  if (!isKept) form.refuse('act', 'changed_meanwhile')
}

function readMinutes(form: FormReading): number | null {
  const minutes = /^\d{1,3}$/.test(form.raw('minutes').trim()) ? Number(form.raw('minutes')) : 0
  if (minutes >= 1 && minutes <= 600) return minutes
  form.refuse('minutes', 'minutes')
  return null
}

/** In the languages in which something was written. */
function optionalWords(form: FormReading, name: string): Record<string, string> {
  const read = LANGUAGES.map((language) => [language, form.text(`${name}.${language}`, { max: 300, isOptional: true })])
  return Object.fromEntries(read.filter(([, words]) => words))
}

async function reorder(visit: TeamVisit, meeting: Meeting, act: 'up' | 'down' | 'remove', form: FormReading) {
  const step = { ...audit(visit), meetingId: meeting.id, itemId: form.raw('item') }
  const isDone = await onceOnly(visit, (trx) =>
    act === 'remove' ? removeItem(trx, step) : moveItem(trx, { ...step, by: act === 'up' ? -1 : 1 }),
  )
  if (!isDone) form.refuse('act', 'changed_meanwhile')
}

async function stage(visit: TeamVisit, meeting: Meeting, form: FormReading): Promise<void> {
  const number = Number(form.raw('snapshot'))
  const step = { ...audit(visit), meetingId: meeting.id, number }
  const isSet = Number.isInteger(number) && (await onceOnly(visit, (trx) => setStage(trx, step)))
  if (!isSet) form.refuse('snapshot', 'snapshot_missing')
}

export default function AgendaEditing() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting } = page
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && `agenda_${page.done}`} />
      <Crumbs
        steps={[{ href: `/team/meetings/${meeting.slug}`, words: <Said text={meeting.title} /> }]}
        here={page.title}
      />
      <Head over={<Said text={meeting.title} />} title={page.title}>
        <p>
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
        </p>
      </Head>
      <StageForm snapshots={page.snapshots} onStage={page.onStage} sent={sent} intent={page.intent} />
      <ItemOrder items={page.items} base={`/team/meetings/${meeting.slug}/agenda`} intent={page.intent} />
      <ItemForm
        key={page.chosen?.id}
        chosen={page.chosen}
        choices={page.choices}
        timeZone={meeting.timeZone}
        sent={sent?.values.act === 'keep' ? sent : undefined}
        intent={page.intent}
      />
    </div>
  )
}
