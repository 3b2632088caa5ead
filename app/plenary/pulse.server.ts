// The pulse of the room on the item that is shown: on which scale, who has voted, and what came out once it is closed.
import type { AgendaItem } from '#db/agenda.ts'
import { findPulse, votesOf } from '#db/pulses.ts'
import { findRound } from '#db/rounds.ts'
import { fieldAt, fieldsAt } from '#surveys/analysis/refs.ts'
import { ballotOf, countRoom, type Room } from '#surveys/debate/pulse.ts'
import type { Country, Field, Option, Text } from '#surveys/definition/model.ts'
import { type Asking, heldRound, type Showing } from './held.server.ts'
import { readShows } from './shows.ts'

export type PulseAt = {
  readonly roundId: string
  readonly field: Field
  readonly question: Text
  readonly ballot: readonly (Option & { readonly value: number })[]
  /** `null`: none was opened on this item */
  readonly state: 'open' | 'closed' | null
  readonly pulseId: string | null
  readonly at: string | null
  readonly voted: readonly { readonly country: string; readonly enteredBy: 'delegation' | 'chair' }[]
  readonly countries: readonly Country[]
  /** null: not closed, or too few */
  readonly room: Room | null
}

/** @returns null where the item shows no question with a scale */
export async function pulseAt(asking: Asking, showing: Showing, item: AgendaItem | undefined): Promise<PulseAt | null> {
  const shows = item && readShows(item.shows)
  if (!item || shows?.kind !== 'question') return null
  const held = await heldRound(asking, showing, shows.round)
  const round = held && (await findRound(asking.db, shows.round))
  if (!held || !round) return null
  const { codebook } = held.view
  const field = shows.item === null ? fieldsAt(codebook, shows.ref)[0] : fieldAt(codebook, shows.ref, shows.item)
  const ballot = ballotOf(field?.options ?? [])
  if (!field || ballot.length < 2) return null
  const pulse = await findPulse(asking.db, { meetingId: showing.meeting.id, itemId: item.id })
  const votes = pulse?.closedAt ? await votesOf(asking.db, pulse.id) : []
  return {
    roundId: round.id,
    field,
    question: field.question.label,
    ballot,
    state: pulse ? (pulse.closedAt === null ? 'open' : 'closed') : null,
    pulseId: pulse?.id ?? null,
    at: pulse?.closedAt ?? pulse?.openedAt ?? null,
    voted: pulse?.voted ?? [],
    countries: showing.meeting.roster.countries,
    room: pulse?.closedAt ? countRoom(field.options, votes) : null,
  }
}
