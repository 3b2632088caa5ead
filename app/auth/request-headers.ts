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
  const sent = jarOf(headers).get(name)
  try {
    return sent === undefined ? undefined : decodeURIComponent(sent)
  } catch {
    return undefined
  }
}

/** The request as the browser would send it after an answer with these `Set-Cookie`s. */
export function withCookies(headers: Headers, answer: Headers): Headers {
  const jar = jarOf(headers)
  for (const cookie of answer.getSetCookie()) {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    if (/;\s*max-age=0(?:;|$)/i.test(cookie)) jar.delete(pair.slice(0, at))
    else jar.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return withJar(headers, jar)
}

export function withoutCookie(headers: Headers, name: string): Headers {
  const jar = jarOf(headers)
  jar.delete(name)
  return withJar(headers, jar)
}

function jarOf(headers: Headers): Map<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 ? [[part.slice(0, at).trim(), part.slice(at + 1).trim()] as const] : []
  })
  return new Map(pairs)
}

function withJar(headers: Headers, jar: ReadonlyMap<string, string>): Headers {
  const changed = new Headers(headers)
  changed.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
  return changed
}
