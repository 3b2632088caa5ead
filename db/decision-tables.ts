// The tables of what a session decides as Kysely sees them; db/migrations/0008-decisions.ts is what creates them.
import type { RoomTables } from './room-tables.ts'
import type { TafTables } from './taf-tables.ts'

type Json = string
type Time = string

/** What a session decides, what happens in its room, and what becomes of it. */
export type DecisionTables = RoomTables &
  TafTables & {
    /** every row is one decision; the one with the highest number holds */
    need_decision: {
      meeting_id: string
      round_id: string
      area: string
      number: number
      outcome: 'retained' | 'merged' | 'postponed' | 'withdrawn'
      /** the area that takes it in, when it is merged */
      into_area: string | null
      /** code of the country that leads */
      lead: string | null
      /** codes of those who request it */
      countries: Json
      /** key of the kind of assistance */
      modality: string | null
      /** codes of those who reserve their position */
      reservations: Json
      note: string
      /** what the room had before its eyes */
      snapshot_id: string
      at: Time
      by_account: string
    }
    /** its number never changes, whatever becomes of the others */
    conclusion: { id: string; meeting_id: string; number: number; created_at: Time }
    conclusion_revision: {
      conclusion_id: string
      revision: number
      /** Text */
      texts: Json
      stand: 'proposed' | 'agreed' | 'ad_referendum' | 'reserved' | 'withdrawn'
      /** codes of those who reserve, or have to ask at home */
      countries: Json
      /** the reservation, or what is still to be done */
      words: string
      /** what it rests on, as a line of app/plenary/shows.ts, with the snapshot it was read from */
      figure: string | null
      snapshot_id: string | null
      /** adopted if nobody objects by then */
      silence_until: Time | null
      at: Time
      by_account: string
    }
    /** what a head of delegation says to one revision */
    objection: {
      conclusion_id: string
      country: string
      revision: number
      kind: 'objection' | 'reservation'
      words: string
      at: Time
      by_account: string
    }
  }
