// Every page, in English and in Arabic, on a desk and on a phone: axe finds nothing, nothing scrolls sideways, nothing leaves the house.
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { PAGES } from '../support/pages.ts'
import { enter, signIn, stranger } from '../support/people.ts'
import { filled, type Places, placesOf } from '../support/places.ts'
import type { TestServer } from '../support/server.ts'
import { look } from './walk.ts'

let server: TestServer
let places: Places
let browser: Browser
const profiles = new Map<string, Promise<BrowserContext>>()

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
  places = await placesOf(server)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** One profile for each person and language. */
function profileOf(person: string, language: 'en' | 'ar'): Promise<BrowserContext> {
  const key = `${person} ${language}`
  const made = profiles.get(key) ?? openFor(person, language)
  profiles.set(key, made)
  return made
}

async function openFor(person: string, language: 'en' | 'ar'): Promise<BrowserContext> {
  const context = await openProfile(browser, { origin: server.origin, language })
  const visitor = person === 'anonymous' ? stranger(server, language) : await signIn(server, person, language)
  await enter(context, server, visitor)
  return context
}

for (const language of ['en', 'ar'] as const) {
  test.concurrent.each(PAGES)(`$title in ${language}`, async (seen) => {
    const context = await profileOf(seen.person, language)
    const page = { ...seen, path: filled(seen.path, places) }
    expect(await look({ context, origin: server.origin, language }, page)).toEqual([])
  })
}
