// Reminders of a round: the plan, who is waited for, the letters before they go, those that went, and a text for a note verbale.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listReminders } from '#db/reminders.ts'
import { changeReminders } from '#db/round-states.ts'
import { EARLIEST, LATEST, withoutStep, withStep } from '#surveys/answering/reminders.ts'
import { roundActRefusal } from '#surveys/answering/states.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { Letters, NoteVerbale } from '../../components/team/reminders/letters.tsx'
import { PlanForm, Rules } from '../../components/team/reminders/plan.tsx'
import { SentReminders, Waiting } from '../../components/team/reminders/tables.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { namesOf, requireRoundAt } from './overview.server.ts'
import { readForm } from './reading.ts'
import { noteTexts, planSteps, previewLetters, waitingRows } from './reminders.server.ts'

const SIDES = ['before', 'after'] as const

export const loader = asTeam(async ({ db, params, url, now, t, team, house }) => {
  const round = await requireRoundAt(db, params.round)
  const waiting = await waitingRows(db, round, now)
  const chosen = waiting.find(({ code }) => code === url.searchParams.get('country')) ?? waiting[0]
  const deadline = chosen?.dates[0]?.when
  return {
    title: t('reminders:title'),
    round: namesOf(round),
    steps: planSteps(round),
    waiting,
    nextDay: waiting.flatMap(({ next }) => next ?? []).sort()[0] ?? null,
    letters: await previewLetters(db, house, round),
    note: chosen && deadline ? { code: chosen.code, texts: noteTexts(house, round, chosen, deadline) } : null,
    sent: await listReminders(db, round.id),
    labels: round.meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    hasSmtp: house.config.smtpUrl !== null,
    mayChange: roundActRefusal('remind', round.state, team.role) === undefined,
    done: doneWord(url, ['reminders'] as const),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const round = await requireRoundAt(visit.db, visit.params.round)
  const form = readForm(visit.form)
  const removed = Number(/^remove:(-?\d+)$/.exec(form.raw('act'))?.[1] ?? Number.NaN)
  const plan = Number.isNaN(removed) ? addedTo(round.reminders, form) : withoutStep(round.reminders, removed)
  if (plan === null || form.problems.length > 0) return again(form)
  const step = { ...audit(visit), roundId: round.id, role: visit.team.role, plan }
  const refusal = await onceOnly(visit, async (trx) => (await changeReminders(trx, step)) ?? null)
  if (!refusal) return done(`/team/rounds/${round.slug}/reminders`, 'reminders')
  form.refuse('days', refusal === 'role' ? 'role' : 'state')
  return again(form)
})

function addedTo(plan: readonly number[], form: ReturnType<typeof readForm>) {
  const side = form.choice('side', SIDES)
  const days = form.days('days')
  if (days === null || !side) return null
  const longer = withStep(plan, side === 'before' ? -days : days)
  if (longer === null) form.refuse('days', 'reminder_day', { before: -EARLIEST, after: LATEST })
  return longer
}

export default function Reminders() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, date } = useWords()
  const base = `/team/rounds/${page.round.slug}`
  const count = page.waiting.filter(({ next }) => next === page.nextDay).length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs steps={[{ href: base, words: <Said text={page.round.title} /> }]} here={t('reminders:title')} />
      <Head
        over={t('reminders:title')}
        title={
          page.nextDay === null
            ? t('reminders:finding_none')
            : t('reminders:finding', { count, day: date(page.nextDay) })
        }
      >
        <p className="lead">{t(page.hasSmtp ? 'reminders:lead' : 'reminders:lead_no_smtp')}</p>
      </Head>
      <div className="columns">
        <PlanForm steps={page.steps} mayChange={page.mayChange} sent={sent} intent={page.intent} />
        <Rules />
      </div>
      <Waiting rows={page.waiting} zone={page.round.meeting.timeZone} />
      <Letters letters={page.letters} />
      {page.note && <NoteVerbale note={page.note} countries={page.waiting} />}
      <SentReminders sent={page.sent} labels={page.labels} />
    </div>
  )
}
