// A group as it stands: its items, and how far each has come, in words.
import type { Group, Option } from '#surveys/definition/model.ts'
import type { Asked } from './asked.ts'

/** What a section's page is made of, in reading order. */
export type Block =
  | { readonly kind: 'question'; readonly field: string; readonly asked: Asked }
  | { readonly kind: 'group'; readonly group: AskedGroup }
  | { readonly kind: 'note'; readonly text: Readonly<Record<string, string>> }

export type AskedGroup = {
  readonly group: Pick<Group, 'group' | 'layout' | 'label'>
  /** printed before the group's name: `C4` */
  readonly number: string
  readonly items: readonly AskedItem[]
  /** "2 of 4 complete" */
  readonly progress: string
  /** when the latest of the group's answers was saved */
  readonly saved: string | null
}

export type AskedItem = {
  readonly item: Option
  readonly asked: readonly Asked[]
  readonly standing: Standing
  readonly isOpen: boolean
}

/** The state of a section or of an item: the mark, how full it is in per cent, the words. */
export type Standing = {
  readonly mark: 'none' | 'part' | 'done' | 'back'
  readonly filled: number
  readonly words: string
  /** the first answers in a line: "Priority 4 High · Within 12 months" */
  readonly summary: string | null
  /** false where no question of the item applies: nothing to show */
  readonly isAsked: boolean
}
