// How one question stands for the person who reads the page now, and what the parts of its form are called.

import { isAnswered, isAttachments } from '#surveys/answering/cells.ts'
import { formNames } from '#surveys/answering/form.ts'
import type { Attachment, Cell } from '#surveys/answering/model.ts'
import type { Field } from '#surveys/definition/model.ts'

/** A stretch of an answer; `differs` where the two versions of a conflict are not the same. */
export type Stretch = { readonly words: string; readonly differs: boolean }

/** One side of a conflict: who wrote it and when, in words, and the answer. */
export type Version = { readonly who: string; readonly stretches: readonly Stretch[] }

/** Two people changed the same answer: both are shown, somebody chooses. `seen` is the colleague's revision. */
export type Clash = {
  readonly seen: number
  readonly mine: Version
  readonly theirs: Version
  readonly canJoin: boolean
}

/** What the project team asks about the answer. */
export type TeamAsk = {
  readonly words: string
  readonly language: string
  /** "R. Amsel, 14:03" */
  readonly who: string
  readonly href: string
  readonly isAnswered: boolean
}

export type Asked = {
  readonly field: Field
  /** address of the reply: `/answer/<round>`, for documents */
  readonly address: string
  /** false where only links can be added */
  readonly takesDocuments: boolean
  /** what the control shows: the kept answer, or what was typed a moment ago */
  readonly cell: Cell | null
  /** the kept revision on which this page is based; 0 when nothing is kept */
  readonly base: number
  readonly applies: boolean
  readonly isRequired: boolean
  /** numbers of the questions that decide whether this one is asked */
  readonly decidedBy: readonly string[]
  /** "Saved 14:03 by K. Solari" */
  readonly saved: string | null
  /** the sentence that says what to put right */
  readonly problem: string | null
  /** what was typed where a link was expected, when it is none */
  readonly link: string | null
  readonly clash: Clash | null
  /** why it can be read and not changed: nothing was asked about it, or it is a colleague's; null: it can be changed */
  readonly locked: string | null
  readonly team: TeamAsk | null
  /** how much colleagues have said about it; null where a page does not lead to what is inside the delegation */
  readonly remarks: number | null
  /** what institutions say about it, and where that is compared; null where none says anything */
  readonly spread: Spread | null
}

export type Spread = {
  /** "Ministry of Justice: 4 High" */
  readonly lines: readonly string[]
  /** whether they do not all say the same */
  readonly differs: boolean
  readonly href: string
}

/** Where a question stands: on the page by itself, in the card of an item, or in a cell of a table. */
export type Layout = 'page' | 'card' | 'table'

/** Names of the form's fields: those that reading.ts reads, and the one that brings documents. */
export const namesOf = (field: string) => ({ ...formNames(field), file: `${field}~file` })

/** v value, h hint, e error, n counter, m month, y year, c comment, l link, x conflict. */
type Part = 'v' | 'h' | 'e' | 'n' | 'm' | 'y' | 'c' | 'l' | 'x'

/** The place of a question on its page, also of a group and of an item; keys hold no hyphen, so that no two places meet. */
export function idOf(field: string, part?: Part): string {
  const place = `q-${field.replaceAll('.', '--')}`
  return part ? `${place}-${part}` : place
}

/** Whether there is an answer to lose: a value, a reason, or something typed that could not be read. */
export const hasAnswer = (cell: Cell | null): boolean => isAnswered(cell ?? undefined) || (cell?.typed ?? null) !== null

export function attachmentsOf(cell: Cell | null): readonly Attachment[] {
  const value = cell?.value ?? null
  return isAttachments(value) ? value : []
}
