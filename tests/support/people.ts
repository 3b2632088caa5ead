// The people of the demonstration, signed in: over HTTP with a jar of cookies, or in a browser profile of their own.
import type { BrowserContext } from 'playwright-core'
import { PEOPLE } from '#db/demonstration/people.ts'
import type { TestServer } from './server.ts'

/** Somebody who asks the server for things. `key` as in the demonstration: `head.xa`, `officer`; or `anonymous`. */
export type Visitor = {
  readonly key: string
  readonly name: string
  /** by name; changes with every answer that sets one */
  readonly cookies: ReadonlyMap<string, string>
  /** like fetch, with the cookies, redirects not followed */
  ask(path: string, init?: RequestInit): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** sends a form as our own page would */
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Response>
  /** follows redirects, as a browser does. @returns the page and where it is */
  open(path: string): Promise<Page>
}
type Fields = Record<string, string> | URLSearchParams | [string, string][]
export type Page = { readonly path: string; readonly status: number; readonly html: string }

/** Somebody without an account. */
export function stranger(server: TestServer, language?: 'en' | 'fr' | 'ar'): Visitor {
  return visitor(server, { key: 'anonymous', name: '', language })
}

/** Signs a demonstration person in by the one click of /demo. @throws when nobody has this key, or the click fails */
export async function signIn(server: TestServer, key: string, language?: 'en' | 'fr' | 'ar'): Promise<Visitor> {
  const person = PEOPLE.find((one) => one.key === key)
  if (!person) throw new Error(`Nobody in the demonstration is called ${key}.`)
  const signed = visitor(server, { ...person, language })
  const page = await (await signed.get('/demo')).text()
  const account = new RegExp(`<bdi>${person.name}</bdi>.*?name="account" value="([^"]+)"`, 's').exec(page)?.[1]
  if (!account) throw new Error(`/demo does not offer ${person.name}.`)
  const answer = await signed.post('/demo', { account, returnTo: '/account' })
  if (answer.status !== 303) throw new Error(`Signing ${key} in answered ${answer.status}.`)
  return signed
}

/** Puts the session of somebody into a browser profile. */
export async function enter(context: BrowserContext, server: TestServer, { cookies }: Visitor): Promise<void> {
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: server.origin })))
}

type Somebody = Pick<Visitor, 'key' | 'name'> & { readonly language?: 'en' | 'fr' | 'ar' | undefined }

function visitor(server: TestServer, { key, name, language }: Somebody): Visitor {
  const cookies = new Map<string, string>(language ? [['language', language]] : [])
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; '))
    const answer = await fetch(`http://localhost:${server.port}${path}`, { redirect: 'manual', ...init, headers })
    for (const cookie of answer.headers.getSetCookie()) keepCookie(cookies, cookie)
    return answer
  }
  const get = (path: string, headers = {}) => ask(path, { headers })
  return {
    key,
    name,
    cookies,
    ask,
    get,
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: server.origin, ...headers },
      }),
    open: (path) => follow(get, path),
  }
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (name === undefined || value === undefined) return
  if (/;\s*max-age=0\b/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

async function follow(get: Visitor['get'], path: string): Promise<Page> {
  let at = path
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await get(at)
    const to = answer.headers.get('location')
    if (!to) return { path: at, status: answer.status, html: await answer.text() }
    at = new URL(to, 'http://localhost').pathname + new URL(to, 'http://localhost').search
    await answer.body?.cancel()
  }
  throw new Error(`${path} leads round in circles.`)
}
