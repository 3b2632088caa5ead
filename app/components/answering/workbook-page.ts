// What the page of the workbook shows: the way out, the way back, and what a workbook that came back says.
import type { Field, Text } from '#surveys/definition/model.ts'
import type { DifferenceKind } from '#surveys/tables/workbook-differences.ts'
import type { Hidden } from '../../documents/workbook-form.ts'
import type { Version } from '../questions/asked.ts'
import type { NamedField } from '../review/field-name.tsx'
import type { Wrong } from '../wrongs.tsx'
import type { ReplyPlace } from './section-page.ts'

/** One question of which the workbook says something else than the house, or something that cannot be taken. */
export type WorkbookLine = {
  readonly field: Field
  readonly kind: Exclude<DifferenceKind, 'same'>
  readonly mine: Version
  readonly theirs: Version
  /** why it cannot be read; null where it can */
  readonly problem: string | null
  /** true where both can be put together */
  readonly canJoin: boolean
  /** what the form sends of it; empty where there is nothing to choose */
  readonly hidden: Hidden
}

export type WorkbookComparison = {
  /** of what is written in it */
  readonly language: string
  /** "3 new, 2 changed, 1 in conflict …", by kind */
  readonly counts: Readonly<Record<DifferenceKind, number>>
  readonly sections: readonly {
    readonly key: string
    readonly letter: string
    readonly title: Text
    readonly lines: readonly WorkbookLine[]
  }[]
  readonly same: readonly NamedField[]
  /** questions whose rows are not in it any more */
  readonly missing: number
  /** "revision 2, 24 November 2026, 14:03" */
  readonly made: string
}

export type WorkbookPage = ReplyPlace & {
  readonly languages: readonly string[]
  /** why nothing can be taken over now; null where it can */
  readonly closed: string | null
  readonly comparison: WorkbookComparison | null
  readonly wrongs: readonly Wrong[]
  /** how many answers were taken over a moment ago */
  readonly taken: number | null
}
