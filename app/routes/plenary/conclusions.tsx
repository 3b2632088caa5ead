// The register of conclusions: one text in three languages, where it stands, and the figure that was on the screen.
import { randomUUID } from 'node:crypto'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listConclusions, proposeConclusion } from '#db/conclusions.ts'
import { asParticipant, asPresenter, audit } from '../../access.server.ts'
import { Clause, StandKey } from '../../components/plenary/clause.tsx'
import { ConclusionForm } from '../../components/plenary/conclusion-form.tsx'
import { Said } from '../../components/questions/said.tsx'
import { Done, Head, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { again, done, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { readForm } from '../team/reading.ts'
import { clauseOf } from './clauses.server.ts'
import { figureChoices, readConclusion } from './conclusion-form.server.ts'
import { requirePlenary } from './plenary.server.ts'

const DESK = ['rapporteur', 'manager']

export const loader = asParticipant(async (visit) => {
  const { db, t, url, now, membership } = visit
  const meeting = await requirePlenary(visit)
  const conclusions = await listConclusions(db, meeting.id)
  const isDesk = DESK.includes(membership.role)
  return {
    title: t('session:conclusions.title'),
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
    clauses: conclusions.map((one) => clauseOf(one, now)),
    countries: meeting.roster.countries.map(({ code, label }) => ({ code, label })),
    desk: isDesk ? { figures: (await figureChoices(visit, meeting)).choices } : null,
    done: doneWord(url, ['kept'] as const),
    intent: randomUUID(),
  }
})

export const action = asPresenter({ roles: ['rapporteur', 'manager'] }, async (visit) => {
  const meeting = await requirePlenary(visit)
  const form = readForm(visit.form)
  const wording = await readConclusion(visit, meeting, form)
  if (!wording) return again(form)
  const number = await onceOnly(visit, (trx) =>
    proposeConclusion(trx, { ...audit(visit), meetingId: meeting.id, ...wording }),
  )
  return done(`/plenary/${meeting.slug}/conclusions`, 'kept', `#conclusion-${number}`)
})

export default function Conclusions() {
  const { meeting, clauses, countries, desk, done, intent } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t } = useWords()
  const valid = clauses.filter(({ stand }) => stand !== 'withdrawn')
  const agreed = valid.filter(({ stand }) => stand === 'agreed').length
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={done && 'conclusion_kept'} />
      <Head
        over={<Said text={meeting.title} />}
        title={t('session:conclusions.finding', { all: valid.length, agreed })}
      >
        <p className="lead">{t('session:conclusions.lead')}</p>
        <p className="row">
          <a href={`/plenary/${meeting.slug}`}>{t('session:agenda.title')}</a>
          <a href={`/plenary/${meeting.slug}/needs`}>{t('session:needs.title')}</a>
        </p>
      </Head>
      {clauses.length > 0 && <StandKey />}
      {clauses.map((clause) => (
        <Clause key={clause.number} clause={clause} meeting={meeting} countries={countries} isLink />
      ))}
      {desk && (
        <section className="stack" aria-labelledby="propose">
          <h2 id="propose">{t('session:conclusions.propose')}</h2>
          <ConclusionForm
            sent={sent}
            start={null}
            countries={countries}
            figures={desk.figures}
            timeZone={meeting.timeZone}
            intent={intent}
          />
        </section>
      )}
    </div>
  )
}
