// The shapes of an answer: the cell, what may be wrong with it, and who allows it to be shown.
import type { Absence } from '#surveys/definition/model.ts'

/** A document (`id` of the stored file) or a link, as listed in a file field. */
export type Attachment =
  | {
      readonly kind: 'file'
      readonly id: string
      readonly name: string
      readonly bytes: number
      readonly sha256: string
    }
  | { readonly kind: 'link'; readonly url: string }

/**
 * By type of question: text, long_text → string; number → number; date → ISO string; single, scale, yes_no, yes_partly_no → option key;
 * multi → option keys in the order of the list; ranking → option keys, first is rank 1; file → attachments; confirm → 'yes'.
 */
export type Value = string | number | readonly string[] | readonly Attachment[]

/** The answer to one field. At most one of value, absence and typed is there; all null with a comment is a comment alone. */
export type Cell = {
  readonly field: string
  readonly value: Value | null
  readonly absence: Absence | null
  readonly comment: string | null
  /** an entry that cannot be read as an answer, kept as typed; counts as unanswered */
  readonly typed: string | null
  /** the interface language in which a free text was written; null for codes and numbers */
  readonly language: string | null
}

/** A cell as it is kept. `by` is the author's display name. */
export type KeptCell = Cell & { readonly revision: number; readonly at: string; readonly by: string }

export type Cells<C extends Cell = Cell> = ReadonlyMap<string, C>

/** What the person can put right; the sentence is `problem.<code>` in the locale files. */
export type ProblemCode =
  | 'required'
  | 'not_a_number'
  | 'too_many_decimals'
  | 'too_small'
  | 'too_large'
  | 'not_a_date'
  | 'too_early'
  | 'too_late'
  | 'too_short'
  | 'too_long'
  | 'not_an_option'
  | 'too_many_choices'
  | 'exclusive_choice'
  | 'ranked_twice'
  | 'absence_refused'
  | 'comment_too_long'
  | 'not_a_link'
  | 'too_many_files'
  | 'file_too_large'
  | 'file_type'
  | 'forbidden_characters'
export type Problem = {
  readonly field: string
  readonly code: ProblemCode
  /** numbers and dates for the sentence: min, max, count … */
  readonly values?: Readonly<Record<string, string | number>>
}

/** How a delegation allows its reply to be shown, chosen at sign-off; from least to most. */
export const LEVELS = ['pmt_only', 'aggregate_only', 'named', 'public'] as const
export type Level = (typeof LEVELS)[number]

export const COMMENT_MAX = 1000
