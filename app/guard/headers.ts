// The headers of every answer: pages, data, files, redirects, refusals.
import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'

/** 128 bits, for one answer only. */
export const makeNonce = () => randomBytes(16).toString('base64')

const NOTHING_ALLOWED = [
  'accelerometer',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'usb',
  'xr-spatial-tracking',
]
const PERMISSIONS = NOTHING_ALLOWED.map((feature) => `${feature}=()`).join(', ')

/**
 * Scripts run only with this answer's nonce, styles only from our sheet; a style attribute may carry data.
 * `no-store` holds unless a static file says otherwise: a shared computer keeps nothing.
 */
export function securityHeaders(
  nonce: string,
  { isSecure }: Pick<Config, 'isSecure'>,
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ].join('; '),
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    'X-Content-Type-Options': 'nosniff',
    // Not `no-referrer`: with it browsers send `Origin: null` along with forms, which we could not tell from an attack.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': PERMISSIONS,
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    Vary: 'Cookie',
  }
}
