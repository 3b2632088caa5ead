// The shapes of an XLSForm: sheets of words, and lines that say what is another thing on the other side, or nothing.

/** A sheet of a workbook: the first row names the columns; an empty cell is an empty text. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** Cells of one row by the name of their column; empty ones are left out. */
export type Row = Readonly<Record<string, string>>

export type Why =
  // what other programs do not know
  | 'absence'
  | 'comment'
  | 'confidentiality'
  | 'levels'
  | 'most_ranked'
  | 'file_limits'
  | 'check'
  | 'check_foreign'
  | 'condition_foreign'
  | 'one_message'
  | 'analysis'
  | 'changes'
  // what this house does not know
  | 'sheet'
  | 'column'
  | 'type'
  | 'metadata'
  | 'default'
  | 'choice_filter'
  | 'calculation'
  | 'calculation_used'
  | 'expression'
  | 'refused'
  | 'constraint_message'
  | 'constraint_check'
  | 'media'
  | 'appearance'
  | 'reference_in_text'
  | 'markup'
  | 'label_missing'
  | 'language_unknown'
  | 'language_assumed'
  | 'source_text'
  | 'name'
  | 'choice_name'
  | 'choice_twice'
  | 'list_missing'
  | 'note_condition'
  | 'note_moved'
  | 'group_flat'
  | 'group_condition'
  | 'ungrouped'
  | 'repeat_once'
  | 'repeat_chosen'
  | 'other_added'
  | 'range_step'
  | 'date_time'
  | 'time'
  | 'picture'
  | 'yes_no_words'
  | 'form_id'
  | 'version'
  | 'minutes'
  | 'unclosed'
  | 'more_unreadable'

/** One thing without an equivalent on the other side. */
export type Line = {
  readonly sheet: string
  /** as the spreadsheet counts: the header is 1 */
  readonly row: number
  /** the column's header; empty where the whole row or sheet is meant */
  readonly column: string
  /** what stands there, shortened */
  readonly what: string
  readonly why: Why
  /** what an expression was refused for, a new name, or the like; in the words of the format */
  readonly detail: string
  /** `lost`: the other side has nothing of it; `changed`: it has it in another form */
  readonly effect: 'lost' | 'changed'
}

/** The column in which what only this house knows travels along, as JSON. */
export const MORE = 'tdt::more'
export const CHECKS = '_tdt_checks'
export const CHANGES = '_tdt_changes'
export const REPORT = '_tdt_report'

const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  ar: 'Arabic',
  es: 'Spanish',
  pt: 'Portuguese',
}

/** As headers name a language: `French (fr)`. */
export const languageName = (code: string): string => `${NAMES[code] ?? code} (${code})`

/** Of a text for people: what a line shows. */
export const shortened = (text: string, most = 120): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
