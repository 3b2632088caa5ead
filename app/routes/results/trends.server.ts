// A round beside an earlier one of the same questionnaire, for one reader.
import { listRounds, type Round } from '#db/rounds.ts'
import { listSnapshots, type Snapshot } from '#db/snapshots.ts'
import { ledgerBetween } from '#db/version-lines.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import type { View } from '#surveys/analysis/model.ts'
import { type Trends, trendsOf } from '#surveys/analysis/trend.ts'
import type { ParticipantVisit } from '../../access.server.ts'
import { loadRound, type Reading } from './reading.server.ts'
import { type Results, requireResults } from './source.server.ts'

export type Compared = { readonly earlier: Round; readonly before: View; readonly trends: Trends }

/** An earlier round, and the moment of it that may stand beside what is read. */
type Moment = { readonly round: Round; readonly snapshot: Snapshot | null }

/**
 * The round in the address, and how it compares with the one that `?with=` names: unless it does, with the round that it
 * starts from, else with the one before.
 * @returns `compared` null where this reader has no earlier round of the questionnaire
 * @throws 404 when there is no such round
 */
export async function requireTrends(visit: ParticipantVisit): Promise<{
  readonly results: Results
  /** what can be chosen, the latest first */
  readonly rounds: readonly Round[]
  readonly compared: Compared | null
}> {
  const results = await requireResults(visit)
  const { round, reading, view } = results
  const moments = await earlierMoments(visit, reading)
  const rounds = moments.map((moment) => moment.round)
  const wanted = visit.url.searchParams.get('with')
  const named = moments.find((moment) => moment.round.slug === wanted)
  const found = named ?? moments.find((moment) => moment.round.id === round.fromRoundId) ?? moments[0]
  const ledger = found && (await ledgerBetween(visit.db, found.round.version.id, round.version.id))
  if (!found || !ledger) return { results, rounds, compared: null }
  const { source } = await loadRound(visit, found.round, found.snapshot)
  const mode = visit.isTeam ? results.mode : (found.snapshot?.mode ?? 'by_name')
  const before = disclose(source, view.reader, mode)
  return { results, rounds, compared: { earlier: found.round, before, trends: trendsOf(before, view, ledger) } }
}

/**
 * Rounds of the same questionnaire that were opened, are older, and ask no later version; of the reader's meeting only.
 * Live beside live; beside a snapshot the same snapshot, else the newest that was released.
 */
async function earlierMoments(visit: ParticipantVisit, reading: Reading): Promise<Moment[]> {
  const { db, membership } = visit
  const { meetingId, country } = membership
  const moments: Moment[] = []
  for (const round of await listRounds(db, meetingId ? { meetingId } : {})) {
    const isInvited = !country || round.meeting.roster.countries.some(({ code }) => code === country)
    if (!isInvited || !(await comesBefore(visit, round, reading.round))) continue
    const snapshot = await snapshotBeside(visit, round, reading)
    if (snapshot !== undefined) moments.push({ round, snapshot })
  }
  return moments
}

async function comesBefore({ db }: ParticipantVisit, one: Round, round: Round): Promise<boolean> {
  const isAsked = one.state === 'open' || one.state === 'closed'
  const isOlder = one.id === round.fromRoundId || one.createdAt < round.createdAt
  if (!isAsked || !isOlder || one.version.slug !== round.version.slug) return false
  return (await ledgerBetween(db, one.version.id, round.version.id)) !== undefined
}

/** @returns null: live · undefined: nothing of this round may stand beside what is read */
async function snapshotBeside(
  { db, isTeam }: ParticipantVisit,
  round: Round,
  { snapshot }: Reading,
): Promise<Snapshot | null | undefined> {
  if (!snapshot) return isTeam ? null : undefined
  const released = isTeam ? {} : ({ isReleased: true } as const)
  const held = await listSnapshots(db, { meetingId: round.meeting.id, roundId: round.id, ...released })
  return held.find(({ id }) => id === snapshot.id) ?? held.find(({ releasedAt }) => releasedAt !== null)
}
