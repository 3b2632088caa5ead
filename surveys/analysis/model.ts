// What analysis starts from: the replies of a round as plain data, from whatever source (live or a snapshot).
import type { Cells, Level } from '#surveys/answering/model.ts'
import type { Codebook, Country } from '#surveys/definition/model.ts'

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
