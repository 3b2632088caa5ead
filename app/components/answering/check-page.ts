// What the check page shows: plain data, made by the route, read by the components.
import type { Cell, Level } from '#surveys/answering/model.ts'
import type { Basis } from '#surveys/answering/signature.ts'
import type { Field, Text } from '#surveys/definition/model.ts'
import type { Standing } from '../questions/group.ts'
import type { Wrong } from '../wrongs.tsx'
import type { GivenRow } from './given-list.tsx'
import type { ReplyPlace } from './section-page.ts'

/** Something that keeps the reply from being submitted, and where it is put right. */
export type Missing = { readonly field: Field; readonly href: string; readonly why: string }

/** An answer that is unusual: a word of explanation, which is the answer's comment, lets it pass. */
export type ToExplain = {
  readonly field: Field
  readonly message: Text
  readonly cell: Cell | null
  /** what stands in the field: the comment as kept, or as just typed */
  readonly comment: string
  /** revision of the cell that the page shows */
  readonly base: number
  readonly saved: string | null
  readonly href: string
}

export type CheckedSection = {
  readonly key: string
  readonly letter: string
  readonly title: Text
  readonly standing: Standing
  readonly given: string
  readonly rows: readonly GivenRow[]
}

/** What was chosen and written in the sign-off, as it stands in its form. */
export type SignOff = {
  readonly level: Level | null
  readonly sectionLevels: Readonly<Record<string, Level>>
  readonly name: string
  readonly function: string
  readonly basis: Basis
  readonly isAttested: boolean
}

/** A line of the preview: an own answer on a scale, and two invented neighbours. */
export type PreviewRow = {
  readonly field: Field
  readonly own: number
  readonly others: readonly number[]
  readonly median: number
}

export type CheckPage = ReplyPlace & {
  readonly lead: string
  readonly missing: readonly Missing[]
  readonly explain: readonly ToExplain[]
  readonly notes: readonly Missing[]
  readonly sections: readonly CheckedSection[]
  readonly asideCount: number
  readonly revision: number
  /** countries of the roster: the N of "k of N" */
  readonly total: number
  readonly preview: readonly PreviewRow[]
  readonly sign: SignOff
  /** the name of the paper that is kept for the signature */
  readonly paper: string | null
  /** null: this person signs; else who can, in a sentence */
  readonly onlyOthers: string | null
  /** whether the reply can be signed now, by this person or by somebody else */
  readonly isSigning: boolean
  /** the first of two steps, where this person can take it or take it back */
  readonly readiness: 'ready' | 'not_ready_yet' | null
  /** why nothing can be changed; null where it can */
  readonly closed: string | null
  readonly remark: string | null
  readonly wrongs: readonly Wrong[]
  /** problems of the sign-off's own fields, by name */
  readonly signProblems: Readonly<Record<string, string>>
  /** when the reply was last changed, as this page shows it */
  readonly seen: string
  readonly intent: string
}
