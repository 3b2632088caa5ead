// What the page of a section shows: plain data, made by the route, read by the components.
import type { Text } from '#surveys/definition/model.ts'
import type { Block } from '../questions/group.ts'
import type { Wrong } from '../wrongs.tsx'
import type { GivenRow } from './given-list.tsx'
import type { OutlineView } from './outline.tsx'

export type Neighbour = { readonly key: string; readonly letter: string }

/** What every page about a reply says of its place. */
export type ReplyPlace = {
  /** `/answer/<round>` */
  readonly base: string
  readonly round: Text
  readonly country: Text
  /** what the team wants, where the reply was returned */
  readonly banner: { readonly words: string; readonly href: string; readonly link: string } | null
}

/** The ways from a section to the contributions of institutions. */
export type InsideSection = {
  /** those for whom the reader may write, and to how many questions each */
  readonly asked: readonly { readonly institution: string; readonly count: number; readonly href: string }[]
  /** how many questions of the section have contributions */
  readonly contributed: number
}

export type SectionPage = ReplyPlace & {
  readonly section: {
    readonly key: string
    readonly letter: string
    readonly title: Text
    readonly intro: Text | null
    /** how many sections there are */
    readonly total: number
    /** "about 20 minutes" */
    readonly minutes: string
  }
  /** what institutions are asked here, and what they have said */
  readonly inside: InsideSection
  /** answers of before to this section's questions that wait for a word */
  readonly carried: number
  readonly previous: Neighbour | null
  readonly next: Neighbour | null
  readonly outline: OutlineView
  readonly blocks: readonly Block[]
  /** why nothing can be changed here now; null where it can */
  readonly closed: string | null
  /** what somebody who can change answers should know: the deadline has passed */
  readonly remark: string | null
  readonly wrongs: readonly Wrong[]
  /** what was sent and cannot be kept any more: to be read, and copied */
  readonly unkept: readonly GivenRow[]
  /** what a button did: "Restored" */
  readonly news: string | null
  /** "Saved 14:03 by K. Solari", the latest of the section */
  readonly saved: string | null
  /** made when the form is shown: what is sent twice is done once */
  readonly intent: string
}
