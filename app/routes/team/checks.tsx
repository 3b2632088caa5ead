// The queue of automatic checks: what is worth a second look, asked about or dismissed with a note. It blocks nothing.
import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markAnswer } from '#db/marks.ts'
import { SUGGESTION_KINDS } from '#surveys/analysis/suggestions.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Queue } from '../../components/team/desk/queue.tsx'
import { QueueFilters } from '../../components/team/desk/queue-filters.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, doneWord } from './answers.ts'
import { isInQueue, queueAddress, queueFilterOf, queueOf } from './checks.server.ts'
import { onceOnly } from './intents.server.ts'
import { namesOf, requireRoundAt } from './overview.server.ts'
import { readForm } from './reading.ts'
import { noteReadings } from './reading-notes.server.ts'

const ACTS = ['dismiss', 'take_up'] as const
/** Lines on a page; the filters lead to the others. */
const MOST = 60

export const loader = asTeam(async (visit) => {
  const round = await requireRoundAt(visit.db, visit.params.round)
  const all = await queueOf(visit.db, round, visit.now)
  const filter = queueFilterOf(visit.url.searchParams)
  const lines = all.filter((line) => isInQueue(line, filter))
  const shown = lines.slice(0, MOST)
  await noteReadings(visit, [...new Map(shown.map((line) => [line.responseId, line])).values()])
  return {
    title: visit.t('desk:checks.title'),
    names: namesOf(round),
    filter,
    lines: shown,
    count: lines.length,
    counts: SUGGESTION_KINDS.map((kind) => ({
      kind,
      count: all.filter((line) => line.kind === kind && line.state === 'open').length,
    })),
    countries: round.meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    done: doneWord(visit.url, ACTS),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const round = await requireRoundAt(visit.db, visit.params.round)
  const form = readForm(visit.form)
  const act = form.choice('act', ACTS)
  const line = (await queueOf(visit.db, round, visit.now)).find(
    ({ country, matter }) => `${country.code} ${matter}` === form.raw('line'),
  )
  if (act && !line) form.refuse('act', 'changed_meanwhile')
  const note = act === 'dismiss' ? form.text('why', { max: 500, isLong: true }) : ''
  if (form.problems.length > 0 || !act || !line) return again(form)
  const { responseId, country, field, matter } = line
  const step = { ...audit(visit), responseId, country: country.code, role: visit.team.role }
  const marking = { ...step, field: field.name, matter, note: note || null, isMarked: act === 'dismiss' }
  const refusal = await onceOnly(visit, async (trx) => (await markAnswer(trx, marking)) ?? null)
  if (refusal) {
    form.refuse('act', 'state')
    return again(form)
  }
  const filters = queueAddress(queueFilterOf(visit.url.searchParams))
  return redirect(`/team/rounds/${round.slug}/checks${filters}${filters ? '&' : '?'}done=${act}`, 303)
})

export default function Checks() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const base = `/team/rounds/${page.names.slug}`
  const open = page.counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs steps={[{ href: base, words: <Said text={page.names.title} /> }]} here={t('desk:checks.title')} />
      <Head over={t('desk:checks.title')} title={t('desk:checks.finding', { count: open })}>
        <p className="lead">{t('desk:checks.lead')}</p>
      </Head>
      <QueueFilters filter={page.filter} counts={page.counts} countries={page.countries} />
      <Queue lines={page.lines} count={page.count} base={base} sent={sent} intent={page.intent} />
    </div>
  )
}
