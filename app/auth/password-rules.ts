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
  if (once.length <= plain.length / 2 && once.length < PASSWORD_LENGTH.least) return 'repeated'
  // Both readings: `banana` loses its sense when its repeats are taken out, `abcabc` only then has one.
  const units = (own: readonly string[]) => Math.min(unitsOf(plain, own), unitsOf(once, own))
  if (units([]) < ENOUGH) return 'common'
  return units(owner.names.flatMap(piecesOf)) < ENOUGH ? 'personal' : null
}

const LOOKALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', '€': 'e', '!': 'i', '|': 'l', '+': 't' }
const LOOKALIKE_DIGITS: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** Small letters and digits only: accents, vowel signs, spaces and signs do not make a word another one. */
function plainOf(text: string): string {
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0640\p{M}]/gu, '')
  // Signs in a row, or at the end, are ornaments; one alone may stand for a letter.
  const bare = letters.replace(/([^\p{L}\p{N}])\1+|[^\p{L}\p{N}]+$/gu, '')
  const spelled = bare.replace(/[@$€!|+]/g, (sign) => LOOKALIKES[sign] ?? sign)
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

type Piece = { readonly length: number; readonly worth: number }

const PLAIN_WORDS: ReadonlySet<string> = new Set([...COMMON_WORDS].map(plainOf))
const PHRASES = COMMON_PHRASES.map(plainOf)
const LONGEST_WORD = Math.max(...[...PLAIN_WORDS].map((word) => word.length))

/**
 * How much guessing a plain text takes, read in the way that makes it easiest: as words, runs and dates where it can be.
 * @param own words worth nothing, for this person
 */
function unitsOf(plain: string, own: readonly string[]): number {
  const known = [...own, ...OWN_WORDS]
  // From the end: what the text from here on is worth at least.
  const least = new Array<number>(plain.length + 1).fill(0)
  for (let at = plain.length - 1; at >= 0; at -= 1) {
    const readings = piecesAt(plain.slice(at), known).map(({ length, worth }) => worth + (least[at + length] ?? 0))
    least[at] = Math.min(1 + (least[at + 1] ?? 0), ...readings)
  }
  return least[0] ?? 0
}

/** What the text may begin with. */
function piecesAt(rest: string, known: readonly string[]): Piece[] {
  const spelled = rest.replace(/[013457]/g, (digit) => LOOKALIKE_DIGITS[digit] ?? digit)
  const startsWith = (word: string) => rest.startsWith(word) || spelled.startsWith(word)
  const words = Array.from({ length: LONGEST_WORD - 1 }, (_, place) => place + 2).filter(
    (length) => PLAIN_WORDS.has(rest.slice(0, length)) || PLAIN_WORDS.has(spelled.slice(0, length)),
  )
  // A year, a birthday, a door code: a row of digits up to eight is one thing to try.
  const digits = Math.min(8, /^\d+/.exec(rest)?.[0].length ?? 0)
  return [
    ...PHRASES.filter(startsWith).map(({ length }) => ({ length, worth: 2 })),
    ...known.filter(startsWith).map(({ length }) => ({ length, worth: 0 })),
    ...words.filter((length) => length <= rest.length).map((length) => ({ length, worth: 2 })),
    ...lengths(SHORTEST_RUN, runAt(rest)).map((length) => ({ length, worth: 1 })),
    ...lengths(2, digits).map((length) => ({ length, worth: length > 4 ? 2 : 1 })),
  ]
}

const lengths = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, place) => from + place)

/** How long the text follows a row of keys. */
function runAt(text: string): number {
  if (text.length < SHORTEST_RUN) return 0
  const found = RUNS.map((row) => {
    const from = row.indexOf(text.slice(0, SHORTEST_RUN))
    if (from < 0) return 0
    let length = SHORTEST_RUN
    while (length < text.length && row[from + length] === text[length]) length += 1
    return length
  })
  return Math.max(...found)
}
