// Settings of a round: its state, its deadline, its countries. Everything is in the trail, and every state can be undone.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { laterVersions, previewRoundMove } from '#db/round-versions.ts'
import type { Round } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import { wallTimeOf } from '#db/wall-clock.ts'
import { asTeam } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { CountryActs, CountryTable } from '../../components/team/country-settings.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { MoveRound } from '../../components/team/move-round.tsx'
import { DeadlineForm, SigningForm, StateForms } from '../../components/team/round-forms.tsx'
import { useWords } from '../../components/words.tsx'
import { dayIn } from '../answer/views/reader.ts'
import { again, done, doneWord } from './answers.ts'
import { namesOf, overviewOf, requireRoundAt } from './overview.server.ts'
import { actOnRound } from './round-acts.server.ts'
import { allowedActs, settingRows } from './round-choices.ts'

const DONE = [
  'open',
  'pilot',
  'close',
  'reopen',
  'cancel',
  'extend',
  'invite',
  'decline',
  'extend_country',
  'round_deadline',
  'created',
  'move',
  'one_step',
  'two_steps',
] as const

export const loader = asTeam(async ({ db, params, url, now, t, team }) => {
  const round = await requireRoundAt(db, params.round)
  const { rows } = await overviewOf(db, round, now)
  const { timeZone } = round.meeting
  const countries = settingRows(round, rows, team.role)
  const acts = allowedActs(round.state, team.role)
  return {
    title: t('team:settings.title'),
    round: namesOf(round),
    acts,
    mayRecord: team.role === 'manager',
    moving: acts.includes('move') ? await movingOf(db, round, url.searchParams.get('version'), now) : null,
    countries,
    chosen: countries.find(({ code }) => code === url.searchParams.get('country')) ?? null,
    needsReady: round.needsReady,
    deadline: round.deadline ? wallTimeOf(new Date(round.deadline), timeZone) : null,
    done: doneWord(url, DONE),
    intent: randomUUID(),
  }
})

/** What going on with a later version would mean; the highest, unless another is asked for. */
async function movingOf(db: Db, round: Round, wanted: string | null, now: Date) {
  const versions = await laterVersions(db, round)
  const chosen = versions.find(({ version }) => version === wanted) ?? versions[0]
  if (!chosen) return null
  const lines = await previewRoundMove(db, round.id, chosen.id, dayIn(now, round.meeting.timeZone))
  const label = (code: string) => round.meeting.roster.countries.find((one) => one.code === code)?.label ?? { en: code }
  return {
    version: chosen.version,
    versions: versions.map(({ version }) => version),
    lines: lines.map((line) => ({ ...line, label: label(line.country) })),
  }
}

export const action = asTeam(async (visit) => {
  const round = await requireRoundAt(visit.db, visit.params.round)
  const form = await actOnRound(visit, round)
  if (form.problems.length > 0) return again(form)
  return done(`/team/rounds/${round.slug}/settings`, form.raw('act'))
})

export default function RoundSettings() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { round } = page
  const base = `/team/rounds/${round.slug}`
  // A form that was refused is shown again for the country it was about.
  const chosen = page.chosen ?? page.countries.find(({ code }) => code === sent?.values.country) ?? null
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done} />
      <Crumbs steps={[{ href: base, words: <Said text={round.title} /> }]} here={t('team:settings.title')} />
      <Head title={t(`team:settings.finding.${round.state}`)} />
      <div className="columns">
        <div className="stack loose">
          <StateForms acts={page.acts} state={round.state} sent={sent} intent={page.intent} />
          {page.acts.includes('extend') && (
            <DeadlineForm start={page.deadline} round={round} sent={chosen ? undefined : sent} intent={page.intent} />
          )}
          <SigningForm needsReady={page.needsReady} mayChange={page.acts.includes('signing')} intent={page.intent} />
        </div>
        <aside className="stack" aria-label={t('team:settings.note_title')}>
          <h2>{t('team:settings.note_title')}</h2>
          <p className="meta">{t('team:settings.note_close')}</p>
          <p className="meta">{t('team:settings.note_undo')}</p>
          <p>
            <a href={`${base}/reminders`}>{t('reminders:title')}</a>
          </p>
          <p>
            <a href={`/team/audit?round=${round.slug}`}>{t('team:settings.to_trail')}</a>
          </p>
        </aside>
      </div>
      <section className="stack" id="countries" aria-labelledby="countries-title">
        <h2 id="countries-title">{t('team:settings.countries')}</h2>
        <CountryTable rows={page.countries} base={base} zone={round.meeting.timeZone} chosen={chosen?.code ?? null} />
      </section>
      {page.moving && <MoveRound moving={page.moving} round={round} intent={page.intent} />}
      {chosen && <CountryActs row={chosen} round={round} sent={sent} intent={page.intent} mayRecord={page.mayRecord} />}
    </div>
  )
}
