// What better-auth is told about a request: its cookies, its browser, and the address our guard believes.

/** Set by us only; what a client sends under this name is never looked at. */
export const CLIENT_ADDRESS = 'x-house-client-address'

export type Asker = { readonly headers: Headers; readonly ip: string }

export function headersFor({ headers, ip }: Asker): Headers {
  const told = new Headers({ [CLIENT_ADDRESS]: ip })
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name)
    if (value) told.set(name, value)
  }
  return told
}

/** The cookie of a name as it was sent, decoded; undefined when there is none. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return undefined
    }
  }
  return undefined
}
