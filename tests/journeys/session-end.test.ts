// Five minutes before the end the page says so; one key keeps the session; afterwards it says that it is over.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anHolder, withDatabase } from '../support/account-holders.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { PASSWORD } from '../support/signing.ts'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

/** Somebody signed in, whose browser's clock a test may move. */
async function aPage(): Promise<Page> {
  const amal = await anHolder(server, 'Amal Haddad')
  const context = await openProfile(browser, { origin: server.origin, language: 'en' })
  const page = await context.newPage()
  await page.clock.install()
  await page.goto('/sign-in?returnTo=/account')
  await page.getByLabel('Official e-mail address').fill(amal.email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/account')
  return page
}

const soon = (page: Page) => page.getByText('For your safety, this session ends in five minutes.')

test('the warning comes in time, leaves the keyboard where it is, and F2 keeps the session', async () => {
  const page = await aPage()
  await page.clock.fastForward('54:00')
  expect(await soon(page).isVisible()).toBe(false)
  await page.getByLabel('Name', { exact: true }).focus()
  await page.clock.fastForward('01:10')
  await soon(page).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('name')
  const asked = page.waitForResponse('**/account/stay')
  await page.keyboard.press('F2')
  expect((await asked).status()).toBe(200)
  await page.getByText('You stay signed in.').waitFor()
  expect(await soon(page).isVisible()).toBe(false)
  await page.clock.fastForward('54:00')
  expect(await soon(page).isVisible()).toBe(false)
})

test('the button keeps it as well, and another page of the same browser hears of it', async () => {
  const page = await aPage()
  const other = await page.context().newPage()
  await other.goto('/account/sessions')
  await page.clock.fastForward('55:10')
  await soon(other).waitFor()
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.getByText('You stay signed in.').waitFor()
  await soon(other).waitFor({ state: 'hidden' })
})

test('when the session has ended, the page says so and leads to the door', async () => {
  const page = await aPage()
  await page.clock.fastForward('01:00:10')
  await page.getByText('The session has ended.').waitFor()
  const door = page.getByRole('link', { name: 'Sign in again' })
  expect(await door.getAttribute('href')).toBe('/sign-in?returnTo=%2Faccount')
})

test('a session that was ended elsewhere is not kept by a key', async () => {
  const page = await aPage()
  await withDatabase(server, (db) => db.deleteFrom('session').execute())
  await page.clock.fastForward('55:10')
  await soon(page).waitFor()
  await page.keyboard.press('F2')
  await page.getByText('The session has ended.').waitFor()
})

test('what an open page asks by itself does not hide that the end comes; what a person saves puts it off', async () => {
  const after = async (ask: string) => {
    const page = await aPage()
    await page.route('**/answer/needs/**', (route) => route.fulfill({ json: {} }))
    await page.clock.fastForward('54:00')
    await page.evaluate(async (address) => {
      // A page's clock that was moved does not move the clock by which the browser says when an answer came.
      Object.defineProperty(performance, 'timeOrigin', { value: Date.now() })
      // Who began to listen later hears it last: then the page has heard it as well.
      const heard = new Promise((resolve) => new PerformanceObserver(resolve).observe({ type: 'resource' }))
      await fetch(address)
      await heard
    }, ask)
    await page.clock.fastForward('01:10')
    return page
  }
  await soon(await after('/answer/needs/presence?section=a')).waitFor()
  // The browser tells the page of an answer in its own time: the warning may have come, but it goes.
  const saving = await after('/answer/needs/a/save')
  await soon(saving).waitFor({ state: 'hidden' })
})
