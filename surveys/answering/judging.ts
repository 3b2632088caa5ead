// Whether a value that was read is one that its question accepts. Required and minimum lengths are the check page's
// matter.
import type { Field, FileQuestion, Question } from '#surveys/definition/model.ts'
import { isAttachments, isKeys } from './cells.ts'
import { lengthOf } from './characters.ts'
import type { Attachment, Problem, Value } from './model.ts'

/** Windows and macOS differ about the megabyte; the larger one refuses nobody wrongly. */
const MEGABYTE = 1_048_576

/** A problem that does not know its field yet. */
export type Wrong = Omit<Problem, 'field'>

/**
 * What is wrong with a value, or undefined.
 * @param today ISO date: what `min: today` and `max: today` mean
 */
export function judgeValue(field: Field, value: Value, today: string): Wrong | undefined {
  const { question } = field
  switch (question.type) {
    case 'text':
    case 'long_text':
      return typeof value === 'string' ? judgeLength(value, question.max_length) : { code: 'forbidden_characters' }
    case 'number':
      return typeof value === 'number' ? judgeNumber(value, question) : { code: 'not_a_number' }
    case 'date':
      return typeof value === 'string' ? judgeDate(value, question, today) : { code: 'not_a_date' }
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
      return typeof value === 'string' && isOption(field, value) ? undefined : { code: 'not_an_option' }
    case 'multi':
    case 'ranking':
      return isKeys(value) ? judgeKeys(field, question, value) : { code: 'not_an_option' }
    case 'file':
      return isAttachments(value) ? judgeAttachments(question, value) : { code: 'file_type' }
    case 'confirm':
      return value === 'yes' ? undefined : { code: 'not_an_option' }
  }
}

function isOption(field: Field, key: string): boolean {
  return field.options.some((option) => option.key === key)
}

function judgeLength(text: string, max: number): Wrong | undefined {
  // Never more code points than code units: most texts need no counting.
  if (text.length <= max) return undefined
  const length = lengthOf(text)
  return length > max ? { code: 'too_long', values: { max, length } } : undefined
}

function judgeNumber(value: number, { min, max }: { min?: number; max?: number }): Wrong | undefined {
  if (!Number.isFinite(value)) return { code: 'not_a_number' }
  if (min !== undefined && value < min) return { code: 'too_small', values: { min } }
  if (max !== undefined && value > max) return { code: 'too_large', values: { max } }
  return undefined
}

function judgeDate(value: string, bounds: { min?: string; max?: string }, today: string): Wrong | undefined {
  const min = bounds.min === 'today' ? today : bounds.min
  const max = bounds.max === 'today' ? today : bounds.max
  // ISO dates with four-digit years sort as text.
  if (min !== undefined && value < min) return { code: 'too_early', values: { min } }
  if (max !== undefined && value > max) return { code: 'too_late', values: { max } }
  return undefined
}

function judgeKeys(field: Field, question: Question, keys: readonly string[]): Wrong | undefined {
  if (!keys.every((key) => isOption(field, key))) return { code: 'not_an_option' }
  if (new Set(keys).size < keys.length) return { code: 'ranked_twice' }
  const exclusive = question.type === 'multi' ? question.exclusive : []
  if (keys.length > 1 && keys.some((key) => exclusive.includes(key))) return { code: 'exclusive_choice' }
  const max = question.type === 'multi' || question.type === 'ranking' ? question.max_choices : undefined
  if (max !== undefined && keys.length > max) return { code: 'too_many_choices', values: { max, count: keys.length } }
  return undefined
}

function judgeAttachments(question: FileQuestion, list: readonly Attachment[]): Wrong | undefined {
  if (list.length > question.max_files) {
    return { code: 'too_many_files', values: { max: question.max_files, count: list.length } }
  }
  for (const attachment of list) {
    const wrong = attachment.kind === 'file' ? judgeFile(question, attachment) : undefined
    if (wrong) return wrong
  }
  return undefined
}

/**
 * What is wrong with a document by its size (bytes) and the ending of its name, or undefined. What its content is,
 * its keeper judges.
 */
export function judgeFile(question: FileQuestion, file: { name: string; bytes: number }): Wrong | undefined {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  const accept = question.accept.map((one) => one.toLowerCase().replace(/^\./, ''))
  const isAccepted = accept.length === 0 || accept.includes(ending) || (ending === 'jpeg' && accept.includes('jpg'))
  if (!isAccepted) return { code: 'file_type', values: { accept: accept.join(', ') } }
  if (file.bytes > question.max_megabytes * MEGABYTE) {
    return { code: 'file_too_large', values: { max: question.max_megabytes } }
  }
  return undefined
}
