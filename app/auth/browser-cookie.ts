// A browser that has signed an account in before carries a mark. It opens nothing: it only keeps strangers' failures from
// slowing down the person they are aimed at (OWASP, "Slow down online guessing attacks with device cookies").
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'
import { cookiePrefix } from './parts.ts'
import { cookieOf } from './request-headers.ts'

type Secrets = Pick<Config, 'secret' | 'isSecure'>

/** Seconds: a year. */
const LASTS = 31_536_000

const nameOf = (config: Secrets) => `${cookiePrefix(config)}.browser`

const digest = (secret: string, text: string) =>
  createHmac('sha256', secret).update(`browser\n${text}`).digest('base64url')

/** `Set-Cookie` that lets this browser be known as one from which the address has signed in. */
export function browserCookie(config: Secrets, email: string): string {
  const nonce = randomBytes(12).toString('base64url')
  const value = `${nonce}.${digest(config.secret, `${email.toLowerCase()}\n${nonce}`)}`
  const flags = `Path=/; Max-Age=${LASTS}; HttpOnly; SameSite=Lax${config.isSecure ? '; Secure' : ''}`
  return `${nameOf(config)}=${value}; ${flags}`
}

/** The name of the browser, when this address has signed in from it before; undefined for any other. */
export function knownBrowser(config: Secrets, headers: Headers, email: string): string | undefined {
  const [nonce = '', signature = ''] = (cookieOf(headers, nameOf(config)) ?? '').split('.')
  const expected = Buffer.from(digest(config.secret, `${email.toLowerCase()}\n${nonce}`))
  const given = Buffer.from(signature)
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected)
  return isOurs ? nonce : undefined
}
