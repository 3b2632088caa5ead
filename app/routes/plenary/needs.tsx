// Needs decided: area by area retained, merged, postponed or withdrawn, beside the figure that the room had before its eyes.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decideNeed, listNeedDecisions, OUTCOMES } from '#db/need-decisions.ts'
import { asParticipant, asPresenter, audit, type ParticipantVisit } from '../../access.server.ts'
import { AreaForm, DecisionTable } from '../../components/plenary/needs-decided.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { type NeedsRound, needsRoundOf } from '../../plenary/needs-round.server.ts'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { type FormReading, readForm } from '../team/reading.ts'
import { requirePlenary, showingFor } from './plenary.server.ts'

const MAY_DECIDE = ['presenter', 'rapporteur', 'manager']

export const loader = asParticipant(async (visit) => {
  const { db, t, url, membership } = visit
  const meeting = await requirePlenary(visit)
  const showing = await showingFor(visit, meeting)
  const held = showing && (await needsRoundOf(visit, showing))
  const decisions = await listNeedDecisions(db, meeting.id)
  const mayDecide = MAY_DECIDE.includes(membership.role) && held !== undefined
  const area = url.searchParams.get('area')
  return {
    title: t('session:needs.title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    snapshot: showing?.snapshot.number ?? null,
    rows: held ? rowsOf(held) : [],
    base: held ? `/results/${held.slug}` : null,
    decisions: decisions.map(({ roundId: _, ...one }) => one),
    countries: meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    modalities: held?.modalities.map(({ key, label }) => ({ key, label })) ?? [],
    chosen: mayDecide ? (held?.areas.find(({ key }) => key === area)?.key ?? null) : null,
    mayDecide,
    done: doneWord(url, ['decided'] as const),
    intent: randomUUID(),
  }
})

const rowsOf = ({ ranking }: NeedsRound) =>
  ranking.rows.map(({ area, place, sharedBy, base, isHidden }) => ({
    key: area.key,
    label: area.label,
    place: isHidden ? null : place,
    shared: isHidden ? null : { k: sharedBy, n: base.n },
  }))

export const action = asPresenter(async (visit) => {
  const meeting = await requirePlenary(visit)
  const showing = await showingFor(visit, meeting)
  const held = showing && (await needsRoundOf(visit, showing))
  const form = readForm(visit.form)
  if (!showing || !held) {
    form.refuse('area', 'nothing_released')
    return again(form)
  }
  const codes = meeting.roster.countries.map(({ code }) => code)
  const decision = readDecision(visit, form, held, codes)
  if (form.problems.length > 0 || !decision) return again(form)
  const place = { meetingId: meeting.id, roundId: held.roundId, snapshotId: showing.snapshot.id }
  await onceOnly(visit, async (trx) => {
    await decideNeed(trx, { ...audit(visit), ...place, ...decision })
    return true
  })
  return done(`/plenary/${meeting.slug}/needs`, 'decided', `#area-${decision.area}`)
})

/** Retained needs have somebody who requests them; a merged one says into which. */
function readDecision({ form: sent }: ParticipantVisit, form: FormReading, held: NeedsRound, codes: readonly string[]) {
  const areas = held.areas.map(({ key }) => key)
  const area = form.choice('area', areas)
  const outcome = form.choice('outcome', OUTCOMES)
  const others = areas.filter((key) => key !== area)
  const into = outcome === 'merged' ? form.choice('into', others) : ''
  const pick = (name: string) => codes.filter((code) => sent.getAll(name).includes(code))
  const countries = pick('countries')
  const lead = form.raw('lead') ? form.choice('lead', codes) : ''
  const keys = held.modalities.map(({ key }) => key)
  const modality = form.raw('modality') ? form.choice('modality', keys) : ''
  const note = form.text('note', { max: 1000, isLong: true, isOptional: true })
  if (outcome === 'retained' && countries.length === 0) form.refuse('countries', 'countries_missing')
  if (!area || !outcome) return undefined
  const reservations = pick('reservations')
  return {
    area,
    outcome,
    into: into || null,
    lead: lead || null,
    countries,
    modality: modality || null,
    reservations,
    note,
  }
}

export default function NeedsDecided() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting, rows, decisions } = page
  const retained = decisions.filter(({ outcome }) => outcome === 'retained').length
  const chosen = page.chosen ?? (page.mayDecide ? (sent?.values.area ?? null) : null)
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && 'need_decided'} />
      <Head
        over={<Said text={meeting.title} />}
        title={t('session:needs.finding', { decided: decisions.length, all: rows.length, retained })}
      >
        <p className="lead">
          {page.snapshot === null
            ? t('session:stage.none_released')
            : t('session:needs.rests_on', { number: page.snapshot })}
        </p>
        <p className="row">
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
          <a href={`/plenary/${meeting.slug}/conclusions`}>{t('session:conclusions.title')}</a>
          <a href={`/plenary/${meeting.slug}/requests`}>{t('requests:title')}</a>
        </p>
      </Head>
      {rows.length > 0 && <DecisionTable page={page} />}
      {chosen && <AreaForm key={chosen} page={page} area={chosen} sent={sent} />}
    </div>
  )
}
