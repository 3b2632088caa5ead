// The team's work on a request to the facility: its sheet in revisions, and its next step with the reason.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listTafRequests, reviseTafRequest, stepTafRequest, type TafRequest } from '#db/taf-requests.ts'
import {
  CRITERIA,
  DECISIONS,
  HIGHEST_SCORE,
  nextStatuses,
  STATUSES,
  type Status,
} from '#surveys/debate/request-chain.ts'
import { lackingIn } from '#surveys/debate/request-sheet.ts'
import { asTeam, audit, notFound, type TeamVisit } from '../../access.server.ts'
import { Said, saying } from '../../components/questions/said.tsx'
import { SheetForm } from '../../components/requests/sheet-form.tsx'
import { StepForm } from '../../components/requests/step-form.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { speechOf, useWords } from '../../components/words.tsx'
import { standingWords } from '../../documents/request.ts'
import { type RequestWorld, requestWorldOf } from '../../plenary/request-world.server.ts'
import { showingFor } from '../plenary/plenary.server.ts'
import { again, done, doneWord } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { requireMeetingAt } from './meeting-at.server.ts'
import { type FormReading, readForm } from './reading.ts'
import { choicesIn } from './request-choices.ts'
import { readSheet } from './request-form.server.ts'

/** @throws a Response 404 */
async function requireRequest(visit: TeamVisit) {
  const meeting = await requireMeetingAt(visit.db, visit.params.meeting)
  const request = (await listTafRequests(visit.db, meeting.id)).find(
    ({ number }) => String(number) === visit.params.number,
  )
  const showing = await showingFor(visit, meeting)
  const world = showing && (await requestWorldOf(visit, showing))
  if (!request || !world) throw notFound()
  return { meeting, request, world }
}

export const loader = asTeam(async (visit) => {
  const { t, language, account, url } = visit
  const { meeting, request, world } = await requireRequest(visit)
  const speech = speechOf({ t, language, digits: account.digits, timeZone: meeting.timeZone })
  const [last] = request.steps
  return {
    title: t('requests:number', { number: request.number }),
    name: saying(request.sheet.title, language).words,
    meeting: { slug: meeting.slug, title: meeting.title },
    number: request.number,
    stands: standingWords(last, speech),
    status: last.status,
    next: nextStatuses(last),
    lacking: lackingIn(request.sheet),
    start: request.sheet,
    base: request.revision,
    choices: choicesIn(world, visit),
    done: doneWord(url, ['opened', 'kept', 'moved'] as const),
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const { meeting, request, world } = await requireRequest(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ['keep', 'move'] as const)
  if (act === 'keep') await revise(visit, world, request, form)
  if (act === 'move') await move(visit, world, request, form)
  if (form.problems.length > 0) return again(form)
  return done(`/team/meetings/${meeting.slug}/requests/${request.number}`, act === 'keep' ? 'kept' : 'moved')
})

async function revise(
  visit: TeamVisit,
  { meeting, snapshot, ...rest }: RequestWorld,
  { number }: TafRequest,
  form: FormReading,
) {
  const sheet = readSheet(visit, { meeting, snapshot, ...rest }, form)
  if (!sheet) return
  const keeping = { ...audit(visit), meetingId: meeting.id, snapshotId: snapshot.id, sheet, number }
  const base = Number(form.raw('base'))
  const isKept = await onceOnly(visit, (trx) => reviseTafRequest(trx, { ...keeping, base }))
  if (!isKept) form.refuse('act', 'changed_meanwhile')
}

async function move(
  visit: TeamVisit,
  { meeting }: RequestWorld,
  { number, steps: [last] }: TafRequest,
  form: FormReading,
) {
  const status = form.choice('status', nextStatuses(last))
  const decision = status === 'ec_decided' ? form.choice('decision', DECISIONS) || null : null
  const note = form.text('note', { max: 2000, isLong: true, isOptional: true })
  const from: Status | undefined = STATUSES.find((one) => one === form.raw('from'))
  const scores = status === 'pmt_assessed' ? readScores(form) : null
  if (form.problems.length > 0 || !status || !from) return
  const step = { ...audit(visit), meetingId: meeting.id, number, from, status, decision, scores, note }
  const refusal = await onceOnly(visit, async (trx) => (await stepTafRequest(trx, step)) ?? null)
  if (refusal === 'note_missing') form.refuse('note', 'request_note_missing')
  else if (refusal) form.refuse('status', refusal)
}

function readScores(form: FormReading): Record<string, number> {
  const levels = Array.from({ length: HIGHEST_SCORE + 1 }, (_, score) => String(score))
  return Object.fromEntries(CRITERIA.map((one) => [one, Number(readScore(form, `score.${one}`, levels))]))
}

function readScore(form: FormReading, name: string, levels: readonly string[]): string {
  const found = levels.find((one) => one === form.raw(name))
  if (found === undefined) form.refuse(name, 'score_missing')
  return found ?? '0'
}

export default function RequestWork() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting, number } = page
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && `request_${page.done}`} />
      <Crumbs
        steps={[
          { href: `/plenary/${meeting.slug}`, words: <Said text={meeting.title} /> },
          { href: `/plenary/${meeting.slug}/requests`, words: t('requests:title') },
          { href: `/plenary/${meeting.slug}/requests/${number}`, words: page.title },
        ]}
        here={t('requests:work')}
      />
      <Head over={page.title} title={page.name}>
        <p className="lead">{page.stands}</p>
      </Head>
      <StepForm page={page} sent={sent?.values.act === 'move' ? sent : undefined} />
      <section className="stack" aria-labelledby="sheet">
        <h2 id="sheet">{t('requests:sheet')}</h2>
        <SheetForm
          sent={sent?.values.act === 'keep' ? sent : undefined}
          start={page.start}
          choices={page.choices}
          base={page.base}
          intent={page.intent}
        />
      </section>
    </div>
  )
}
