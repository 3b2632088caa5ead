// The shapes of a questionnaire: as it is sealed (catalogues resolved, defaults filled in) and as it is compiled.

/** Words in several languages, by language code; the questionnaire's first language is always there. */
export type Text = Readonly<Record<string, string>>

export type Absence = 'na' | 'nap' | 'pns'
export const ABSENCES: readonly Absence[] = ['na', 'nap', 'pns']

/** `regional`: as disclosure allows; `pmt_only`: never leaves the team; `contact`: personal data, never aggregated or shared. */
export type Confidentiality = 'regional' | 'pmt_only' | 'contact'

export type Option = {
  readonly key: string
  /** where order matters: the number that comparisons and scores use */
  readonly value?: number
  readonly label: Text
  readonly description?: Text
  readonly pillar?: string
}

type Asked = {
  readonly key: string
  readonly label: Text
  readonly help?: Text
  /** true, false, or the source of an expression */
  readonly required: boolean | string
  readonly show_if?: string
  readonly absence: readonly Absence[]
  readonly comment: boolean
  readonly confidentiality: Confidentiality
}
export type TextQuestion = Asked & {
  readonly type: 'text' | 'long_text'
  readonly min_length?: number
  readonly max_length: number
}
export type NumberQuestion = Asked & {
  readonly type: 'number'
  readonly min?: number
  readonly max?: number
  readonly decimals: number
  readonly unit?: Text
}
/** `min` and `max`: an ISO date, or `today`. */
export type DateQuestion = Asked & { readonly type: 'date'; readonly min?: string; readonly max?: string }
/** `list` of yes_no and yes_partly_no is the built-in list of that name. */
export type ChoiceQuestion = Asked & {
  readonly type: 'single' | 'scale' | 'yes_no' | 'yes_partly_no'
  readonly list: string
}
export type MultiQuestion = Asked & {
  readonly type: 'multi'
  readonly list: string
  readonly max_choices?: number
  readonly exclusive: readonly string[]
}
export type RankingQuestion = Asked & { readonly type: 'ranking'; readonly list: string; readonly max_choices?: number }
export type FileQuestion = Asked & {
  readonly type: 'file'
  readonly max_files: number
  readonly max_megabytes: number
  readonly accept: readonly string[]
}
export type ConfirmQuestion = Asked & { readonly type: 'confirm' }

export type Question =
  | TextQuestion
  | NumberQuestion
  | DateQuestion
  | ChoiceQuestion
  | MultiQuestion
  | RankingQuestion
  | FileQuestion
  | ConfirmQuestion
export type QuestionType = Question['type']

export type Group = {
  readonly group: string
  readonly for_each: string
  readonly layout: 'cards' | 'table'
  readonly label: Text
  readonly questions: readonly Question[]
}
export type Note = { readonly note: Text }
export type Item = Question | Group | Note

export type Section = {
  readonly key: string
  readonly title: Text
  readonly intro?: Text
  readonly items: readonly Item[]
}

export type CheckLevel = 'block' | 'explain' | 'note'
export type Check = {
  readonly key: string
  /** the group whose items are judged one by one */
  readonly in?: string
  readonly when: string
  readonly level: CheckLevel
  /** the question where the message stands */
  readonly at: string
  readonly message: Text
}

/** Which answers play which part; references are `question` or `group.question`. Weights and thresholds are data. */
export type Analysis = {
  readonly needs?: {
    readonly priority: string
    readonly urgency: string
    readonly current?: string
    readonly needed?: string
    readonly coverage?: string
    readonly justification?: string
    readonly ranking?: string
    readonly weights: { readonly priority: number; readonly urgency: number; readonly gap: number }
    readonly support_factors?: Readonly<Record<string, number>>
    readonly shared_from: number
    readonly urgent_from: number
    readonly scope: {
      readonly regional_share: number
      readonly subregional_countries: number
      readonly national_countries: number
    }
    readonly provisional_below: number
    readonly duplication_from: number
    readonly ranking_points: readonly number[]
    readonly ranking_discuss_from: number
  }
  readonly gaps?: {
    readonly current?: string
    readonly needed?: string
    readonly limits?: readonly string[]
    readonly obstacles?: readonly string[]
    readonly exclude?: readonly string[]
  }
  readonly modality?: {
    readonly first: string
    readonly second?: string
    readonly scale?: string
    readonly topics?: string
    readonly weights: { readonly first: number; readonly second: number }
  }
  readonly partners?: {
    readonly requested: string
    readonly priority: string
    readonly active?: string
    readonly offered?: string
    readonly contacts?: string
    readonly channels?: string
    readonly shared_from: number
  }
  readonly readiness?: {
    readonly status: string
    readonly date?: string
    readonly evidence?: string
    readonly evidence_note?: string
    readonly assistance?: string
    readonly good_practice?: string
    readonly areas?: string
    readonly ranking?: string
    readonly weights: Readonly<Record<string, number>>
    readonly exclude: readonly string[]
    readonly implemented_without_evidence: number
    readonly overdue_status: readonly string[]
  }
  readonly consensus?: {
    readonly rating: string
    readonly reservation?: string
    readonly timeframe?: string
    readonly preconditions?: string
    readonly agree_from?: number
    readonly disagree_to?: number
    readonly agree_share?: number
    readonly minority_max?: number
    readonly not_supported_median?: number
    readonly iqr_max: number
    readonly divided_below: number
    readonly minimum_answers: number
  }
}

