// What a page about one question is given: plain data, without the questionnaire around it.
import type { Base, Finding } from '#surveys/analysis/model.ts'
import type { Tally } from '#surveys/analysis/tally.ts'
import type { Absence, QuestionType, Text } from '#surveys/definition/model.ts'

export type Named = { readonly key: string; readonly label: Text }

export type ResultRow = {
  /** null outside a group */
  readonly item: Named | null
  readonly base: Base
  readonly isHidden: boolean
  readonly absences: Readonly<Record<Absence, number>>
  readonly silent: number
  readonly tally: Tally
}

/** An answer in words, line by line. */
export type Answer = {
  readonly lines: readonly string[]
  /** of a free text; null: the page's */
  readonly language: string | null
  readonly comment: string | null
  readonly isAbsence: boolean
}
/** By code of the country; only those shown by name. */
export type SaidItem = {
  readonly item: Named | null
  /** name of the field */
  readonly field: string
  readonly answers: Readonly<Record<string, Answer>>
}

export type QuestionView = {
  readonly ref: string
  readonly number: string
  readonly type: QuestionType
  readonly section: Text
  readonly group: Text | null
  readonly label: Text
  readonly help: Text | null
  readonly unit: Text | null
  /** contact data are listed, never added up */
  readonly isCounted: boolean
  /** never leaves the team, whatever a delegation allows */
  readonly isTeamOnly: boolean
  readonly finding: Finding
  readonly base: Base
  readonly rows: readonly ResultRow[]
  /** those shown by name, in protocol order */
  readonly countries: readonly { readonly code: string; readonly label: Text }[]
  readonly said: readonly SaidItem[]
  /** the only item that is shown; null: all of them */
  readonly only: Named | null
}
