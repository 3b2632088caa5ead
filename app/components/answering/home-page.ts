// What the delegation's home shows: plain data, made by the route, read by the components.
import type { DelegationRole } from '#surveys/answering/states.ts'
import type { Text } from '#surveys/definition/model.ts'
import type { NamedField } from '../review/field-name.tsx'
import type { OutlineSection } from './outline.tsx'

/** The round that waits for the delegation. */
export type LeftPage = {
  readonly base: string
  readonly round: Text
  readonly deadline: string | null
  readonly progress: string
  /** per cent of the required answers */
  readonly filled: number
  readonly next: string | null
  /** open ones first */
  readonly sections: readonly OutlineSection[]
  /** by section: who answered last, and when */
  readonly last: Readonly<Record<string, string | null>>
}

export type OtherRound = {
  readonly base: string
  readonly round: Text
  readonly deadline: string
  readonly state: { readonly mark: string; readonly words: string }
  /** revision of the newest receipt */
  readonly receipt: number | null
}

/** A question of the project team that waits for the delegation. */
export type ReturnedQuestion = {
  readonly href: string
  readonly field: NamedField
  readonly question: string
  readonly language: string
  /** "R. Amsel, 8 January" */
  readonly who: string
  readonly round: Text
}

export type HomePage = {
  readonly returned: readonly ReturnedQuestion[]
  readonly finding: string
  readonly lead: string
  readonly left: LeftPage | null
  readonly others: readonly OtherRound[]
  readonly colleagues: readonly {
    readonly role: DelegationRole
    readonly people: readonly { readonly id: string; readonly name: string }[]
  }[]
  /** the reader's account */
  readonly me: string
}