export type ChangeKind = 'same' | 'reworded' | 'changed' | 'new' | 'withdrawn'
export type Change = {
  readonly key: string
  readonly change: ChangeKind
  readonly reason?: Text
  readonly maps?: Readonly<Record<string, string>>
}

/** A questionnaire as it is sealed: self-contained, every catalogue it uses copied into `lists`, every default filled in. */
export type Questionnaire = {
  readonly questionnaire: string
  readonly version: string
  readonly languages: readonly string[]
  readonly title: Text
  readonly intro?: Text
  readonly minutes: number
  readonly lists: Readonly<Record<string, readonly Option[]>>
  readonly sections: readonly Section[]
  readonly checks: readonly Check[]
  readonly analysis: Analysis
  readonly changes: readonly Change[]
}

/** A country of a roster, in protocol order. */
export type Country = { readonly code: string; readonly label: Text; readonly note?: Text }
export type Roster = {
  readonly roster: string
  readonly languages: readonly string[]
  readonly title: Text
  readonly countries: readonly Country[]
}

/** A parsed expression. `Ref` names an answer; scope resolution is described in expression.ts. */
export type Expression =
  | { readonly op: 'text'; readonly value: string }
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'today' }
  | ({ readonly op: 'ref' } & Ref)
  | { readonly op: 'answered'; readonly ref: Ref }
  | { readonly op: 'selected'; readonly ref: Ref; readonly option: string }
  | { readonly op: 'count_selected'; readonly ref: Ref }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly op: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly left: Expression; readonly right: Expression }
  | { readonly op: '+' | '-' | '*' | 'div'; readonly left: Expression; readonly right: Expression }
export type Ref = {
  /** `previous`, or the slug of another questionnaire of the meeting */
  readonly source?: string
  readonly group?: string
  /** an item's key, or `item`: the same item as the one that asks */
  readonly item?: string
  readonly key: string
  /** the name of the field that is meant, filled in by compiling: `lead_institution`, `needs.digital_evidence.priority` */
  readonly field?: string
}

/**
 * A field: one question at one place, where one cell goes. Its name is the question's key, or `group.item.question`.
 * Whatever a person edits, comments, or answers "not available" to, is a field.
 */
export type Field = {
  readonly name: string
  readonly section: string
  readonly group?: Group
  readonly item?: Option
  readonly question: Question
  /** the options of choices, scales, multi and ranking; the one `yes` of a confirmation; empty for the others */
  readonly options: readonly Option[]
  /** printed before the question: `C2`, or `C4.1` inside a group */
  readonly number: string
  readonly showIf?: Expression
  readonly required: boolean | Expression
}

/** A variable: one scalar column of the codebook; a multi or ranking field has one per option, any other field has one. */
export type Variable = {
  /** the field's name, with `.option` for multi and ranking */
  readonly name: string
  readonly field: Field
  readonly option?: Option
  readonly kind: 'text' | 'number' | 'date' | 'code' | 'flag' | 'rank' | 'files'
}

/** A check at one place: a check with `in` is compiled once per item of that group. */
export type CompiledCheck = {
  readonly check: Check
  readonly when: Expression
  /** where the message stands */
  readonly field: Field
}

/** What compiling gives; everything else is derived from this and from nothing else. */
export type Codebook = {
  readonly questionnaire: Questionnaire
  /** in reading order */
  readonly fields: readonly Field[]
  readonly byName: ReadonlyMap<string, Field>
  readonly bySection: ReadonlyMap<string, readonly Field[]>
  readonly variables: readonly Variable[]
  readonly checks: readonly CompiledCheck[]
}
