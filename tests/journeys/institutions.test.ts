// Three institutions, one national answer: each says what it says, the focal point compares and adopts, the head signs.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const NEEDS = '/answer/demo-regional-needs'
const TEXT = 'needs.training.justification'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Way = { readonly language: 'en' | 'ar'; readonly javaScript: boolean; readonly field: string }

async function pageOf(person: string, { language, javaScript }: Way): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language, javaScript })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** By keyboard: the control has the focus, then the key is pressed, and the next page is there. */
async function press(page: Page, control: string): Promise<void> {
  await page.locator(control).first().focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** An institution chooses a level, and says why. */
async function contribute(
  page: Page,
  institution: string,
  { field, level, why }: Record<'field' | 'level' | 'why', string>,
) {
  await page.goto(`${NEEDS}/taf_needs/contribution?${new URLSearchParams({ institution, open: field })}`)
  await page.locator(`input[name="${field}"][value=${level}]`).focus()
  await page.keyboard.press('Space')
  if (field.includes('training')) {
    await page.locator(`[name="${TEXT}"]`).focus()
    await page.keyboard.insertText(why)
  }
  await press(page, 'button[value=stay]')
  expect(new URL(page.url()).searchParams.get('done')).toBe('contributed')
}

const WAYS: readonly Way[] = [
  { language: 'ar', javaScript: false, field: 'needs.admissibility.priority' },
  { language: 'en', javaScript: true, field: 'needs.training.priority' },
]

test.each(WAYS)('by keyboard in $language, scripts $javaScript: contributed, compared, adopted', async (way) => {
  const { field } = way
  const [ministry, focal] = [await pageOf('contributor.xh', way), await pageOf('focal.xh', way)]
  const looked = async (page: Page) => expect(way.javaScript ? await axeProblems(page) : []).toEqual([])
  await contribute(ministry, 'Ministry of Justice', { field, level: 'high', why: 'Judges ask for it.' })
  await looked(ministry)
  await contribute(focal, 'National Police', { field, level: 'low', why: 'The school is full.' })
  await contribute(focal, 'Office of the Public Prosecutor', {
    field,
    level: 'critical',
    why: 'No prosecutor was trained.',
  })

  await focal.goto(`${NEEDS}/taf_needs?open=${field}`)
  const place = focal.locator(`[data-field="${field}"]`)
  expect(await place.locator('section li').count()).toBe(3)
  await looked(focal)
  await focal.goto(`${NEEDS}/contributions/${field}`)
  await looked(focal)
  await press(focal, 'tr:has-text("National Police") button[name=adopt]')
  expect(new URL(focal.url()).searchParams.get('done')).toBe('adopted')
  await ministry.goto(`${NEEDS}/taf_needs`)
  // Not theirs to change: read, not answered.
  expect(await ministry.locator(`input[name="${field}"]`).count()).toBe(0)
  await focal.goto(`${NEEDS}/history/${field}`)
  expect(await focal.locator('main li[id^=v]').first().textContent()).toContain('National Police')
  await looked(focal)
  await Promise.all([ministry.context().close(), focal.context().close()])
})

test('texts are put together, and the head signs one national answer', async () => {
  const way: Way = { language: 'en', javaScript: true, field: TEXT }
  const [focal, head] = [await pageOf('focal.xh', way), await pageOf('head.xh', way)]
  await focal.goto(`${NEEDS}/contributions/${TEXT}?together`)
  const together = await focal.locator(`[name="${TEXT}"]`).inputValue()
  expect(together.split('\n\n')).toEqual(['Judges ask for it.', 'The school is full.', 'No prosecutor was trained.'])
  await focal.locator(`[name="${TEXT}"]`).focus()
  await focal.keyboard.press('ControlOrMeta+End')
  await focal.keyboard.insertText('\n\nHintamar asks for a course for judges and prosecutors together.')
  await press(focal, 'main form button[value=save]')
  await head.goto(`${NEEDS}/check`)
  for (const box of ['input[name=level][value=named]', '#attest']) {
    await head.locator(box).focus()
    await head.keyboard.press('Space')
  }
  for (const [name, words] of [
    ['signed_name', 'Edda Halvorane'],
    ['signed_function', 'Head of delegation'],
  ]) {
    await head.locator(`input[name=${name}]`).focus()
    await head.keyboard.press('ControlOrMeta+A')
    await head.keyboard.insertText(words ?? '')
  }
  await press(head, 'button[value=submit]')
  expect(new URL(head.url()).pathname).toMatch(/\/receipt\/1$/)
})
