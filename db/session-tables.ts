// The tables of the session as Kysely sees them; db/migrations/0007-session.ts is what creates them.
type Json = string
type Time = string

export type SessionTables = {
  agenda_item: {
    id: string
    meeting_id: string
    place: number
    title: Json
    /** what stands below the title on the screen, where it is said by people: Text, may be empty */
    says: Json
    starts_at: Time | null
    minutes: number
    /** what the screens show then: see app/plenary/shows.ts */
    shows: string
    /** for the presenter alone */
    notes: string
  }
  /** one per meeting: what all its screens show */
  stage: {
    meeting_id: string
    /** what is typed, or read from a QR, to follow */
    code: string
    snapshot_id: string
    item_id: string | null
    is_blank: 0 | 1
    reveal: 'region' | 'named'
    began_at: Time | null
    ends_at: Time | null
    /** grows with every change: what screens wait for */
    revision: number
  }
}
