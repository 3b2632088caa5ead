// A round beside an earlier one of the same questionnaire, for one reader.
import { loadConsultation } from '#db/consultations.ts'
import { listRounds, type Round } from '#db/rounds.ts'
import { ledgerBetween } from '#db/version-lines.ts'
import { disclose } from '#surveys/analysis/disclosure.ts'
import type { View } from '#surveys/analysis/model.ts'
import { type Trends, trendsOf } from '#surveys/analysis/trend.ts'
import type { TeamVisit } from '../../access.server.ts'
import { keep } from './cache.server.ts'
import { dayIn, type Results, requireResults } from './source.server.ts'

export type Compared = { readonly earlier: Round; readonly before: View; readonly trends: Trends }

/**
 * The round in the address, and how it compares with the one that `?with=` names: unless it does, with the round that it
 * starts from, else with the one before.
 * @returns `compared` null where no earlier round asks this questionnaire
 * @throws 404 when there is no such round
 */
export async function requireTrends(visit: TeamVisit): Promise<{
  readonly results: Results
  /** what can be chosen, the latest first */
  readonly rounds: readonly Round[]
  readonly compared: Compared | null
}> {
  const results = await requireResults(visit)
  const { round } = results
  const rounds = await earlierRounds(visit, round)
  const wanted = visit.url.searchParams.get('with')
  const named = rounds.find(({ slug }) => slug === wanted)
  const earlier = named ?? rounds.find(({ id }) => id === round.fromRoundId) ?? rounds[0]
  const ledger = earlier && (await ledgerBetween(visit.db, earlier.version.id, round.version.id))
  if (!earlier || !ledger) return { results, rounds, compared: null }
  const today = dayIn(earlier.meeting.timeZone, visit.now)
  const key = [earlier.id, earlier.stamp, today].join(' ')
  const kept = await keep(visit.db, key, () => loadConsultation(visit.db, earlier.id, { today }))
  const before = disclose(kept.source, results.view.reader, results.mode)
  return { results, rounds, compared: { earlier, before, trends: trendsOf(before, results.view, ledger) } }
}

/** Rounds of the same questionnaire that were opened, are older, and ask no later version; of the reader's meeting only. */
async function earlierRounds({ db, membership }: TeamVisit, round: Round): Promise<Round[]> {
  const all = await listRounds(db, membership?.meetingId ? { meetingId: membership.meetingId } : {})
  const older: Round[] = []
  for (const one of all) {
    const isAsked = one.state === 'open' || one.state === 'closed'
    const isOlder = one.id === round.fromRoundId || one.createdAt < round.createdAt
    if (!isAsked || !isOlder || one.version.slug !== round.version.slug) continue
    if (await ledgerBetween(db, one.version.id, round.version.id)) older.push(one)
  }
  return older
}
