// What a page of results reads, and with whose eyes: the team live or any snapshot, everybody else what is released.
import { loadConsultation } from '#db/consultations.ts'
import { findRound, listRounds, type Round } from '#db/rounds.ts'
import { loadSnapshot } from '#db/snapshot-rows.ts'
import { listSnapshots, type Snapshot } from '#db/snapshots.ts'
import { type Consultation, MODES, type Mode, type Reader } from '#surveys/analysis/model.ts'
import { notFound, type ParticipantVisit } from '../../access.server.ts'
import { type Kept, keep } from './cache.server.ts'

export type Eyes = { readonly reader: Reader; readonly mode: Mode }
export type Reading = {
  readonly round: Round
  /** null: live, which only the team reads */
  readonly snapshot: Snapshot | null
  readonly eyes: Eyes
}

/**
 * The round in the address and the moment of it that is asked for: `?snapshot=2`. The team reads live without it, everybody
 * else the newest released one; what is not released does not exist for them.
 * @throws 404
 */
export async function requireReading(visit: ParticipantVisit): Promise<Reading> {
  const round = await requireRound(visit)
  const snapshot = await snapshotOf(visit, round, visit.url.searchParams.get('snapshot'))
  return { round, snapshot, eyes: eyesOf(visit, snapshot) }
}

/** @throws 404 when there is no such round, or none in a meeting of this person */
export async function requireRound({ db, params, membership }: ParticipantVisit): Promise<Round> {
  const round = await findRound(db, params.round ?? '')
  const { meetingId, country } = membership
  const isTheirs = round && (!meetingId || meetingId === round.meeting.id)
  const isInvited = !country || round?.meeting.roster.countries.some(({ code }) => code === country)
  if (!round || !isTheirs || !isInvited) throw notFound()
  return round
}

/** @param wanted a number as the address has it @throws 404 */
export async function snapshotOf(
  { db, isTeam }: ParticipantVisit,
  round: Round,
  wanted: string | null,
): Promise<Snapshot | null> {
  if (isTeam && wanted === null) return null
  const released = isTeam ? {} : ({ isReleased: true } as const)
  const held = await listSnapshots(db, { meetingId: round.meeting.id, roundId: round.id, ...released })
  const found = wanted === null ? held[0] : held.find(({ number }) => String(number) === wanted)
  if (!found) throw notFound()
  return found
}

/** The team may look as everybody else would; everybody else looks as the snapshot was released. */
function eyesOf({ url, isTeam }: ParticipantVisit, snapshot: Snapshot | null): Eyes {
  const released = snapshot?.mode ?? 'by_name'
  if (!isTeam) return { reader: 'shared', mode: released }
  const mode = MODES.find((one) => one === url.searchParams.get('mode')) ?? released
  return { reader: url.searchParams.get('reader') === 'shared' ? 'shared' : 'team', mode }
}

/** A round's replies, loaded once per stamp, and live once per day: consents are looked up whenever something changed. */
export async function loadRound(
  { db, now }: Pick<ParticipantVisit, 'db' | 'now'>,
  round: Round,
  snapshot: Snapshot | null,
): Promise<Kept<Consultation>> {
  if (snapshot) {
    const of = { snapshotId: snapshot.id, number: snapshot.number, roundId: round.id }
    return keep(db, `${snapshot.id} ${round.id}`, String(round.stamp), async () => {
      const found = await loadSnapshot(db, of)
      if (!found) throw notFound()
      return found
    })
  }
  const today = dayIn(round.meeting.timeZone, now)
  return keep(db, round.id, `${round.stamp} ${today}`, () => loadConsultation(db, round.id, { today }))
}

/** The other rounds of the meeting that the same reading holds. */
export async function otherRounds({ db }: ParticipantVisit, { round, snapshot }: Reading): Promise<Round[]> {
  const meetingId = round.meeting.id
  const others = (await listRounds(db, { meetingId })).filter(
    (one) => one.id !== round.id && (one.state === 'open' || one.state === 'closed'),
  )
  if (!snapshot) return others
  const held: Round[] = []
  for (const one of others) {
    const holding = await listSnapshots(db, { meetingId, roundId: one.id })
    if (holding.some(({ id }) => id === snapshot.id)) held.push(one)
  }
  return held
}

/** ISO date of a moment in a zone: what "today" is where the meeting is. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
