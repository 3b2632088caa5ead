// What a request may send: from our own pages only, in a form we read, as long as it says, and not too long.
import type { Asked } from './address.ts'
import { limitsOf } from './limits.ts'

const BOUNDARY = /^multipart\/form-data\s*;\s*boundary=(?:"[\w'()+,./:=? -]{1,70}"|[\w'+./-]{1,70})$/i

/** @returns the status to refuse with; null when what is sent may be read */
export function refuseSending(asked: Asked, origin: string): number | null {
  const { method, headers } = asked
  const hasBody = headers['transfer-encoding'] !== undefined || Number(String(headers['content-length'] ?? 0)) > 0
  if (method !== 'POST') return hasBody ? 400 : null
  if (!provesOrigin(asked, origin)) return 403
  return refuseLength(asked) ?? refuseType(asked)
}

/**
 * A form must come from our own page: `Sec-Fetch-Site`, where the browser sends it, and `Origin`, both have to say so.
 * One of them has to be there. Together with SameSite cookies this is the protection against forged forms.
 */
function provesOrigin({ headers }: Asked, own: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin !== undefined && origin !== own) return false
  return site !== undefined || origin !== undefined
}

function refuseLength({ headers, target }: Asked): number | null {
  const length = headers['content-length']
  if (headers['transfer-encoding'] !== undefined || length === undefined) return 411
  if (typeof length !== 'string' || !/^\d{1,15}$/.test(length)) return 400
  return Number(length) > limitsOf(pathOf(target)).bytes ? 413 : null
}

function refuseType({ headers, target }: Asked): number | null {
  const type = String(headers['content-type'] ?? '').trim()
  if (headers['content-encoding'] !== undefined) return 415
  if (/^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?$/i.test(type)) return null
  if (/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(type)) return limitsOf(pathOf(target)).json ? null : 415
  return BOUNDARY.test(type) ? null : 415
}

const pathOf = (target: string) => target.split('?', 1)[0] ?? '/'
