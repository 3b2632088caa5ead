// Which passwords are too easy. Length decides first; then everything that guessing programs try is taken out of it, and
// what is left has to be enough. No rules about capital letters and signs: they make passwords worse.
import { COMMON_PHRASES, COMMON_WORDS, OWN_WORDS } from './common-words.ts'

export const PASSWORD_LENGTH = { least: 15, most: 200 } as const

/** `short`, `long`: characters. `repeated`: few different ones. `common`: words and runs that are tried first. `personal`. */
export type PasswordProblem = 'short' | 'long' | 'repeated' | 'common' | 'personal'
/** What whoever knows the person would try: name, address, country. */
export type Owner = { readonly names: readonly string[] }

/** Units of guessing that have to be left: a letter of no known word is one, a common word two, a run or a year one. */
const ENOUGH = 8

/** @returns why a password cannot be used; null when it can */
export function judgePassword(password: string, owner: Owner): PasswordProblem | null {
  const length = [...password.normalize('NFC')].length
  if (length < PASSWORD_LENGTH.least) return 'short'
  if (length > PASSWORD_LENGTH.most) return 'long'
  const plain = plainOf(password)
  if (new Set(plain).size < 6) return 'repeated'
  const once = withoutRepeats(plain)
  if (once.length <= plain.length / 2 && unitsOf(once, []) < ENOUGH) return 'repeated'
  if (unitsOf(once, []) < ENOUGH) return 'common'
  const own = owner.names.flatMap(piecesOf)
  return unitsOf(once, own) < ENOUGH ? 'personal' : null
}

const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', '€': 'e', '!': 'i', '|': 'l', '+': 't' }
const LOOKALIKE_DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** Small letters and digits only: accents, vowel signs, spaces and signs do not make a word another one. */
function plainOf(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0640\p{M}]/gu, '')
  const spelled = letters.replace(/[@$€!|+]/g, (sign) => LOOKALIKES[sign] ?? sign)
  return spelled
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** `abcabcabc` is `abc`: whatever is said twice in a row is said once. */
function withoutRepeats(text: string): string {
  return text.replace(/(.{2,}?)\1+/gu, '$1').replace(/(.)\1{2,}/gu, '$1')
}

const piecesOf = (name: string) =>
  [name, ...name.split(/[^\p{L}\p{N}]+/u)].map(plainOf).filter((piece) => piece.length >= 3)

/** Rows of keyboards, the alphabet and the digits, in both directions. */
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'qazwsxedcrfvtgbyhn',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
const SHORTEST_RUN = 4

/** How much of a plain text is no word, no run and no date. @param own words worth nothing, for this person */
function unitsOf(plain: string, own: readonly string[]): number {
  const known = [...own, ...OWN_WORDS]
  const seen = new Set<string>()
  let units = 0
  let at = 0
  while (at < plain.length) {
    const { length, worth } = pieceAt(plain, at, known)
    const piece = plain.slice(at, at + length)
    // Said again, a piece says nothing new.
    if (!seen.has(piece) || length === 1) units += worth
    seen.add(piece)
    at += length
  }
  return units
}

type Piece = { readonly length: number; readonly worth: number }

function pieceAt(plain: string, at: number, known: readonly string[]): Piece {
  const rest = plain.slice(at)
  const readings = [rest, rest.replace(/[013457]/g, (digit) => LOOKALIKE_DIGITS[digit] ?? digit)]
  const run = runAt(rest)
  const phrase = PHRASES.find((one) => rest.startsWith(one))
  const own = longest(known.filter((word) => readings.some((reading) => reading.startsWith(word))))
  const common = longestWord(readings)
  const digits = /^\d+/.exec(rest)?.[0].length ?? 0
  const pieces: Piece[] = [
    { length: phrase?.length ?? 0, worth: 2 },
    { length: own, worth: 0 },
    { length: run, worth: 1 },
    { length: common, worth: 2 },
    // A year, a birthday, a door code: any row of digits up to eight is one thing to try.
    { length: Math.min(digits, 8), worth: digits > 4 ? 2 : 1 },
  ]
  const best = pieces.reduce((one, other) => (other.length > one.length ? other : one))
  return best.length > 1 ? best : { length: 1, worth: 1 }
}

const PHRASES = COMMON_PHRASES.map(plainOf)
const LONGEST_WORD = Math.max(...[...COMMON_WORDS].map((word) => word.length))

function longestWord(readings: readonly string[]): number {
  for (let length = Math.min(LONGEST_WORD, readings[0]?.length ?? 0); length >= 2; length -= 1) {
    if (readings.some((reading) => COMMON_WORDS.has(reading.slice(0, length)))) return length
  }
  return 0
}

const longest = (found: readonly string[]) => Math.max(0, ...found.map((word) => word.length))

/** How long the text follows a row of keys. */
function runAt(text: string): number {
  const starts = RUNS.flatMap((row) => {
    const from = row.indexOf(text.slice(0, SHORTEST_RUN))
    if (text.length < SHORTEST_RUN || from < 0) return []
    let length = SHORTEST_RUN
    while (length < text.length && row[from + length] === text[length]) length += 1
    return [length]
  })
  return Math.max(0, ...starts)
}
