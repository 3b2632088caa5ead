// What the team does with a round: each act is one sentence of the database, with its reason where one is due.
import { declineCountry, extendCountryDeadline, inviteCountry } from '#db/round-countries.ts'
import {
  cancelRound,
  changeSigning,
  closeRound,
  extendDeadline,
  openRound,
  pilotRound,
  type ReasonedStep,
  reopenRound,
} from '#db/round-states.ts'
import { laterVersions, moveRound } from '#db/round-versions.ts'
import type { Round } from '#db/rounds.ts'
import type { Refusal, RoundAct } from '#surveys/answering/states.ts'
import { audit, type TeamVisit } from '../../access.server.ts'
import { dayIn } from '../answer/views/reader.ts'
import { readDeadline } from './deadlines.ts'
import { type FormReading, readForm } from './reading.ts'

const STATE_ACTS = ['open', 'pilot', 'close', 'reopen', 'cancel'] as const satisfies readonly RoundAct[]
type StateAct = (typeof STATE_ACTS)[number]
const COUNTRY_ACTS = ['invite', 'decline', 'extend_country', 'round_deadline'] as const
type CountryAct = (typeof COUNTRY_ACTS)[number]
const SIGNING_ACTS = ['one_step', 'two_steps'] as const
type Act = StateAct | 'extend' | 'move' | CountryAct | (typeof SIGNING_ACTS)[number]

/** Which acts must say why. */
const NEEDS_REASON: readonly Act[] = ['reopen', 'cancel', 'extend', 'decline', 'extend_country', 'round_deadline']

/**
 * Reads the form of an act and does it.
 * @returns the form again with its problems; without any, it is done
 */
export async function actOnRound(visit: TeamVisit, round: Round): Promise<FormReading> {
  const form = readForm(visit.form)
  const act = form.choice('act', [...STATE_ACTS, 'extend', 'move', ...COUNTRY_ACTS, ...SIGNING_ACTS])
  if (!act) return form
  if (act === 'move') return moveTo(visit, round, form)
  // In the order of the form, in which its problems are listed.
  const country = COUNTRY_ACTS.find((one) => one === act) ? form.choice('country', codesOf(round)) : ''
  const { timeZone } = round.meeting
  const deadline =
    act === 'extend' || act === 'extend_country' ? readDeadline(form, { timeZone, now: visit.now }) : null
  const why = form.text('why', { max: 500, isLong: true, isOptional: !NEEDS_REASON.includes(act) })
  if (form.problems.length > 0) return form
  const step = { ...audit(visit), roundId: round.id, role: visit.team.role, why }
  const refusal = await doAct(visit, { act, step, country, deadline })
  if (refusal) form.refuse('act', refusal === 'role' ? 'role' : 'state')
  return form
}

/** Goes on with a later version, once its counts were seen on the page. */
async function moveTo(visit: TeamVisit, round: Round, form: FormReading): Promise<FormReading> {
  const versions = await laterVersions(visit.db, round)
  const chosen = form.choice(
    'version',
    versions.map(({ version }) => version),
  )
  const target = versions.find(({ version }) => version === chosen)
  if (!target) return form
  const step = { ...audit(visit), roundId: round.id, versionId: target.id, role: visit.team.role }
  const refusal = await moveRound(visit.db, { ...step, today: dayIn(visit.now, round.meeting.timeZone) })
  if (refusal) form.refuse('act', refusal === 'role' ? 'role' : 'state')
  return form
}

type Doing = { act: Exclude<Act, 'move'>; step: ReasonedStep; country: string; deadline: string | null }

async function doAct({ db }: TeamVisit, { act, step, country, deadline }: Doing): Promise<Refusal | undefined> {
  switch (act) {
    case 'open':
      return openRound(db, step)
    case 'pilot':
      return pilotRound(db, step)
    case 'close':
      return closeRound(db, step)
    case 'reopen':
      return reopenRound(db, step)
    case 'cancel':
      return cancelRound(db, step)
    case 'extend':
      return extendDeadline(db, { ...step, deadline })
    case 'one_step':
    case 'two_steps':
      return changeSigning(db, { ...step, needsReady: act === 'two_steps' })
    case 'invite':
      return inviteCountry(db, { ...step, country })
    case 'decline':
      return declineCountry(db, { ...step, country })
    case 'extend_country':
    case 'round_deadline':
      return extendCountryDeadline(db, { ...step, country, deadline })
  }
}

const codesOf = (round: Round) => round.meeting.roster.countries.map(({ code }) => code)
