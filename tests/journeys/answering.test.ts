// What answering promises besides: another language in the middle, answers set aside and restored, a line that breaks.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const ROUND = '/answer/demo-regional-needs'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(section: string, options: { language?: 'en' | 'ar'; javaScript?: boolean } = {}): Promise<Page> {
  const { language = 'en', javaScript = true } = options
  const context = await openProfile(browser, { origin: server.origin, language, javaScript })
  await enter(context, server, await signIn(server, 'head.xh', language))
  const page = await context.newPage()
  await page.goto(`${ROUND}/${section}`)
  return page
}

const status = (page: Page) => page.locator('.keepbar [role=status]').textContent()
const saved = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/save') && answer.ok())

test.each([true, false])(
  'another language in the middle of a section loses nothing (scripts: %s)',
  async (javaScript) => {
    const page = await open('delegation', { javaScript })
    const typed = `Typed before the switch, ${javaScript}`
    await page.locator('[name=respondent_contact]').fill(typed)
    await Promise.all([page.waitForEvent('load'), page.locator('button[value="language:ar"]').click()])
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('[name=respondent_contact]').inputValue()).toBe(typed)
    await page.context().close()
  },
)

test('an answer that no longer applies is shown as set aside, and comes back', async () => {
  const page = await open('taf_needs', { javaScript: false })
  const [priority, urgency] = ['needs.admissibility.priority', 'needs.admissibility.urgency']
  const send = () =>
    Promise.all([
      page.waitForEvent('load'),
      page
        .locator('button[name=act][value=stay]')
        .evaluate((button: HTMLButtonElement) => button.form?.requestSubmit(button)),
    ])
  const before = await page.locator(`[name="${urgency}"]`).inputValue()
  expect(before).not.toBe('')
  const aside = page.locator(`[data-aside="${urgency}"]`)
  expect(await aside.getAttribute('hidden')).not.toBeNull()
  await page.locator(`[name="${priority}"][value=no_need]`).evaluate((radio: HTMLInputElement) => {
    radio.checked = true
  })
  await send()
  const restore = page.locator(`button[value="restore:${urgency}"]`)
  expect(await restore.count()).toBe(1)
  expect(await aside.getAttribute('hidden')).toBeNull()
  await Promise.all([
    page.waitForEvent('load'),
    restore.evaluate((button: HTMLButtonElement) => button.form?.requestSubmit(button)),
  ])
  expect(await aside.getAttribute('hidden')).not.toBeNull()
  expect(await page.locator(`[name="${urgency}"]`).inputValue()).toBe(before)
  await page.context().close()
})

test('“Saved” comes only after the server’s yes; a broken line is said, tried again, and nothing is lost', async () => {
  const page = await open('delegation')
  const entry = page.locator('[name=respondent_contact]')
  await page.route('**/delegation/save', (route) => route.abort())
  await entry.fill('Typed on a broken line')
  await entry.blur()
  await expect.poll(() => status(page)).toContain('Not saved – trying again')
  expect(await status(page)).not.toContain('Saved ')
  await page.unroute('**/delegation/save')
  await saved(page)
  await expect.poll(() => status(page)).toMatch(/Saved \d\d:\d\d/)
  await page.reload()
  expect(await entry.inputValue()).toBe('Typed on a broken line')
  await page.context().close()
})
