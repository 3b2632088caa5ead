// A focal point leaves: by keyboard, on one page, a colleague takes over; access ends at once, and what was written keeps its name.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const HISTORY = '/answer/demo-regional-needs/history/lead_institution'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function pageOf(person: string, language: 'en' | 'ar'): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** In a list that has the focus, typing the first letters chooses. */
async function pick(page: Page, name: string, key: string): Promise<void> {
  const list = page.locator(`select[name=${name}]`)
  const options = await list.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const words = await list.locator('option').allTextContents()
  const place = key === 'end' ? options.indexOf(key) : words.findIndex((said) => said.includes(key))
  expect(place, `${key} among ${words.join(', ')}`).toBeGreaterThanOrEqual(0)
  await list.focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown')
  expect(await list.inputValue()).toBe(options[place])
}

test.each([
  { language: 'en', country: 'xa', leaver: 'Oren Valtis', successor: 'Davit Orsolo' },
  { language: 'ar', country: 'xh', leaver: 'Lisbet Orvane', successor: 'Mirelle Astor' },
] as const)('in $language: the leaver is out, the successor runs the work', async (way) => {
  const { language, country } = way
  const [focal, next] = [await pageOf(`focal.${country}`, language), await pageOf(`contributor.${country}`, language)]
  expect((await next.goto('/answer/people/handover'))?.status()).not.toBe(200)
  await focal.goto('/answer/people')
  await focal.locator('main a[href="/answer/people/handover"]').first().focus()
  await Promise.all([focal.waitForURL('**/handover'), focal.keyboard.press('Enter')])
  expect(await axeProblems(focal)).toEqual([])
  await pick(focal, 'leaver', way.leaver)
  await pick(focal, 'successor', way.successor)
  await pick(focal, 'after', 'end')
  await focal.locator('main form button.button').focus()
  await Promise.all([focal.waitForURL('**/account'), focal.keyboard.press('Enter')])

  await focal.goto('/answer/people')
  expect(await focal.locator('main').textContent()).not.toContain(way.successor)
  expect((await next.goto('/answer/people/handover'))?.status()).toBe(200)
  await next.goto('/answer/people')
  expect(await next.locator('main').textContent()).not.toContain(way.leaver)
  await next.goto(HISTORY)
  expect(await next.locator('main').textContent()).toContain(way.leaver)
  await Promise.all([focal.context().close(), next.context().close()])
})
