// Codes that people type: from a letter or a mail, and from the paper on which they keep their recovery codes.
import { createHmac, randomInt } from 'node:crypto'
import { sha256 } from '#db/digest.ts'
import { westernDigits } from '#surveys/answering/characters.ts'
import { type Secrets, slotsOf } from './secrets.ts'

/** Crockford's alphabet: no I, L, O and U, so that nothing can be mistaken or offend. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MISTAKEN: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

const draw = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
const grouped = (code: string, size: number) => (code.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-')

/** Forty bits for five tries, as in `K7QM-2ZTD`. */
export const makeMailCode = (): string => grouped(draw(8), 4)

/** 130 bits each: they can be kept as plain hashes, because nobody can try them all. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => grouped(draw(26), 5))

/** What somebody typed, as it was drawn: hyphens, spaces, small letters and other digits do not matter. */
export function readCode(typed: string): string {
  const plain = westernDigits(typed.slice(0, 100))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  return plain.replace(/[ILO]/g, (letter) => MISTAKEN[letter] ?? letter)
}

/** The digest of a mailed code. It is keyed: forty bits could be tried out by whoever reads the table. */
export function digestMailCode(secret: string, purpose: 'invitation' | 'password', code: string): string {
  return createHmac('sha256', secret)
    .update(`${purpose}\n${readCode(code)}`)
    .digest('hex')
}

/** The digests that a typed code may have while two secrets hold. */
export function digestsOfMailCode(secrets: Secrets, purpose: 'invitation' | 'password', code: string): string[] {
  return slotsOf(secrets).map((secret) => digestMailCode(secret, purpose, code))
}

export const digestRecoveryCode = (code: string): string => sha256(readCode(code))
