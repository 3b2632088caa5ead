// The shape of an invented delegation's answers, in the short notation that notation.ts expands to cells.

/** A document that the seed makes on the spot (a real PDF with these lines), or a link; every address ends in `.example`. */
export type DemoDocument = { readonly name: string; readonly lines: readonly string[] } | { readonly url: string }

/**
 * What one delegation answers to one questionnaire.
 *
 * `answers`: one line per answer, `question value`; in a group `group.*.question` and one value per item, in the order of the list.
 * `tables`: a header of `group.question` names (`.question`: of the group before), then one line per item.
 * Values: an option by its key, or by its number where it has one · `a,b` for several · `-` nothing · `!na` an absence ·
 * a date as `-20d` (days), `-14m` (the first of that month) or `+6m` (the last of that month) from the day of seeding ·
 * a text by its name in `words`.
 * In every text `{y}`, `{y-1}` … is the year of seeding, the one before, so that nothing in the demonstration grows old.
 */
export type Answers = {
  readonly language: 'en' | 'fr' | 'ar'
  readonly answers: string
  readonly tables: readonly string[]
  readonly words: Readonly<Record<string, string>>
  /** free texts, by field */
  readonly texts: Readonly<Record<string, string>>
  /** comments, by field: also where a check asks for an explanation */
  readonly comments: Readonly<Record<string, string>>
  readonly documents: Readonly<Record<string, readonly DemoDocument[]>>
}
