// Which thirty seconds a code belongs to, so that none is accepted twice: better-auth says only whether a code fits.
import { createHmac } from 'node:crypto'
import { findTotpSecret, takeTotpStep } from '#db/second-factors.ts'
import { westernDigits } from '#surveys/answering/characters.ts'
import type { AuthParts } from './parts.ts'

/** Milliseconds. */
const STEP = 30_000
const DIGITS = 6

/** Six digits, in whatever script and spacing they were typed; null when it is no such code. */
export function readTotp(typed: string): string | null {
  const digits = westernDigits(typed.slice(0, 60)).replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** The code of a step (RFC 4226, RFC 6238: HMAC-SHA-1, six digits). @param secret as better-auth keeps it: a text */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS).padStart(DIGITS, '0')
}

/**
 * Takes the step of a code that fits now, or half a minute earlier or later. Called before better-auth looks at the code:
 * of two requests with the same code, one gets the step.
 * @returns `taken` this time; `used` before; `none` when the code fits nowhere
 */
export async function takeStepOf(
  parts: AuthParts,
  accountId: string,
  code: string,
): Promise<'taken' | 'used' | 'none'> {
  const sealed = await findTotpSecret(parts.db, accountId)
  if (!sealed) return 'none'
  const secret = await openTotpSecret(parts, sealed)
  // Not the house's clock: better-auth compares with the machine's, and both have to mean the same half minute.
  const now = Math.floor(Date.now() / STEP)
  const step = [now - 1, now, now + 1].find((one) => totpAt(secret, one) === code)
  if (step === undefined) return 'none'
  return (await takeTotpStep(parts.db, { accountId, step })) ? 'taken' : 'used'
}

/** The secret of an app as better-auth keeps it, made readable. */
export async function openTotpSecret({ engine }: AuthParts, sealed: string): Promise<string> {
  const { secretConfig } = await (await engine()).$context
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key: secretConfig, data: sealed })
}

/** What an app reads from a QR code, and the secret in it as people type it. */
export function totpUri(secret: string, email: string): { uri: string; secret: string } {
  const typed = base32(Buffer.from(secret))
  const issuer = 'Tour de Table'
  const parameters = new URLSearchParams({ secret: typed, issuer, digits: String(DIGITS), period: String(STEP / 1000) })
  // Apps show the label as it is: a plus sign would be read as one.
  const query = parameters.toString().replaceAll('+', '%20')
  return { uri: `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${query}`, secret: typed }
}

/** RFC 4648 without padding. */
function base32(bytes: Buffer): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{1,5}/g) ?? []
  return fives.map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}
