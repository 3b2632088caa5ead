// Numbers as people of three languages type them. A doubtful entry is refused: a wrong guess would be wrong a
// thousandfold.
import { westernDigits } from './characters.ts'
import type { Entry } from './entries.ts'

/** More digits than this a number cannot keep exactly. */
const MAX_DIGITS = 15
const MARKS = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g
const MINUS = /^[\u2010-\u2013\u2212\ufe63\uff0d]/
const SPACES = /[\s'\u2019\u02bc]+/g
/**
 * After this the text knows digits, `_` (thousands for certain), `#` (decimals for certain), and the doubtful `,` and
 * `.`
 */
const THOUSANDS = '_'
const DECIMAL = '#'

/**
 * How a language reads one separator before exactly three digits (`1,500`); what is not named is doubtful and
 * refused.
 */
const READS: Readonly<Record<string, Readonly<Record<string, 'thousands' | 'decimal'>>>> = {
  en: { ',': 'thousands', '.': 'decimal' },
  fr: { ',': 'decimal' },
  ar: { '.': 'decimal' },
}

type Parts = { readonly whole: string; readonly fraction: string; readonly isDoubtful: boolean }

/**
 * Reads a number: Western, Arabic-Indic, Persian or full-width digits, `٫` or `.` or `,` before decimals, thousands
 * in groups of three
 * by spaces, `٬`, apostrophes, `,` or `.`.
 * @param decimals how many decimals the question allows; zeros beyond it are ignored, unless they may have meant
 *   thousands (`2.000`)
 * @param language decides between 1500 and 1.5 for `1,500`: English reads thousands, French decimals, Arabic refuses
 * @returns a value of null for an empty entry; the problems are not_a_number, too_many_decimals, too_large (more than
 *   15 digits)
 */
export function readNumber(raw: string, rules: { decimals: number; language: string }): Entry<number> {
  const text = canonical(raw)
  if (text === '') return { value: null }
  const sign = text.startsWith('-') ? -1 : 1
  const parts = split(text.replace(/^[+-]_?/, ''), rules.language)
  if (!parts) return { problem: 'not_a_number' }
  const fraction = parts.fraction.replace(/0+$/, '')
  const isTooFine = parts.isDoubtful ? parts.fraction.length > rules.decimals : fraction.length > rules.decimals
  if (isTooFine) return { problem: 'too_many_decimals', values: { decimals: rules.decimals } }
  const whole = parts.whole.replace(/^0+(?=\d)/, '')
  if (whole.length + fraction.length > MAX_DIGITS)
    return { problem: 'too_large', values: { max: 10 ** MAX_DIGITS - 1 } }
  const size = Number(`${whole}.${fraction || '0'}`)
  return { value: size === 0 ? 0 : sign * size }
}

function canonical(raw: string): string {
  return westernDigits(raw)
    .replace(MARKS, '')
    .trim()
    .replace(MINUS, '-')
    .replace(/[_#]/g, 'x')
    .replace(/\u066b/g, DECIMAL)
    .replace(/[\u060c\uff0c]/g, ',')
    .replace(/\uff0e/g, '.')
    .replace(SPACES, THOUSANDS)
    .replace(/\u066c/g, THOUSANDS)
}

/** The digits before and after the decimal separator, thousands taken out; undefined when this is no number. */
function split(text: string, language: string): Parts | undefined {
  const separator = decimalSeparator(text, language)
  if (separator === undefined) return undefined
  const [before = '', fraction = '', ...more] = separator === '' ? [text] : text.split(separator)
  const whole = ungrouped(before === '' && fraction !== '' ? '0' : before)
  if (more.length > 0 || whole === undefined || !/^\d*$/.test(fraction)) return undefined
  if (separator !== '' && fraction === '') return undefined
  return { whole, fraction, isDoubtful: isDoubtful(text) }
}

/** `1,500`: thousands in one language, decimals in another. */
function isDoubtful(text: string): boolean {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)
}

/** The character before the decimals, '' when there are none, undefined when it cannot be told. */
function decimalSeparator(text: string, language: string): string | undefined {
  if (text.includes(DECIMAL)) return DECIMAL
  const kinds = [...new Set(text.match(/[.,]/g) ?? [])]
  const last = text.match(/[.,](?=[^.,]*$)/)?.[0]
  if (last === undefined) return ''
  if (kinds.length === 2) return last
  if (text.indexOf(last) !== text.lastIndexOf(last)) return ''
  if (!isDoubtful(text)) return last
  const reading = READS[language]?.[last]
  if (reading === undefined) return undefined
  return reading === 'decimal' ? last : ''
}

function ungrouped(whole: string): string | undefined {
  if (/^\d+$/.test(whole)) return whole
  const separator = whole.match(/[_.,]/)?.[0]
  if (separator === undefined) return undefined
  const [first = '', ...groups] = whole.split(separator)
  const isGrouped = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group))
  return isGrouped ? [first, ...groups].join('') : undefined
}

/**
 * A number as it stands in its field again: no thousands, the language's decimal separator; `readNumber` reads it
 * back to the same value.
 * @param decimals as many as the question allows
 */
export function numberEntry(value: number, rules: { decimals: number; language: string }): string {
  const text = value.toFixed(Math.min(rules.decimals, MAX_DIGITS))
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return rules.language === 'fr' ? short.replace('.', ',') : short
}
