// A new round: one published version, one meeting, its title, its deadline. It is planned, and opens later.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listMeetings } from '#db/meetings.ts'
import { listVersions, type PublishedVersion } from '#db/questionnaires.ts'
import { createRound, listRounds } from '#db/rounds.ts'
import { compareVersions } from '#surveys/definition/versions.ts'
import { asTeam, audit, type TeamVisit } from '../../access.server.ts'
import { Head, Problems } from '../../components/team/frame.tsx'
import { RoundForm } from '../../components/team/round-form.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done } from './answers.ts'
import { readDeadline } from './deadlines.ts'
import { onceOnly } from './intents.server.ts'
import { type FormReading, readForm } from './reading.ts'

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
    earlier: (await earlierRounds(db)).map(({ slug, title, meeting, version }) => ({
      slug,
      title,
      meeting: meeting.title,
      version: version.version,
    })),
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
  const from = await readEarlier(visit, form, version)
  const timeZone = meeting?.timeZone ?? 'UTC'
  const deadline = readDeadline(form, { timeZone, now: visit.now, isOptional: true })
  if (TAKEN.includes(slug)) form.refuse('slug', 'slug_taken')
  if (form.problems.length > 0 || !version || !meeting) return again(form)
  const round = { slug, title, deadline, meetingId: meeting.id, versionId: version.id, fromRoundId: from?.id ?? null }
  const made = await onceOnly(visit, async (trx) => (await createRound(trx, { ...audit(visit), ...round })) !== null)
  if (!made) {
    form.refuse('slug', 'slug_taken')
    return again(form)
  }
  return done(`/team/rounds/${slug}/settings`, 'created')
})

/** Rounds that have answers to start from; the youngest first. */
const earlierRounds = async (db: TeamVisit['db']) =>
  (await listRounds(db)).filter(({ state }) => state === 'open' || state === 'closed')

/** The round that the new one starts from: of the same questionnaire, and of no later version. */
async function readEarlier({ db }: TeamVisit, form: FormReading, version: PublishedVersion | undefined) {
  if (form.raw('from') === '') return null
  const rounds = await earlierRounds(db)
  const chosen = form.choice(
    'from',
    rounds.map(({ slug }) => slug),
  )
  const from = rounds.find(({ slug }) => slug === chosen)
  if (!from || !version) return null
  if (from.version.slug !== version.slug) form.refuse('from', 'from_missing')
  else if (compareVersions(from.version.version, version.version) > 0) form.refuse('from', 'from_version')
  return from
}

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
