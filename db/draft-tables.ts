// The tables of authoring: questionnaires that are written before they are published, and every deed done to them.
type Json = string
type Time = string

export type DraftTables = {
  draft: {
    id: string
    /** of the questionnaire that it becomes */
    slug: string
    /** JSON of a Questionnaire, which may be unfinished */
    document: Json
    /** as it began: what its translations were made from */
    beginning: Json
    /** where it began: a published version, the files, an XLSForm, nothing */
    origin: 'version' | 'file' | 'xlsform' | 'blank'
    /** the published version that it began with */
    from_version_id: string | null
    state: 'open' | 'proposed' | 'published' | 'discarded'
    created_at: Time
    created_by: string
    proposed_at: Time | null
    proposed_by: string | null
    /** what it has become */
    version_id: string | null
  }
  /** append-only */
  draft_edit: {
    draft_id: string
    number: number
    address: string
    act: string
    /** what stood there, and stands there since; null: nothing */
    before: Json | null
    after: Json | null
    at: Time
    by_account: string
  }
  /** test answers of one author: JSON of cells; gone when the draft is published or given up */
  draft_trial: { draft_id: string; account_id: string; cells: Json; at: Time }
  /** from which source text a translation was made; no row: as the draft began */
  translation: {
    draft_id: string
    place: string
    language: string
    /** of the source text, SHA-256 */
    source_hash: string
    is_checked: 0 | 1
    at: Time
    by_account: string
  }
}
