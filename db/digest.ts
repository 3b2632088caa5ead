// Fingerprints of values: SHA-256 over canonical JSON, in lower-case hex.
import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#surveys/definition/sealing.ts'

/** SHA-256 of a text (as UTF-8) or of bytes, 64 lower-case hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * The digest of a plain value, the same whatever the order of its keys.
 * @param salt a secret of the value's owner, where the value could otherwise be guessed
 */
export function digestOf(value: unknown, salt = ''): string {
  return sha256(salt + canonicalJson(value))
}

/** 256 random bits as hex. */
export function randomSecret(): string {
  return randomBytes(32).toString('hex')
}
