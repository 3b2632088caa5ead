// A delegation's vote, on its telephone: one for each delegation, changed as often as it likes until the chair closes.
import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAgenda } from '#db/agenda.ts'
import { findMeetingById } from '#db/meetings.ts'
import { castVote, ownVote } from '#db/pulses.ts'
import { findStageByCode } from '#db/stages.ts'
import { asDelegation, audit, type DelegationVisit, notFound } from '../../access.server.ts'
import { Said } from '../../components/questions/said.tsx'
import { type Sent, Wrong } from '../../components/team/fields.tsx'
import { Done, Head, Intent, Problems } from '../../components/team/frame.tsx'
import { useWords } from '../../components/words.tsx'
import { showingOf } from '../../plenary/held.server.ts'
import { pulseAt } from '../../plenary/pulse.server.ts'
import { again, doneWord } from '../team/answers.ts'
import { onceOnly } from '../team/intents.server.ts'
import { readForm } from '../team/reading.ts'

const VOTERS = ['head', 'focal_point', 'alternate'] as const

/** The pulse on the stage with this code, for a delegation of its meeting. @throws a Response 404 */
async function requireVoting(visit: DelegationVisit) {
  const { db, params, delegation } = visit
  const stage = await findStageByCode(db, params.code ?? '')
  const meeting = stage && (await findMeetingById(db, stage.meetingId))
  const isTheirs = !delegation.meetingId || delegation.meetingId === meeting?.id
  const country = meeting?.roster.countries.find(({ code }) => code === delegation.country)
  if (!stage || !meeting || !isTheirs || !country) throw notFound()
  const item = (await listAgenda(db, meeting.id)).find(({ id }) => id === stage.itemId)
  const pulse = stage.isBlank ? null : await pulseAt(visit, await showingOf(visit, meeting, stage), item)
  return { stage, meeting, item, country, pulse: pulse?.state === 'open' ? pulse : null }
}

export const loader = asDelegation({ roles: VOTERS }, async (visit) => {
  const { stage, meeting, item, country, pulse } = await requireVoting(visit)
  const own = pulse?.pulseId ? await ownVote(visit.db, { pulseId: pulse.pulseId, country: country.code }) : null
  return {
    title: visit.t('pulse:vote_title'),
    meeting: meeting.title,
    code: stage.code,
    country: country.label,
    item: item && !stage.isBlank ? item.title : null,
    pulse: pulse && {
      question: pulse.question,
      ballot: pulse.ballot.map(({ key, value, label }) => ({ key, value, label })),
      own,
    },
    done: doneWord(visit.url, ['voted'] as const),
    intent: randomUUID(),
  }
})

export const action = asDelegation({ roles: VOTERS }, async (visit) => {
  const { stage, meeting, item, country, pulse } = await requireVoting(visit)
  const form = readForm(visit.form)
  if (!pulse || !item) {
    form.refuse('value', 'pulse_closed')
    return again(form)
  }
  const value = form.choice(
    'value',
    pulse.ballot.map(({ key }) => key),
  )
  if (!value) return again(form)
  const voting = { ...audit(visit), meetingId: meeting.id, itemId: item.id, country: country.code, value }
  const isTaken = await onceOnly(visit, (trx) => castVote(trx, { ...voting, enteredBy: 'delegation' }))
  if (!isTaken) {
    form.refuse('value', 'pulse_closed')
    return again(form)
  }
  return redirect(`/hall/${stage.code}/vote?done=voted&language=${visit.language}`, 303)
})

export default function Vote() {
  const { title, meeting, code, country, item, pulse, done, intent } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { t, language } = useWords()
  return (
    <div className="page">
      <Problems sent={sent} />
      <Done done={done} />
      <Head over={<Said text={meeting} />} title={item ? <Said text={item} /> : title}>
        <p className="lead">
          {t('pulse:votes_for')} <Said text={country} />
        </p>
      </Head>
      {pulse ? (
        <Ballot pulse={pulse} sent={sent} intent={intent} />
      ) : (
        <p className="prose">{t('pulse:nothing_open')}</p>
      )}
      <p className="row">
        <a href={`/hall/${code}?language=${language}`}>{t('pulse:to_screen')}</a>
        <a href={`/hall/${code}/vote?language=${language}`}>{t('pulse:look_again')}</a>
      </p>
    </div>
  )
}

type BallotProps = {
  readonly pulse: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['pulse']>
  readonly sent: Sent
  readonly intent: string
}

function Ballot({ pulse: { question, ballot, own }, sent, intent }: BallotProps) {
  const { t } = useWords()
  return (
    <form method="post" className="stack airy" noValidate>
      <Intent value={intent} />
      <fieldset className="field">
        <legend>
          <Said text={question} />
        </legend>
        <div className="choices" id="value">
          {ballot.map(({ key, value, label }) => (
            <label key={key} className="choice">
              <input type="radio" name="value" value={key} defaultChecked={own === key} />
              <span>
                {value} <Said text={label} />
              </span>
            </label>
          ))}
        </div>
        <Wrong sent={sent} name="value" label="" />
      </fieldset>
      <p className="hint">{t('pulse:until_closed')}</p>
      <button type="submit" className="button">
        {t(own === null ? 'pulse:send' : 'pulse:change')}
      </button>
    </form>
  )
}
