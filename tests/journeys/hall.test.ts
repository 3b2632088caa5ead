// The hall: three screens in three languages follow one console; a blank, a lost line, and no scripts at all.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { tooFaint } from '../support/contrast.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import { placesOf } from '../support/places.ts'
import type { TestServer } from '../support/server.ts'

const LANGUAGES = ['en', 'fr', 'ar'] as const
const NEED = {
  en: 'Digital evidence and service providers',
  fr: 'Preuve numérique et fournisseurs de services',
  ar: 'الأدلة الرقمية ومقدمو الخدمات',
}
/** Milliseconds in which a screen has caught up. */
const SOON = 2_000

let server: TestServer
let browser: Browser
let code: string
let desk: Page
const screens = new Map<string, { context: BrowserContext; page: Page }>()

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
  code = (await placesOf(server))('of-demo', 'code')
  for (const language of LANGUAGES) {
    const context = await openProfile(browser, { origin: server.origin, language: 'en' })
    const page = await context.newPage()
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(`/hall/${code}?language=${language}`)
    screens.set(language, { context, page })
  }
  const presiding = await openProfile(browser, { origin: server.origin, language: 'en' })
  await enter(presiding, server, await signIn(server, 'presenter', 'en'))
  desk = await presiding.newPage()
  await desk.goto('/plenary/demo/present')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const screen = (language: string) => screens.get(language) ?? expect.fail(language)
const heading = (language: string) => screen(language).page.locator('h1')
const shows = (language: string, words: string | RegExp) =>
  heading(language).filter({ hasText: words }).waitFor({ timeout: SOON })
const choose = (words: string) => desk.locator('.story button', { hasText: words }).click()

test('all screens show the item within two seconds, each in its language and direction', async () => {
  await choose('Digital evidence')
  await Promise.all(LANGUAGES.map((language) => shows(language, NEED[language])))
  const directions = await Promise.all(
    LANGUAGES.map((language) => screen(language).page.locator('html').getAttribute('dir')),
  )
  expect(directions).toEqual(['ltr', 'ltr', 'rtl'])
  for (const language of LANGUAGES) {
    const { page } = screen(language)
    expect(await page.locator('header').textContent()).toMatch(/(?:Snapshot|Instantané|اللقطة) 1/)
    expect(await axeProblems(page), language).toEqual([])
    expect(await tooFaint(page, 7), language).toEqual([])
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(isWide, language).toBe(false)
  }
})

test('a country sheet has one heading of its own, and nothing that a reader of screens stumbles over', async () => {
  await choose('Country sheet')
  await shows('ar', 'أماريديل')
  const { page } = screen('ar')
  expect(await page.locator('h1').count()).toBe(1)
  expect(await axeProblems(page)).toEqual([])
  expect(await tooFaint(page, 7)).toEqual([])
  await choose('Digital evidence')
  await shows('ar', NEED.ar)
})

test('the keyboard goes forward and blanks; names come on only when they are asked for', async () => {
  const { page } = screen('en')
  expect(await page.locator('main').textContent()).not.toContain('Amaridel')
  await desk.locator('input[value=named]').check()
  await desk.getByRole('button', { name: 'Apply to the screens' }).click()
  await page.locator('.named', { hasText: 'Amaridel' }).waitFor({ timeout: SOON })
  await desk.locator('body').press('PageDown')
  await shows('en', 'Needs to be covered')
  expect(await page.locator('main').textContent()).not.toContain('Amaridel')
  await desk.locator('body').press('b')
  await shows('fr', '5e session')
  await desk.locator('body').press('b')
  await shows('ar', 'الاحتياجات التي تغطيها الآلية')
})

test('a screen without a line keeps its slide, says so after ten seconds, and catches up within two', {
  timeout: 60_000,
}, async () => {
  const { context, page } = screen('fr')
  await context.setOffline(true)
  await choose('Digital evidence')
  await shows('en', NEED.en)
  await page.locator('.lost', { hasText: 'Pas de connexion' }).waitFor({ timeout: 20_000 })
  expect(await heading('fr').textContent()).toBe('Besoins à couvrir par la facilité')
  await context.setOffline(false)
  await shows('fr', NEED.fr)
  await page.locator('.lost').waitFor({ state: 'hidden' })
})

test('a phone types the code; without scripts the page reads itself again', async () => {
  const context = await browser.newContext({
    baseURL: server.origin,
    javaScriptEnabled: false,
    locale: 'fr',
    viewport: { width: 390, height: 800 },
  })
  const page = await context.newPage()
  await page.goto('/hall')
  await page.locator('#code').fill(` ${code.toLowerCase()} `)
  await page.locator('main button.button').click()
  expect(await page.locator('h1').textContent()).toBe(NEED.fr)
  await choose('Conclusions')
  await page.locator('h1', { hasText: 'Conclusions' }).waitFor({ timeout: 8_000 })
  await context.close()
})
