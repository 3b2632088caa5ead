// One snapshot: what it holds and whether it is still that, who becomes inferable, what changed, and its release by two people.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { alteredRounds, snapshotRounds } from '#db/snapshot-rows.ts'
import { approveRelease, findSnapshot, proposeRelease, type Snapshot } from '#db/snapshots.ts'
import { MODES } from '#surveys/analysis/model.ts'
import { asTeam, audit, notFound, type TeamVisit } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { Crumbs, Done, Head, Problems } from '../../components/team/frame.tsx'
import { ProposeForm, ReleaseForm } from '../../components/team/snapshot-forms.tsx'
import { Exposure, RoundsOfSnapshot, SnapshotFacts } from '../../components/team/snapshot-parts.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from './answers.ts'
import { onceOnly } from './intents.server.ts'
import { requireMeetingAt } from './meeting-at.server.ts'
import { readForm } from './reading.ts'
import { checkRelease } from './release-check.server.ts'

export const loader = asTeam(async (visit) => {
  const { db, url, t, team, account } = visit
  const { meeting, snapshot } = await requireSnapshot(visit)
  const { id: _, meetingId: __, proposer, ...about } = snapshot
  return {
    title: t('session:snapshot.number', { number: snapshot.number }),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    snapshot: about,
    rounds: (await snapshotRounds(db, snapshot.id)).map(({ roundId: _, ...round }) => round),
    labels: Object.fromEntries(meeting.roster.countries.map(({ code, label }) => [code, label])),
    altered: await alteredRounds(db, snapshot.id),
    check: await checkRelease(db, snapshot),
    isManager: team.role === 'manager',
    isProposer: proposer === account.id,
    done: doneWord(url, ['taken', 'propose', 'release'] as const),
    intent: randomUUID(),
  }
})

/** @throws a Response 404 */
async function requireSnapshot({ db, params }: TeamVisit) {
  const meeting = await requireMeetingAt(db, params.meeting)
  const isNumber = /^[1-9]\d{0,4}$/.test(params.number ?? '')
  const snapshot = isNumber && (await findSnapshot(db, { meetingId: meeting.id, number: Number(params.number) }))
  if (!snapshot) throw notFound()
  return { meeting, snapshot }
}

export const action = asTeam(async (visit) => {
  const { meeting, snapshot } = await requireSnapshot(visit)
  const form = readForm(visit.form)
  const act = form.choice('act', ['propose', 'release'] as const)
  if (act === 'propose') await propose(visit, snapshot, form)
  if (act === 'release') await release(visit, snapshot, form)
  if (form.problems.length > 0) return again(form)
  return done(`/team/meetings/${meeting.slug}/snapshots/${snapshot.number}`, act)
})

type Form = ReturnType<typeof readForm>

/** A manager chooses the mode; whoever becomes inferable is a reason to give one. */
async function propose(visit: TeamVisit, snapshot: Snapshot, form: Form): Promise<void> {
  const mode = form.choice('mode', MODES)
  const isExposing = mode !== '' && (await checkRelease(visit.db, snapshot)).exposed[mode].length > 0
  const why = form.text('why', { max: 500, isLong: true, isOptional: !isExposing })
  if (visit.team.role !== 'manager') form.refuse('act', 'role')
  if (form.problems.length > 0 || !mode) return
  const step = { ...audit(visit), snapshotId: snapshot.id, mode, why: why || null }
  const refusal = await onceOnly(visit, async (trx) => (await proposeRelease(trx, step)) ?? null)
  if (refusal) form.refuse('act', refusal)
}

async function release(visit: TeamVisit, snapshot: Snapshot, form: Form): Promise<void> {
  const step = { ...audit(visit), snapshotId: snapshot.id }
  const refusal = await onceOnly(visit, async (trx) => (await approveRelease(trx, step)) ?? null)
  if (refusal) form.refuse('act', refusal)
}

export default function SnapshotPage() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const { meeting, snapshot, check } = page
  const base = `/team/meetings/${meeting.slug}`
  const count = check.exposed.by_name.length + check.exposed.totals.length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={page.done && `snapshot_${page.done}`} />
      <Crumbs
        steps={[
          { href: base, words: <Said text={meeting.title} /> },
          { href: `${base}/snapshots`, words: t('session:snapshots.title') },
        ]}
        here={page.title}
      />
      <Head over={page.title} title={<Said text={snapshot.title} />} />
      <SnapshotFacts snapshot={snapshot} timeZone={meeting.timeZone} altered={page.altered} />
      <RoundsOfSnapshot rounds={page.rounds} labels={page.labels} number={snapshot.number} />
      <section className="stack" aria-labelledby="exposed">
        <h2 id="exposed">{t(count > 0 ? 'session:release.exposed' : 'session:release.nobody_exposed')}</h2>
        <p className="prose">{t('session:release.exposed_means')}</p>
        {count > 0 && MODES.map((mode) => <Exposure key={mode} mode={mode} exposed={check.exposed[mode]} />)}
      </section>
      {!snapshot.releasedAt && <Release sent={sent} />}
    </div>
  )
}

/** What is still to be done, by whom: propose, then another person releases. */
function Release({ sent }: { sent: ReturnType<typeof useActionData<typeof action>> }) {
  const { snapshot, check, isManager, isProposer, intent } = useLoaderData<typeof loader>()
  const { t } = useWords()
  const exposed = { by_name: check.exposed.by_name.length, totals: check.exposed.totals.length }
  return (
    <section className="stack" aria-labelledby="act">
      <h2 id="act">{t('session:release.title')}</h2>
      <p className="prose">{t('session:release.two_people')}</p>
      {snapshot.proposedAt &&
        (isProposer ? <p className="notice attend">{t('session:release.waits')}</p> : <ReleaseForm intent={intent} />)}
      {isManager && (
        <ProposeForm
          sent={sent}
          mode={snapshot.mode}
          exposed={exposed}
          modeMatters={check.modeMatters}
          intent={intent}
        />
      )}
      {!isManager && !snapshot.proposedAt && <p className="meta">{t('session:release.managers_propose')}</p>}
    </section>
  )
}
