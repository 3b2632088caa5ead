// All answers to one question: read across the delegations, found good or asked about one by one, with the next one a key away.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { GOOD, markAnswer } from '#db/marks.ts'
import { settleClarification } from '#db/settling.ts'
import type { Refusal } from '#surveys/answering/states.ts'
import { asTeam, audit, type TeamVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { FieldName, namedField } from '../../components/review/field-name.tsx'
import { Across } from '../../components/team/desk/across.tsx'
import { WayAround } from '../../components/team/desk/way-around.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import type { Handle } from '../../handle.ts'
import { again, done, doneWord } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { namesOf } from './overview.server.ts'
import { type QuestionAnswer, requireAcross, wayAround } from './questions.server.ts'
import { readForm } from './reading.ts'
import { noteReadings } from './reading-notes.server.ts'

export const handle: Handle = { enhance: ['desk'] }

const ACTS = ['good', 'not_good'] as const

export const loader = asTeam(async (visit) => {
  const { round, field, answers, codebook } = await requireAcross(visit)
  await noteReadings(visit, answers)
  return {
    title: `${visit.t('desk:question.title')}: ${field.number}`,
    names: namesOf(round),
    field: namedField(field),
    answers,
    way: wayAround(codebook, field),
    done: doneWord(visit.url, [...ACTS, 'noted'] as const),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const { round, field, answers } = await requireAcross(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  const country = form.choice(
    'country',
    answers.map(({ code }) => code),
  )
  const answer = answers.find(({ code }) => code === country)
  if (!act || !answer) return again(form)
  const refusal = await onceOnly(visit, async (trx) => {
    return (await judge(trx, visit, { answer, field: field.name, isGood: act === 'good' })) ?? null
  })
  if (refusal) {
    form.refuse('act', 'state')
    return again(form)
  }
  // On to the next answer that nobody has looked at: there the keyboard goes on.
  const after = [...answers.slice(answers.indexOf(answer) + 1), ...answers]
  const next = act === 'good' ? after.find(({ code, good }) => good === null && code !== answer.code) : answer
  return done(`/team/rounds/${round.slug}/questions/${field.name}`, act, next ? `#r-${next.code}` : '#next')
})

type Judging = { readonly answer: QuestionAnswer; readonly field: string; readonly isGood: boolean }

/** An answer found good settles the question that it answers. */
async function judge(
  trx: TeamVisit['db'],
  visit: TeamVisit,
  { answer, field, isGood }: Judging,
): Promise<Refusal | undefined> {
  const step = {
    ...audit(visit),
    responseId: answer.responseId,
    country: answer.code,
    role: visit.team.role,
  }
  const refusal = await markAnswer(trx, { ...step, field, matter: GOOD, note: null, isMarked: isGood })
  if (refusal || !isGood || answer.thread?.state !== 'answered') return refusal
  return settleClarification(trx, { ...step, id: answer.thread.id, to: 'accepted', words: null })
}

export default function QuestionAcross() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { names, field, answers, way, intent } = page
  const base = `/team/rounds/${names.slug}`
  const open = answers.filter(({ good }) => good === null).length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs steps={[{ href: base, words: <Said text={names.title} /> }]} here={t('desk:question.title')} />
      <Head over={t('desk:question.place', { place: way.place, all: way.all })} title={<FieldName field={field} />}>
        <p className="lead">{t('desk:question.finding', { count: open, all: answers.length })}</p>
      </Head>
      <WayAround way={way} base={`${base}/questions`} />
      <Across answers={answers} field={field} base={base} intent={intent} />
      <WayAround way={way} base={`${base}/questions`} isBelow />
    </div>
  )
}
