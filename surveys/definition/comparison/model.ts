// The shapes of a comparison: what differs between two versions of a questionnaire, and what its author says about it.
import type { Change, ChangeKind, Option, Text } from '../model.ts'

/** One thing that differs. `part`: the key of the file where it stands. */
export type Fact =
  | { readonly what: 'text'; readonly part: string; readonly was: Text | null; readonly is: Text | null }
  /** texts of an option of the question's list, or of an item of the group's */
  | {
      readonly what: 'option_text'
      readonly option: string
      readonly part: string
      readonly was: Text | null
      readonly is: Text | null
    }
  /** as canonical JSON; null: not written */
  | { readonly what: 'setting'; readonly part: string; readonly was: string | null; readonly is: string | null }
  | { readonly what: 'type'; readonly was: string; readonly is: string }
  /** to another section, or to another place among those that stayed */
  | { readonly what: 'moved'; readonly was: string; readonly is: string }
  | { readonly what: 'option_added' | 'option_removed'; readonly option: Option }
  | { readonly what: 'option_value'; readonly option: string; readonly was: number | null; readonly is: number | null }
  | { readonly what: 'option_order'; readonly was: readonly string[]; readonly is: readonly string[] }

/**
 * By the machine, from the facts alone. same: nothing differs · text: words only · structure: place, conditions, limits,
 * options added · meaning: type, values, options taken away
 */
export type MachineClass = 'same' | 'text' | 'structure' | 'meaning' | 'new' | 'withdrawn'

export type EntryKind = 'questionnaire' | 'section' | 'group' | 'question' | 'check' | 'analysis'

/** What one element was and is. Questions of a group are called `group.question`. */
export type Entry = {
  readonly kind: EntryKind
  readonly key: string
  /** the section where it stands, or stood */
  readonly section: string | null
  /** its words in both versions, for a reader who compares them */
  readonly was: Text | null
  readonly is: Text | null
  readonly machine: MachineClass
  readonly facts: readonly Fact[]
  /** by its author, or by the declaration of the group it comes or goes with; null: not a word */
  readonly declared: Change | null
  /** what may be declared without contradicting the facts; empty where nothing has to be */
  readonly allowed: readonly ChangeKind[]
}

/** The part of a version number that must grow. */
export type Step = 'none' | 'patch' | 'minor' | 'major'

export type Comparison = {
  readonly questionnaire: string
  readonly from: string
  readonly to: string
  /** in reading order of the later version; what was withdrawn stands where it stood */
  readonly entries: readonly Entry[]
  /** the least step from one version to the other, by facts and declarations */
  readonly step: Step
}
