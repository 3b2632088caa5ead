// A new round: one published version, one meeting, its title, its deadline. It is planned, and opens later.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listMeetings } from '#db/meetings.ts'
import { listVersions } from '#db/questionnaires.ts'
import { createRound } from '#db/rounds.ts'
import { asTeam, audit } from '../../access.server.ts'
import { Head, Problems } from '../../components/team/frame.tsx'
import { RoundForm } from '../../components/team/round-form.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done } from './answers.ts'
import { readDeadline } from './deadlines.ts'
import { onceOnly } from './intents.server.ts'
import { readForm } from './reading.ts'

/** Words that stand in addresses where a round's short name does. */
const TAKEN: readonly string[] = ['new', 'people']

export const loader = asTeam({ roles: ['manager'] }, async ({ db, t, url }) => {
  const meetings = await listMeetings(db)
  const wanted = url.searchParams.get('meeting')
  return {
    title: t('team:round_new.title'),
    versions: (await listVersions(db)).map(({ slug, version, title }) => ({
      name: `${slug}@${version}`,
      version,
      title,
    })),
    meetings: meetings.map(({ slug, title, timeZone }) => ({ slug, title, timeZone })),
    meeting: meetings.find(({ slug }) => slug === wanted)?.slug ?? '',
    intent: randomUUID(),
  }
})

export const action = asTeam({ roles: ['manager'] }, async (visit) => {
  const form = readForm(visit.form)
  const versions = await listVersions(visit.db)
  const meetings = await listMeetings(visit.db)
  const name = form.choice(
    'version',
    versions.map(({ slug, version }) => `${slug}@${version}`),
  )
  const meetingSlug = form.choice(
    'meeting',
    meetings.map(({ slug }) => slug),
  )
  const title = form.words('title')
  const slug = form.slug('slug')
  const version = versions.find((one) => `${one.slug}@${one.version}` === name)
  const meeting = meetings.find((one) => one.slug === meetingSlug)
  const timeZone = meeting?.timeZone ?? 'UTC'
  const deadline = readDeadline(form, { timeZone, now: visit.now, isOptional: true })
  if (TAKEN.includes(slug)) form.refuse('slug', 'slug_taken')
  if (form.problems.length > 0 || !version || !meeting) return again(form)
  const round = { slug, title, deadline, meetingId: meeting.id, versionId: version.id }
  const made = await onceOnly(visit, async (trx) => (await createRound(trx, { ...audit(visit), ...round })) !== null)
  if (!made) {
    form.refuse('slug', 'slug_taken')
    return again(form)
  }
  return done(`/team/rounds/${slug}/settings`, 'created')
})

export default function NewRound() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Head over={t('place.team')} title={t('team:round_new.title')}>
        <p className="lead">{t('team:round_new.lead')}</p>
      </Head>
      <RoundForm {...page} sent={sent} />
    </div>
  )
}
