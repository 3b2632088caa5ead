// A request to the facility is opened from a retained need: the sheet starts from what the debate rests on.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listNeedDecisions } from '#db/need-decisions.ts'
import { openTafRequest } from '#db/taf-requests.ts'
import { asTeam, audit, notFound, type TeamVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { SheetForm } from '../../components/requests/sheet-form.tsx'
import { Crumbs, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { firstSheet, requestWorldOf } from '../../plenary/request-world.server.ts'
import { showingFor } from '../plenary/plenary.server.ts'
import { again, done } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { requireMeetingAt } from './meeting-at.server.ts'
import { readForm } from './reading.ts'
import { choicesIn } from './request-choices.ts'
import { readSheet } from './request-form.server.ts'

/** The retained need in the address, in the snapshot before the room. @throws a Response 404 */
async function requireNeed(visit: TeamVisit) {
  const meeting = await requireMeetingAt(visit.db, visit.params.meeting)
  const showing = await showingFor(visit, meeting)
  const world = showing && (await requestWorldOf(visit, showing))
  const decisions = await listNeedDecisions(visit.db, meeting.id)
  const asked = visit.url.searchParams.get('area')
  const area = world?.areas.find(({ key }) => key === asked)
  if (!world || !area || !decisions.some((one) => one.area === asked && one.outcome === 'retained')) throw notFound()
  return { meeting, world, decisions, area }
}

export const loader = asTeam(async (visit) => {
  const { meeting, world, decisions, area } = await requireNeed(visit)
  return {
    title: visit.t('requests:new'),
    meeting: { slug: meeting.slug, title: meeting.title },
    area: area.label,
    start: firstSheet(visit, world, decisions, area),
    choices: choicesIn(world, visit),
    snapshot: world.snapshot.number,
    intent: randomUUID(),
  }
})

export const action = asTeam(async (visit) => {
  const { meeting, world } = await requireNeed(visit)
  const form = readForm(visit.form)
  const sheet = readSheet(visit, world, form)
  if (!sheet) return again(form)
  const place = { meetingId: meeting.id, roundId: world.roundId, snapshotId: world.snapshot.id }
  const number = await onceOnly(visit, (trx) => openTafRequest(trx, { ...audit(visit), ...place, sheet }))
  return done(`/team/meetings/${meeting.slug}/requests/${number}`, 'opened')
})

export default function RequestNew() {
  const { title, meeting, area, start, choices, snapshot, intent } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Crumbs
        steps={[
          { href: `/plenary/${meeting.slug}`, words: <Said text={meeting.title} /> },
          { href: `/plenary/${meeting.slug}/requests`, words: t('requests:title') },
        ]}
        here={title}
      />
      <Head over={<Said text={area} />} title={title}>
        <p className="lead">{t('requests:new_lead', { number: snapshot })}</p>
      </Head>
      <SheetForm sent={sent} start={start} choices={choices} base={null} intent={intent} />
    </div>
  )
}
