// Recovery codes on their way from the form that made them to the page that shows them once: in a cookie of this browser,
// encrypted, for ten minutes, taken away by the page that reads it.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { cookiePrefix } from '../../auth/parts.ts'
import { cookieOf } from '../../auth/request-headers.ts'
import type { Config } from '../../config.ts'

/** Seconds. */
const LASTS = 600

type Secrets = Pick<Config, 'secret' | 'isSecure'>
type Handed = { readonly codes: readonly string[]; readonly until: number }

const nameOf = (config: Secrets) => `${cookiePrefix(config)}.codes`
const keyOf = ({ secret }: Secrets) => Buffer.from(hkdfSync('sha256', secret, '', 'recovery codes shown once', 32))
const flags = ({ isSecure }: Secrets) => `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`

/** `Set-Cookie` that hands the codes on, to this account only. */
export function handOver(config: Secrets, owner: string, codes: readonly string[], now: Date): string {
  const handed: Handed = { codes, until: now.getTime() + LASTS * 1000 }
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(config), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(handed)), cipher.final()])
  const value = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  return `${nameOf(config)}=${value}; Max-Age=${LASTS}; ${flags(config)}`
}

/** The codes that were handed on; null when there are none, or they are somebody else's, or too old. */
export function takeOver(config: Secrets, owner: string, headers: Headers, now: Date): readonly string[] | null {
  const sealed = Buffer.from(cookieOf(headers, nameOf(config)) ?? '', 'base64url')
  if (sealed.length < 30 || sealed.length > 2000) return null
  try {
    const opener = createDecipheriv('aes-256-gcm', keyOf(config), sealed.subarray(0, 12))
    opener.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(12, 28))
    const plain = Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString()
    const { codes, until } = JSON.parse(plain) as Handed
    return until > now.getTime() ? codes : null
  } catch {
    // Not sealed by us, or for another account.
    return null
  }
}

/** `Set-Cookie` that takes them away again. */
export const takenAway = (config: Secrets): string => `${nameOf(config)}=; Max-Age=0; ${flags(config)}`
