// The tables of what happens in the room as Kysely sees them; db/migrations/0017-*.ts are what creates them.
type Time = string

export type RoomTables = {
  /** a vote on the item that is shown, on the scale of its question */
  pulse: {
    id: string
    meeting_id: string
    number: number
    item_id: string | null
    round_id: string
    /** name of the field whose options are voted on */
    field: string
    opened_at: Time
    opened_by: string
    closed_at: Time | null
    closed_by: string | null
  }
  /** one for each delegation; how it voted is read by nobody but itself, and counted once the pulse is closed */
  pulse_vote: {
    pulse_id: string
    country: string
    /** key of an option */
    value: string
    entered_by: 'delegation' | 'chair'
    at: Time
    by_account: string
  }
  /** who has the floor; `left_seconds`: the clock is stopped, with so much left */
  tour: { meeting_id: string; country: string | null; left_seconds: number | null }
  tour_turn: {
    meeting_id: string
    number: number
    country: string
    act: 'floor' | 'done' | 'skipped'
    at: Time
    by_account: string
  }
  /** what a delegation said in its turn, or an organisation about it */
  tour_record: {
    id: string
    meeting_id: string
    country: string
    kind: 'statement' | 'comment'
    organisation: string
    words: string
    at: Time
    by_account: string
  }
}
