// Notes on the results of a round: the team observes, organisations comment by name, the team says what is shown.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideNote, keepNote, listNotes } from '#db/notes.ts'
import { asParticipant, audit, notFound, type ParticipantVisit } from '../../access.server.ts'
import { CommentForm, NoteList, ObservationForm } from '../../components/charts/note-forms.tsx'
import { saying } from '../../components/questions/said.tsx'
import { Done, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { pagesOf, targetsOf } from './notes.server.ts'
import { frameOf, type Results, requireResults } from './source.server.ts'

const ACTS = ['observe', 'comment', 'show', 'withhold'] as const

export const loader = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { t, url, isTeam, membership, account, language, db } = visit
  const targets = targetsOf(results)
  const notes = await listNotes(db, results.round.id)
  const labelOf = (target: string) => {
    const item = targets.find((one) => one.target === target)
    return item ? saying(item.label, language).words : t(`results:nav.${target.replace('page:', '')}`)
  }
  return {
    ...frameOf(results, visit, t('notes:title')),
    timeZone: results.round.meeting.timeZone,
    notes: notes
      .filter(({ state, byAccount }) => isTeam || state === 'shown' || byAccount === account.id)
      .map(({ byAccount: _, target, ...note }) => ({ ...note, on: labelOf(target) })),
    pages: isTeam ? pagesOf(results).map((page) => ({ value: `page:${page}`, words: t(`results:nav.${page}`) })) : [],
    items:
      membership.role === 'observer' ? targets.map(({ target }) => ({ value: target, words: labelOf(target) })) : [],
    isTeam,
    done: doneWord(url, ['observed', 'commented', 'decided'] as const),
    intent: randomUUID(),
  }
})

export const action = asParticipant(async (visit) => {
  const results = await requireResults(visit)
  const { isTeam, membership } = visit
  if (!isTeam && membership.role !== 'observer') throw notFound()
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  if (act && (act === 'comment') === isTeam) throw notFound()
  if (act === 'observe') await observe(visit, results, form)
  else if (act === 'comment') await comment(visit, results, form)
  else if (act) await decide(visit, results, act, form)
  if (form.problems.length > 0) return again(form)
  const word = act === 'observe' ? 'observed' : act === 'comment' ? 'commented' : 'decided'
  return done(`/results/${results.round.slug}/notes`, word)
})

const placeOf = ({ round }: Results) => ({ roundId: round.id, meetingId: round.meeting.id })

async function observe(visit: ParticipantVisit, results: Results, form: FormReading): Promise<void> {
  const target = form.choice(
    'page',
    pagesOf(results).map((page) => `page:${page}`),
  )
  const texts = form.words('text', 600)
  if (form.problems.length > 0 || !target) return
  await keep(visit, { ...placeOf(results), kind: 'observation', target, texts, organisation: '' })
}

async function comment(visit: ParticipantVisit, results: Results, form: FormReading): Promise<void> {
  const target = form.choice(
    'item',
    targetsOf(results).map((one) => one.target),
  )
  const organisation = form.text('organisation', { max: 160 })
  const words = form.text('words', { max: 1500, isLong: true })
  if (form.problems.length > 0 || !target) return
  await keep(visit, { ...placeOf(results), kind: 'comment', target, texts: { [visit.language]: words }, organisation })
}

const keep = (visit: ParticipantVisit, note: Omit<Parameters<typeof keepNote>[1], 'actor' | 'at'>) =>
  onceOnly(visit, async (trx) => {
    await keepNote(trx, { ...audit(visit), ...note })
    return true
  })

async function decide(visit: ParticipantVisit, results: Results, act: 'show' | 'withhold', form: FormReading) {
  const deciding = { ...audit(visit), ...placeOf(results), noteId: form.raw('note') }
  const isDone = await decideNote(visit.db, { ...deciding, state: act === 'show' ? 'shown' : 'withheld' })
  if (!isDone) form.refuse('act', 'changed_meanwhile')
}

export default function Notes() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && `note_${page.done}`} />
      <div className="head">
        <h1>{page.title}</h1>
        <p className="lead">{t('notes:lead')}</p>
      </div>
      <NoteList page={page} />
      {page.pages.length > 0 && <ObservationForm page={page} sent={sent} />}
      {page.items.length > 0 && <CommentForm page={page} sent={sent} />}
    </div>
  )
}
