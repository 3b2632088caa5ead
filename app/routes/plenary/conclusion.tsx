// One conclusion: its wording, what became of it from revision to revision, objections; the desk revises it here.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Conclusion, listConclusions, OBJECTIONS, objectTo, reviseConclusion } from '#db/conclusions.ts'
import type { Meeting } from '#db/meetings.ts'
import { asParticipant, audit, notFound, type ParticipantVisit } from '../../access.server.ts'
import { Clause } from '../../components/plenary/clause.tsx'
import { ConclusionForm } from '../../components/plenary/conclusion-form.tsx'
import { ObjectionForm, Revisions } from '../../components/plenary/conclusion-parts.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { clauseOf } from './clauses.server.ts'
import { figureChoices, readConclusion } from './conclusion-form.server.ts'
import { requirePlenary } from './plenary.server.ts'

const isDesk = ({ membership: { role } }: ParticipantVisit) => role === 'rapporteur' || role === 'manager'

/** @throws a Response 404 */
async function requireConclusion(visit: ParticipantVisit): Promise<{ meeting: Meeting; conclusion: Conclusion }> {
  const meeting = await requirePlenary(visit)
  const all = await listConclusions(visit.db, meeting.id)
  const conclusion = all.find(({ number }) => String(number) === visit.params.number)
  if (!conclusion) throw notFound()
  return { meeting, conclusion }
}

export const loader = asParticipant(async (visit) => {
  const { t, url, now, membership } = visit
  const { meeting, conclusion } = await requireConclusion(visit)
  const [newest] = conclusion.revisions
  const clause = clauseOf(conclusion, now)
  return {
    title: t('session:conclusions.number', { number: conclusion.number }),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    clause,
    revisions: conclusion.revisions.map(({ figure: _, ...one }) => one),
    objections: conclusion.objections,
    countries: meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    desk: isDesk(visit)
      ? {
          figures: (await figureChoices(visit, meeting)).choices,
          start: { ...newest, figure: newest.figure?.shows ?? null },
        }
      : null,
    mayObject: membership.role === 'head' && clause.silence !== null && !clause.silence.isOver,
    done: doneWord(url, ['kept', 'objected'] as const),
    intent: randomUUID(),
  }
})

export const action = asParticipant(async (visit) => {
  const { meeting, conclusion } = await requireConclusion(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ['keep', 'object'] as const)
  if (act === 'keep') await revise(visit, meeting, conclusion, form)
  if (act === 'object') await object(visit, meeting, conclusion, form)
  if (form.problems.length > 0) return again(form)
  const word = act === 'keep' ? 'kept' : 'objected'
  return done(`/plenary/${meeting.slug}/conclusions/${conclusion.number}`, word)
})

async function revise(visit: ParticipantVisit, meeting: Meeting, { number }: Conclusion, form: FormReading) {
  if (!isDesk(visit)) throw notFound()
  const wording = await readConclusion(visit, meeting, form)
  if (!wording) return
  const base = Number(form.raw('base'))
  const revising = { ...audit(visit), meetingId: meeting.id, ...wording, number, base }
  const isKept = await onceOnly(visit, (trx) => reviseConclusion(trx, revising))
  if (!isKept) form.refuse('act', 'changed_meanwhile')
}

async function object(visit: ParticipantVisit, meeting: Meeting, { number }: Conclusion, form: FormReading) {
  const { role, country } = visit.membership
  if (role !== 'head' || !country) throw notFound()
  const kind = form.choice('how', OBJECTIONS)
  const words = form.text('objection', { max: 1000, isLong: true })
  if (form.problems.length > 0 || !kind) return
  const objecting = { ...audit(visit), meetingId: meeting.id, number, country, kind, words }
  const refusal = await onceOnly(visit, async (trx) => (await objectTo(trx, objecting)) ?? null)
  if (refusal) form.refuse('act', refusal)
}

export default function ConclusionPage() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting, clause, countries, desk } = page
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && `conclusion_${page.done}`} />
      <Crumbs
        steps={[
          { href: `/plenary/${meeting.slug}`, words: <Said text={meeting.title} /> },
          { href: `/plenary/${meeting.slug}/conclusions`, words: t('session:conclusions.title') },
        ]}
        here={page.title}
      />
      <Head title={page.title} />
      <Clause clause={clause} meeting={meeting} countries={countries} />
      {page.mayObject && <ObjectionForm sent={sent} intent={page.intent} />}
      {page.revisions.length > 1 && <Revisions revisions={page.revisions} timeZone={meeting.timeZone} />}
      {desk && (
        <section className="stack" aria-labelledby="act">
          <h2 id="act">{t('session:conclusions.revise')}</h2>
          <ConclusionForm
            sent={sent?.values.act === 'keep' ? sent : undefined}
            start={desk.start}
            countries={countries}
            figures={desk.figures}
            timeZone={meeting.timeZone}
            intent={page.intent}
          />
        </section>
      )}
    </div>
  )
}
