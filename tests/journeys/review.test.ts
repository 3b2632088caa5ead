// The review, from question to acceptance: what is asked unlocks and nothing else, the answer is resubmitted, the revision accepted.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const NEEDS = 'demo-regional-needs'
/** What is asked about: a text, and a choice; and a neighbour that must stay closed. */
const ASKED = ['respondent_contact', 'lead_institution'] as const
const CLOSED = 'consulted_institutions'

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

type Way = { readonly language: 'en' | 'ar'; readonly javaScript: boolean }

async function pageOf(person: string, { language, javaScript }: Way): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language, javaScript })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** By keyboard: the control has the focus, then the key is pressed, and the next page is there. */
async function press(page: Page, control: string): Promise<void> {
  const target = page.locator(control).first()
  await target.focus()
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

async function type(page: Page, control: string, words: string): Promise<void> {
  await page.locator(control).first().focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(words)
}

async function askAbout(officer: Page, country: string, field: string): Promise<void> {
  await officer.goto(`/team/rounds/${NEEDS}/${country}/clarifications/${field}`)
  await press(officer, 'button[value="phrase:unclear"]')
  expect(await officer.locator('textarea[name=question]').inputValue()).not.toBe('')
  await press(officer, 'main form button[value=note]')
}

const WAYS: readonly (Way & { readonly country: string })[] = [
  { country: 'XD', language: 'en', javaScript: true },
  { country: 'XF', language: 'ar', javaScript: false },
]

test.each(WAYS)(
  'by keyboard in $language, scripts $javaScript: asked, changed, signed again, accepted',
  async (way) => {
    const { country } = way
    const officer = await pageOf('officer', way)
    const head = await pageOf(`head.${country.toLowerCase()}`, way)
    const review = `/team/rounds/${NEEDS}/${country}/clarifications`
    const mine = `/answer/${NEEDS}/clarifications`
    // Without scripts, axe cannot look.
    const looked = async (page: Page) => expect(way.javaScript ? await axeProblems(page) : []).toEqual([])

    for (const field of ASKED) await askAbout(officer, country, field)
    await head.goto(mine)
    expect(await head.locator('main form textarea[name=words]').count()).toBe(0)
    await officer.goto(review)
    await press(officer, 'button[value=send_back]')
    await looked(officer)

    await head.goto('/answer')
    expect(await head.locator('#back ~ ul li').count()).toBe(2)
    await looked(head)
    await head.goto(`/answer/${NEEDS}/delegation`)
    expect(await head.locator('main .asked').count()).toBe(2)
    expect(await head.locator(`[name="${ASKED[0]}"]`).count()).toBe(1)
    expect(await head.locator(`[name="${CLOSED}"]`).count()).toBe(0)
    await looked(head)
    await type(head, `[name="${ASKED[0]}"]`, 'contact@ministry.example')
    await press(head, '.keepbar button[value=save]')

    await head.goto(mine)
    await looked(head)
    await type(head, 'textarea[name=words]', 'As it was, and as it stays.')
    await press(head, 'button[value=answer]')

    await head.goto(`/answer/${NEEDS}/check`)
    await head.locator('#attest').focus()
    await head.keyboard.press('Space')
    await press(head, 'button[value=submit]')
    expect(new URL(head.url()).pathname).toMatch(/\/receipt\/\d$/)
    const revision = head.url().slice(-1)

    await officer.goto(review)
    expect(await officer.locator('main').textContent()).toContain('contact@ministry.example')
    await looked(officer)
    await press(officer, 'button[value=settle]')
    await press(officer, 'button[value=settle]')
    await press(officer, 'button[value=accept]')
    expect(await officer.locator('button[value=take_back_acceptance]').count()).toBe(1)
    await head.goto('/answer')
    const row = head.locator('tr', { has: head.locator(`a[href="/answer/${NEEDS}"]`) })
    expect(await row.locator('.state.kept').textContent()).toContain(revision)
    await Promise.all([officer.context().close(), head.context().close()])
  },
)
