// What the page of carried answers shows: plain data, made by the route, read by the components.
import type { Cell } from '#surveys/answering/model.ts'
import type { Comparability } from '#surveys/definition/comparison/ledger.ts'
import type { Field, Text } from '#surveys/definition/model.ts'
import type { GivenRow } from './given-list.tsx'
import type { ReplyPlace } from './section-page.ts'

export type Offer = {
  readonly field: Field
  /** the question as it was asked then */
  readonly then: Field
  readonly given: Cell
  /** false: the question does not take that answer any more */
  readonly isOffered: boolean
  /** "from <round>, <date>, by <name>" */
  readonly origin: string
  readonly comparability: Comparability
  /** why the question was changed */
  readonly reasons: readonly Text[]
  /** where it is answered anew */
  readonly href: string
}
export type OfferGroup = {
  /** `group.item`; null: questions outside groups */
  readonly key: string | null
  readonly title: Text | null
  readonly offers: readonly Offer[]
}

export type ConfirmPage = ReplyPlace & {
  readonly sections: readonly {
    readonly key: string
    readonly letter: string
    readonly title: Text
    readonly open: number
  }[]
  readonly current: string
  readonly open: number
  readonly decided: number
  readonly groups: readonly OfferGroup[]
  /** answers to questions that are no longer asked */
  readonly aside: readonly GivenRow[]
  readonly closed: string | null
}
