// The pages that every such system owes: there for strangers, in three languages, valid, and silent about nobody.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../support/server.ts'
import { invalidIn } from '../support/valid.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { CONTACT: 'team@tour.example.org' } })
})
afterAll(() => server.stop())

const PAGES = ['/help', '/accessibility', '/privacy', '/who-sees-what', '/nowhere', '/sign-in/again']
const TITLES = { en: /– Tour de Table$/, fr: /– Tour de Table$/, ar: /– Tour de Table$/ }

for (const path of PAGES) {
  for (const language of Object.keys(TITLES) as (keyof typeof TITLES)[]) {
    test(`${path} in ${language} is a valid page with one heading, and says nothing in another language`, async () => {
      const page = await (await server.get(path, { 'accept-language': language })).text()
      expect(await invalidIn(page)).toEqual([])
      expect(page.match(/<h1[ >]/g)).toHaveLength(1)
      expect(/<title>([^<]*)<\/title>/.exec(page)?.[1]).toMatch(TITLES[language])
      const main = /<main[\s\S]*<\/main>/.exec(page)?.[0].replace(/<[^>]*>/g, ' ') ?? ''
      // A key that nobody put into words would show as itself.
      expect(main).not.toMatch(/\b(?:pages|problems|common):|\b[a-z_]+\.[a-z_]+\.[a-z_]+\b(?<!example\.org)/)
      if (language === 'ar') expect(main).toMatch(/[\u0600-\u06ff]{3}/)
    })
  }
}

test('a refusal of the guard is a valid page, in one language or in all three', async () => {
  const heard = await server.post('/language', {}, { origin: 'http://evil.example' })
  expect(await invalidIn(await heard.text())).toEqual([])
  const unheard = await server.raw('hello\r\n\r\n')
  expect(await invalidIn(unheard.split('\r\n\r\n').slice(1).join('\r\n\r\n'))).toEqual([])
  expect(unheard).toMatch(/lang="fr"/)
})

test('the address for help is a link', async () => {
  expect(await (await server.get('/help')).text()).toContain('href="mailto:team@tour.example.org"')
})

test('a form whose session has ended waits, with all that was typed, until one has signed in again', async () => {
  const typed = { 'c5.owner': 'Ministère <b>&', 'c5.owner~revision': '3', act: 'save' }
  const sent = await server.post('/answer/needs/c', typed)
  expect([sent.status, sent.headers.get('location')]).toEqual([307, '/sign-in/again?returnTo=%2Fanswer%2Fneeds%2Fc'])
  const waits = await server.post('/sign-in/again?returnTo=%2Fanswer%2Fneeds%2Fc', typed)
  const page = await waits.text()
  expect(waits.status).toBe(401)
  expect(page).toMatch(/c5\.owner" value="Ministère &lt;b&gt;&amp;"/)
  expect(page).toMatch(/c5\.owner~revision" value="3"/)
  expect(await invalidIn(page)).toEqual([])
})
