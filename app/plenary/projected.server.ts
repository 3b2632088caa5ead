// Whose answers a slide shows by name: what a delegation reads in its own record afterwards.
import type { AgendaItem } from '#db/agenda.ts'
import { listRounds } from '#db/rounds.ts'
import { distributionOf } from '#surveys/analysis/distribution.ts'
import { type Asking, heldRound, type Showing } from './held.server.ts'
import { readShows } from './shows.ts'

export type Projected = { readonly rounds: readonly string[]; readonly countries: readonly string[] }

/** Ids of rounds and codes of countries; empty where a slide names nobody. */
export async function projectedBy(asking: Asking, showing: Showing, item: AgendaItem): Promise<Projected> {
  const shows = readShows(item.shows)
  if (shows?.kind === 'country') {
    const rounds = await listRounds(asking.db, { meetingId: showing.meeting.id })
    return { rounds: rounds.map(({ id }) => id), countries: [shows.country] }
  }
  if (shows?.kind !== 'question' || showing.reveal !== 'named') return { rounds: [], countries: [] }
  const held = await heldRound(asking, showing, shows.round)
  const found = held && distributionOf(held.view, shows.ref)
  const row = found?.rows.find((one) => (one.item?.key ?? null) === shows.item) ?? found?.rows[0]
  if (!held || !row || row.isHidden) return { rounds: [], countries: [] }
  const said = row.said.filter(({ cell }) => cell.value !== null && cell.absence === null)
  const [round] = (await listRounds(asking.db, { meetingId: showing.meeting.id })).filter(
    ({ slug }) => slug === shows.round,
  )
  return { rounds: round ? [round.id] : [], countries: said.map(({ country }) => country.code) }
}
