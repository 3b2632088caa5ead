// What must be put right before a reply can be submitted: the check page's list, and the measure of progress.
import type { Codebook, Field } from '#surveys/definition/model.ts'
import { type Standing, standing } from './applicability.ts'
import { isAnswered } from './cells.ts'
import { lengthOf } from './characters.ts'
import { partsOfTyped, readParts } from './entering.ts'
import { judgeValue, type Wrong } from './judging.ts'
import { type Cell, type Cells, COMMENT_MAX, type Problem } from './model.ts'

/**
 * Everything that keeps a reply from being submitted, but for checks: missing required answers (required expressions
 * included), texts that
 * are too short, entries that cannot be read, comments that are too long. Fields that do not apply have no problems.
 * @param today ISO date
 * @returns in reading order; at most one problem of the answer and one of the comment per field
 */
export function problemsOf(codebook: Codebook, cells: Cells, today: string): Problem[] {
  const judged = standing(codebook, cells, today)
  return codebook.fields.filter(judged.applies).flatMap((field) => {
    const cell = cells.get(field.name)
    const wrongs = [wrongOf(field, cell, isRequired(field, judged), today), wrongOfComment(cell)]
    return wrongs.flatMap((wrong) => (wrong ? [{ field: field.name, ...wrong }] : []))
  })
}

/** True when the field must be answered, given the answers. */
export function isRequired(field: Field, judged: Standing): boolean {
  return typeof field.required === 'boolean' ? field.required : judged.holds(field.required)
}

/** What is wrong with the answer to a field that applies: the entry, its absence, its length, or that there is none. */
export function wrongOf(field: Field, cell: Cell | undefined, mustAnswer: boolean, today: string): Wrong | undefined {
  if (cell?.typed != null) return wrongOfTyped(field, cell.typed, cell.language, today)
  if (!isAnswered(cell)) return mustAnswer ? { code: 'required' } : undefined
  if (cell?.absence) return field.question.absence.includes(cell.absence) ? undefined : { code: 'absence_refused' }
  const value = cell?.value ?? null
  return value === null ? undefined : (judgeValue(field, value, today) ?? wrongOfLength(field, value))
}

/** What is wrong with a comment, or undefined. */
export function wrongOfComment(cell: Cell | undefined): Wrong | undefined {
  const comment = cell?.comment ?? ''
  if (comment.length <= COMMENT_MAX) return undefined
  const length = lengthOf(comment)
  return length > COMMENT_MAX ? { code: 'comment_too_long', values: { max: COMMENT_MAX, length } } : undefined
}

/** Reads the entry again, so that the page can say what it said when it was typed. */
function wrongOfTyped(field: Field, typed: string, language: string | null, today: string): Wrong {
  const result = readParts(field, partsOfTyped(field, typed), { today, language: language ?? 'en' })
  return 'wrong' in result ? result.wrong : { code: unreadable(field) }
}

/**
 * An entry that has become readable since (a date that lay ahead) still has to be entered: what is typed is no
 * answer.
 */
function unreadable(field: Field): Wrong['code'] {
  switch (field.question.type) {
    case 'number':
      return 'not_a_number'
    case 'date':
      return 'not_a_date'
    case 'text':
    case 'long_text':
      return 'forbidden_characters'
    case 'file':
      return 'not_a_link'
    default:
      return 'not_an_option'
  }
}

function wrongOfLength(field: Field, value: Cell['value']): Wrong | undefined {
  const min = 'min_length' in field.question ? (field.question.min_length ?? 0) : 0
  if (typeof value !== 'string' || value.length >= 2 * min) return undefined
  const length = lengthOf(value)
  return length < min ? { code: 'too_short', values: { min, length } } : undefined
}
