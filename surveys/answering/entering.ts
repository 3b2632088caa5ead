// From the form's texts of one field to its value or problem, and from a cell back to the texts that its form shows.
import type { Field } from '#surveys/definition/model.ts'
import { isKeys } from './cells.ts'
import { tidy, tidyLine } from './characters.ts'
import { dateEntry, type Entry, numberEntry, readDate, readNumber, readText } from './entries.ts'
import { formNames, type Posted } from './form.ts'
import { judgeValue, type Wrong } from './judging.ts'
import type { Cell, Value } from './model.ts'

/**
 * What readers of entries need to know: the ISO date of today, and the language of the form (its separators differ).
 */
export type Reading = { readonly today: string; readonly language: string }

/**
 * The texts of a field as they stand in its form, tidied: three for a date (day, month, year), the keys of a multi or
 * ranking,
 * one for everything else; none for documents.
 */
export type Parts = readonly string[]

/** Takes the field's texts from a form. */
export function partsOf(field: Field, posted: Posted): Parts {
  const names = formNames(field.name)
  const first = (name: string) => posted.get(name)?.[0] ?? ''
  switch (field.question.type) {
    case 'text':
    case 'long_text':
      return [tidy(first(names.value))]
    case 'date':
      return [first(names.day), first(names.month), first(names.year)].map(tidyLine)
    case 'number':
      return [tidyLine(first(names.value))]
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
    case 'multi':
    case 'ranking':
      return (posted.get(names.value) ?? []).map(tidyLine).filter((part) => part.trim() !== '')
    case 'file':
      return []
  }
}

/** True when nothing was entered. */
export function isEmpty(parts: Parts): boolean {
  return parts.every((part) => part.trim() === '')
}

/** Reads and judges the texts of a field: its value (null when nothing was entered), or what is wrong with them. */
export function readParts(field: Field, parts: Parts, reading: Reading): { value: Value | null } | { wrong: Wrong } {
  const entry = readEntry(field, parts, reading)
  if ('problem' in entry) return { wrong: { code: entry.problem, ...(entry.values && { values: entry.values }) } }
  const wrong = entry.value === null ? undefined : judgeValue(field, entry.value, reading.today)
  return wrong ? { wrong } : entry
}

function readEntry(field: Field, parts: Parts, { language }: Reading): Entry<Value> {
  const { question } = field
  const [first = '', second = '', third = ''] = parts
  switch (question.type) {
    case 'text':
    case 'long_text':
      return readText(first, { maxLength: question.max_length, isOneLine: question.type === 'text' })
    case 'number':
      return readNumber(first, { decimals: question.decimals, language })
    case 'date':
      return readDate({ day: first, month: second, year: third })
    case 'single':
    case 'scale':
    case 'yes_no':
    case 'yes_partly_no':
    case 'confirm':
      return new Set(parts).size > 1 ? { problem: 'not_an_option' } : { value: first === '' ? null : first }
    case 'multi':
      return { value: parts.length === 0 ? null : inListOrder(field, parts) }
    case 'ranking':
      return { value: parts.length === 0 ? null : parts }
    case 'file':
      return { value: null }
  }
}

/** The keys of a multi in the order of the list, each once; unknown ones stay at the end, to be refused. */
function inListOrder(field: Field, keys: Parts): readonly string[] {
  const chosen = new Set(keys)
  const known = field.options.map((option) => option.key).filter((key) => chosen.has(key))
  return [...known, ...[...chosen].filter((key) => !known.includes(key))]
}

/** Several texts in one: `typed` keeps the parts of a date and the keys of a list each on its line. */
const BETWEEN = '\n'

/** The texts of an entry that cannot be read, as `typed` keeps them. */
export function typedOf(parts: Parts): string {
  return parts.join(BETWEEN)
}

/** The texts that `typed` was made of. */
export function partsOfTyped(field: Field, typed: string): Parts {
  const { type } = field.question
  return type === 'text' || type === 'long_text' ? [typed] : typed.split(BETWEEN)
}

/**
 * The texts that the form shows for a cell, in the order of `Parts`; an entry that cannot be read as it was typed.
 * Reading them gives the same cell.
 * @returns a date always has three texts; a choice, multi or ranking the chosen keys, so none when nothing is chosen
 */
export function partsOfCell(field: Field, cell: Cell | undefined, language: string): Parts {
  if (cell?.typed != null) return partsOfTyped(field, cell.typed)
  const value = cell?.value ?? null
  if (field.question.type === 'date') {
    const { day, month, year } = typeof value === 'string' ? dateEntry(value) : { day: '', month: '', year: '' }
    return [day, month, year]
  }
  if (typeof value === 'number') {
    const decimals = field.question.type === 'number' ? field.question.decimals : 0
    return [numberEntry(value, { decimals, language })]
  }
  if (typeof value === 'string') return [value]
  return isKeys(value) ? value : []
}
