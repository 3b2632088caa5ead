// What analysis starts from: the replies of a round as plain data, from whatever source (live or a snapshot).
import type { Cells, Level } from '#surveys/answering/model.ts'
import type { Codebook, Country, Text } from '#surveys/definition/model.ts'

/** One delegation's official reply: its latest submitted revision, cells that apply only. */
export type Reply = {
  readonly country: string
  readonly level: Level
  /** where the head of delegation chose another level for a section */
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly revision: number
  /** ISO 8601, UTC */
  readonly submittedAt: string
  readonly cells: Cells
}

/** A round as analysis sees it. `roster`: who was invited and has not declined, in protocol order: the N of "n of N". */
export type Consultation = {
  readonly round: string
  readonly codebook: Codebook
  readonly roster: readonly Country[]
  readonly replies: readonly Reply[]
  /** `country/field` of the evidence accepted by the team */
  readonly acceptedEvidence: ReadonlySet<string>
  /** ISO date */
  readonly today: string
  /** null: live; else the number of the snapshot */
  readonly snapshot: number | null
}

/** Who reads: the team sees every submitted reply; `shared` is everybody outside (plenary, observers, shareable files). */
export type Reader = 'team' | 'shared'

/** What is shown where one or two delegations would stay in the totals only: names without them, or totals without names. */
export type Mode = 'by_name' | 'totals'
export const MODES: readonly Mode[] = ['by_name', 'totals']

/** A delegation as a reader may use it: by name or, where `country` is null, in the totals only. */
export type Voice = {
  readonly country: Country | null
  readonly cells: Cells
  /** names of the fields whose evidence the team accepted */
  readonly evidence: ReadonlySet<string>
}

/**
 * How a section is shown. `names_and_totals`: nobody, or at least three, stay in the totals only. `by_name`: totals over the
 * named alone. `totals`: no names.
 */
export type Shown = {
  readonly kind: 'names_and_totals' | Mode
  readonly named: number
  readonly totalsOnly: number
  /** the N of "n of N": the roster, or those shown by name */
  readonly of: number
}

/** What one reader may see of a consultation; made by `disclose` and by nothing else. */
export type View = {
  readonly round: string
  readonly codebook: Codebook
  readonly roster: readonly Country[]
  readonly today: string
  readonly snapshot: number | null
  readonly reader: Reader
  /** by section: the named in protocol order, then those in the totals only, in an order that says nothing */
  readonly voices: ReadonlyMap<string, readonly Voice[]>
  readonly shown: ReadonlyMap<string, Shown>
}

/** "n of N": `roster` counts those invited, `named` only those shown by name. */
export type Base = { readonly n: number; readonly of: number; readonly basis: 'roster' | 'named' }

/** The sentence of a heading: `results:finding.<code>` with numbers and with labels of the questionnaire. */
export type Finding = {
  readonly code: string
  readonly numbers?: Readonly<Record<string, number>>
  readonly texts?: Readonly<Record<string, Text>>
}
