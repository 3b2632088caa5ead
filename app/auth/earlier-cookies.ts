// While two secrets hold, cookies that the earlier one signed are signed anew on their way in: behind the door, everybody
// knows one secret only.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from './secrets.ts'

/** What signs a cookie's value: HMAC-SHA-256 in base64, behind a dot. */
const signatureOf = (secret: string, value: string) => createHmac('sha256', secret).update(value).digest('base64')
const LONGEST = 600

/**
 * The `Cookie` header with every value of the earlier secret under the present one.
 * @returns the header as it came where there is no earlier secret, or nothing of it
 */
export function renewCookies(header: string | undefined, { secret, previousSecret }: Secrets): string | undefined {
  if (!header || previousSecret === null) return header
  return header
    .split(';')
    .map((part) => renewed(part, secret, previousSecret))
    .join(';')
}

function renewed(part: string, secret: string, previous: string): string {
  const [, name = '', sent = ''] = /^(\s*[^=]+=)(.*)$/.exec(part) ?? []
  const value = decoded(sent)
  const dot = value.lastIndexOf('.')
  if (dot < 1 || value.length > LONGEST) return part
  const text = value.slice(0, dot)
  const [given, expected] = [Buffer.from(value.slice(dot + 1)), Buffer.from(signatureOf(previous, text))]
  const isEarlier = given.length === expected.length && timingSafeEqual(given, expected)
  return isEarlier ? `${name}${encodeURIComponent(`${text}.${signatureOf(secret, text)}`)}` : part
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
