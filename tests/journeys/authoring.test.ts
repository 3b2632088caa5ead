// From 1.0.0 to 1.1.0 in the browser: an officer writes and declares, a translator translates, a manager publishes without scripts.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import { placesOf } from '../support/places.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let draft: string
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
  draft = `/team/questionnaires/drafts/${(await placesOf(server))('of-demo', 'draft')}`
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function pageOf(person: string, language: 'en' | 'ar', javaScript: boolean): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language, javaScript })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** By keyboard: the button has the focus, then the key is pressed, and the next page is there. */
async function press(page: Page, control: string): Promise<void> {
  await page.locator(control).first().focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(words)
}

/** The reason of a declaration, in every language. */
const because = (key: string, en: string, fr: string, ar: string) => ({
  [`${key}~reason.en`]: en,
  [`${key}~reason.fr`]: fr,
  [`${key}~reason.ar`]: ar,
})

async function declare(
  page: Page,
  key: string,
  change: string,
  reason: Readonly<Record<string, string>>,
): Promise<void> {
  await page.locator(`[name="${key}~change"]`).selectOption(change)
  await fill(page, reason)
  await press(page, `button[value="declare:${key}"]`)
}

test('written, declared, translated, published by two', { timeout: 90_000 }, async () => {
  const officer = await pageOf('officer', 'en', true)
  await officer.goto(`${draft}?at=section:reporting`)
  await officer.locator('summary', { hasText: 'Add a question' }).click()
  await fill(officer, { question_label: 'How many people work on it?', question_key: 'staff' })
  await officer.locator('[name=question_type]').selectOption('number')
  await press(officer, 'button[value=add_question]')
  expect(await officer.locator('#problems').textContent()).toContain('2 things')
  await fill(officer, { decimals: '0', 'label.fr': 'Combien de personnes y travaillent ?' })
  await press(officer, 'button[value=keep]')
  expect(await axeProblems(officer)).toEqual([])

  const translator = await pageOf('translator', 'ar', true)
  await translator.goto(`${draft}/texts?language=ar&state=missing`)
  await fill(translator, { 'words:question:staff/label': 'كم عدد العاملين عليه؟' })
  await press(translator, 'button[value=keep]')
  await translator.goto(`${draft}/texts?language=ar&state=outdated`)
  await fill(translator, { 'words:question:reporting_authority/label': 'ما السلطة التي تُعِدّ التقرير الوطني وتوقّعه؟' })
  await translator.locator('[name="checked:question:reporting_authority/label"]').check()
  await press(translator, 'button[value=keep]')
  expect(await axeProblems(translator)).toEqual([])

  await officer.goto(`${draft}/publish`)
  await declare(
    officer,
    'reporting_authority',
    'reworded',
    because('reporting_authority', 'Clearer.', 'Plus clair.', 'أوضح.'),
  )
  await declare(officer, 'staff', 'new', because('staff', 'Asked for.', 'Demandé.', 'بناءً على طلب.'))
  await press(officer, 'button[value=version]')
  expect(await axeProblems(officer)).toEqual([])
  await press(officer, 'button[value=propose]')
  expect(await officer.locator('button[value=publish]').count()).toBe(0)

  const manager = await pageOf('manager', 'ar', false)
  await manager.goto(`${draft}/publish`)
  await press(manager, 'button[value=publish]')
  expect(manager.url()).toContain('/team/questionnaires?done=published')
  expect(await manager.locator('a[href$="compare?to=1.1.0"]').count()).toBeGreaterThan(0)
  await officer.goto(draft)
  expect(await officer.locator('button[value=keep]').count()).toBe(0)
})
