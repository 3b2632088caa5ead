// What the record of a reply shows: plain data, made by the route, read by the components.
import type { Cell } from '#surveys/answering/model.ts'
import type { Field, Text } from '#surveys/definition/model.ts'
import type { ReplyPlace } from './section-page.ts'

export type Deed = {
  readonly seq: number
  readonly when: string
  readonly who: string
  readonly what: string
  readonly hash: string
}

/** One revision of one answer. */
export type Revision = {
  readonly field: Field
  readonly cell: Cell
  readonly when: string
  readonly who: string
  readonly revision: number
}

export type RecordPage = ReplyPlace & {
  readonly sections: readonly { readonly key: string; readonly letter: string; readonly title: Text }[]
  /** the section whose answers are listed; '' for all */
  readonly section: string
  readonly revisions: readonly Revision[]
  /** true where there are more than the page lists */
  readonly isCut: boolean
  readonly deeds: readonly Deed[]
  /** address of older events; null: these are the oldest */
  readonly older: string | null
}
