// What a browser is given to keep where people sign in over https: each cookie, its fence, and how long it lasts.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anHolder, type Holder } from '../../support/account-holders.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { codeOf, PASSWORD } from '../../support/signing.ts'

const HOST = 'tour.example.org'
/** Seconds. */
const [MINUTE, HOUR, YEAR] = [60, 3600, 31_536_000]

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { ORIGIN: `https://${HOST}`, LISTEN: '127.0.0.1' } })
})
afterAll(() => server?.stop())

/** A browser behind the proxy that speaks https: it keeps every `Set-Cookie` it has seen, and sends cookies back. */
function aBrowser() {
  const lines: string[] = []
  const jar = new Map<string, string>()
  const ask = (path: string, fields?: Record<string, string>) =>
    new Promise<{ status: number; location: string; html: string }>((resolve, reject) => {
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
      const body = fields && new URLSearchParams(fields).toString()
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${body?.length}` }
      const headers = { host: HOST, cookie, ...(body === undefined ? {} : { origin: `https://${HOST}`, ...form }) }
      const method = body === undefined ? 'GET' : 'POST'
      const sent = request({ port: server.port, path, method, headers }, async (answer) => {
        let html = ''
        for await (const chunk of answer.setEncoding('utf8')) html += chunk
        for (const line of answer.headers['set-cookie'] ?? []) {
          lines.push(line)
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          if (/max-age=0(?:;|$)/i.test(line)) jar.delete(name)
          else jar.set(name, value)
        }
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', html })
      })
      sent.on('error', reject).end(body)
    })
  return { lines, jar, ask }
}
type Browser = ReturnType<typeof aBrowser>

const enter = (browser: Browser, { email }: Holder) =>
  browser.ask('/sign-in', { email, password: PASSWORD, code: '', returnTo: '/account' })

/** Signs in, sets up an app, shows the codes, signs out, asks for a passkey, and comes back by the second step. */
async function theWholeWay(): Promise<Browser> {
  const amal = await anHolder(server, 'Amal Haddad')
  const browser = aBrowser()
  expect((await enter(browser, amal)).status).toBe(303)
  await browser.ask('/account/second-factor', { act: 'begin', password: PASSWORD, returnTo: '/account' })
  const { html } = await browser.ask('/account/second-factor')
  const secret = /<b class="seal">([A-Z2-7 ]+)<\/b>/.exec(html)?.[1]?.replaceAll(' ', '') ?? ''
  const proved = await browser.ask('/account/second-factor', {
    act: 'prove',
    code: codeOf(secret),
    returnTo: '/account',
  })
  await browser.ask(proved.location)
  await browser.ask('/language', { language: 'fr', returnTo: '/account' })
  await browser.ask('/sign-out', {})
  await browser.ask('/sign-in/passkey', {})
  expect((await enter(browser, amal)).location).toMatch(/^\/sign-in\/code/)
  expect((await browser.ask('/sign-in/code', { code: codeOf(secret, 1), returnTo: '/account' })).status).toBe(303)
  return browser
}

/** Name and seconds of every cookie that was set, the longest first; those that were taken away left out. */
function lifetimes(lines: readonly string[]): Record<string, number> {
  const pairs = lines.map((line) => [line.split('=')[0] ?? '', Number(/max-age=(\d+)/i.exec(line)?.[1] ?? Number.NaN)])
  return Object.fromEntries(pairs.filter(([, seconds]) => seconds !== 0))
}

test('every cookie is secure, of this host only, out of reach of scripts and of other sites', async () => {
  const { lines } = await theWholeWay()
  expect(lines.length).toBeGreaterThan(8)
  for (const line of lines) {
    expect(line).toMatch(/^__Host-house\.|^language=/)
    for (const fence of [/; Secure(;|$)/i, /; HttpOnly(;|$)/i, /; SameSite=(Lax|Strict)(;|$)/i, /; Path=\/(;|$)/i]) {
      expect(line).toMatch(fence)
    }
    expect(line).not.toMatch(/; Domain=/i)
  }
})

test('each lasts as long as it is needed, and no longer', async () => {
  const { lines } = await theWholeWay()
  expect(lifetimes(lines)).toEqual({
    '__Host-house.session_token': 12 * HOUR,
    '__Host-house.two_factor': 10 * MINUTE,
    '__Host-house.passkey': 5 * MINUTE,
    '__Host-house.codes': 10 * MINUTE,
    '__Host-house.browser': YEAR,
    language: YEAR,
  })
})

test('signing out takes the session away, in the browser and behind it', async () => {
  const browser = await theWholeWay()
  const stolen = aBrowser()
  for (const [name, value] of browser.jar) stolen.jar.set(name, value)
  expect((await stolen.ask('/account')).status).toBe(200)
  await browser.ask('/sign-out', {})
  expect([...browser.jar.keys()].toSorted()).toEqual(['__Host-house.browser', '__Host-house.passkey', 'language'])
  expect((await stolen.ask('/account')).status).toBe(303)
})

test('on http, where nothing can be secure, they have another name: neither is taken for the other', async () => {
  const amal = await anHolder(server, 'Amal Haddad')
  const browser = aBrowser()
  await enter(browser, amal)
  const session = browser.jar.get('__Host-house.session_token') ?? ''
  expect(session).not.toBe('')
  browser.jar.clear()
  browser.jar.set('house.session_token', session)
  expect((await browser.ask('/account')).status).toBe(303)
})
