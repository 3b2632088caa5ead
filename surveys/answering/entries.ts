// One entry of a person, read: texts, dates, links. Numbers have a file of their own.
import { hasOverrides, lengthOf, normalText, tidyLine, westernDigits } from './characters.ts'
import type { ProblemCode } from './model.ts'

export { numberEntry, readNumber } from './numbers.ts'

/**
 * An entry that was read, `value: null` when it was empty; or why it cannot be read, with the figures for the
 * sentence.
 */
export type Entry<T> =
  | { readonly value: T | null }
  | { readonly problem: ProblemCode; readonly values?: Readonly<Record<string, string | number>> }

/** The longest address that is kept as a link. */
const LINK_MAX = 2000

/**
 * Reads a text: as `normalText` keeps it, a single-line one with its line breaks as spaces.
 * @param maxLength in code points
 * @returns null for a text that shows nothing; the problems are forbidden_characters and too_long
 */
export function readText(raw: string, rules: { maxLength: number; isOneLine: boolean }): Entry<string> {
  const text = normalText(rules.isOneLine ? tidyLine(raw) : raw)
  if (hasOverrides(text)) return { problem: 'forbidden_characters' }
  const length = lengthOf(text)
  if (length > rules.maxLength) return { problem: 'too_long', values: { max: rules.maxLength, length } }
  return { value: text === '' ? null : text }
}

/** The three fields of a date, as typed. */
type DateParts = { readonly day: string; readonly month: string; readonly year: string }

/**
 * Reads a date of the Gregorian calendar from three fields, in Western, Arabic-Indic or Persian digits.
 * A year has four digits and lies between 1800 and 2199: `26` and the Hijri 1448 are asked again, not guessed.
 * @returns ISO 8601 (`2026-02-28`), null when all three are empty; the problem is not_a_date
 */
export function readDate(parts: DateParts): Entry<string> {
  const [day, month, year] = [digitsOf(parts.day), digitsOf(parts.month), digitsOf(parts.year)]
  if (day === '' && month === '' && year === '') return { value: null }
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^(18|19|20|21)\d\d$/.test(year)) {
    return { problem: 'not_a_date' }
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return isReal ? { value: date.toISOString().slice(0, 10) } : { problem: 'not_a_date' }
}

function digitsOf(raw: string): string {
  return westernDigits(raw).replace(/[\s\p{Cf}]/gu, '')
}

/** The three fields of an ISO date, without leading zeros; `readDate` reads them back. */
export function dateEntry(iso: string): DateParts {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/**
 * Reads a link by its form only; nothing is fetched. Kept as typed, so that an Arabic address stays readable.
 * @returns null for an empty entry; the problem is not_a_link: not http or https, spaces inside, a name and password,
 *   over 2,000 characters
 */
export function readLink(raw: string): Entry<string> {
  const text = normalText(tidyLine(raw))
  if (text === '') return { value: null }
  const isPlain = /^https?:\/\/[^\s<>"\\^`{|}]+$/iu.test(text) && !/[\p{Cf}\p{Cc}]/u.test(text)
  if (!isPlain || text.length > LINK_MAX || !URL.canParse(text)) return { problem: 'not_a_link' }
  const { hostname, username, password } = new URL(text)
  const isAddress = /[^.]\.[^.]/.test(hostname) || hostname.startsWith('[')
  return isAddress && username === '' && password === '' ? { value: text } : { problem: 'not_a_link' }
}
