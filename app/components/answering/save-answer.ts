// What the server says to a save of the enhancement: everything in words, ready to be put in its place.
import type { Clash } from '../questions/asked.ts'
import type { Standing } from '../questions/group.ts'

export type SavedField = {
  readonly revision: number
  readonly saved: string | null
  readonly problem: string | null
  readonly clash: Clash | null
  /** what the control shows now, where it is something else than was sent: after a choice between two answers */
  readonly parts: readonly string[] | null
}

export type SaveAnswer = {
  /** "Saved 14:03 by A. Daher", or why nothing was saved */
  readonly status: string
  /** false: nothing was kept, and trying again will not help */
  readonly isKept: boolean
  /** somebody has to choose between two answers */
  readonly hasClashes: boolean
  /** the fields that were sent */
  readonly fields: Readonly<Record<string, SavedField>>
  /** of the section: which questions apply, which must be answered, and what is set aside, in lines */
  readonly applies: readonly string[]
  readonly required: readonly string[]
  readonly aside: Readonly<Record<string, readonly string[]>>
  /** by `group.item` */
  readonly items: Readonly<Record<string, Standing>>
  readonly groups: Readonly<
    Record<string, { readonly progress: string; readonly isEmpty: boolean; readonly saved: string | null }>
  >
  readonly sections: Readonly<Record<string, Pick<Standing, 'mark' | 'filled' | 'words'>>>
  readonly progress: string
  readonly next: { readonly href: string; readonly words: string }
}

/** Who is in which section now, in words; null: nobody. */
export type PresenceAnswer = { readonly sections: Readonly<Record<string, string | null>> }
