// Two people of one delegation answer the same question at the same time: both are shown, somebody chooses, nothing is lost.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const SECTION = '/answer/demo-regional-needs/delegation'
const FIELD = 'respondent_contact'

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

/** The section, open in front of somebody. */
async function inFrontOf(person: string, { language, javaScript }: Way): Promise<Page> {
  const context: BrowserContext = await openProfile(browser, { origin: server.origin, language, javaScript })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  await page.goto(SECTION)
  return page
}

const entry = (page: Page) => page.locator(`[name="${FIELD}"]`)
const clash = (page: Page) => page.locator(`[data-clash="${FIELD}"]`)
const save = (page: Page) =>
  Promise.all([page.waitForEvent('load'), page.locator('button[name=act][value=save]').click()])

for (const language of ['en', 'ar'] as const) {
  test(`with scripts, in ${language}: the second is told at once, sees both and puts them together`, async () => {
    const way = { language, javaScript: true }
    const [head, focal] = [await inFrontOf('head.xh', way), await inFrontOf('focal.xh', way)]
    const theirs = `Office of the head, ${language}`
    await entry(head).fill(theirs)
    await Promise.all([saved(head), entry(head).blur()])
    await entry(focal).fill('Office of the focal point')
    await Promise.all([saved(focal), entry(focal).blur()])
    await clash(focal).waitFor()
    const told = await clash(focal).textContent()
    expect(told).toContain(theirs)
    expect(told).toContain('Office of the focal point')
    expect(told).toContain('Edda Halvorane')
    expect(told).toMatch(/\d\d:\d\d/)
    expect(await axeProblems(focal)).toEqual([])
    // What the head wrote stands until somebody chooses.
    await head.reload()
    expect(await entry(head).inputValue()).toBe(theirs)
    await Promise.all([saved(focal), clash(focal).locator(`button[value="join:${FIELD}"]`).click()])
    await expect.poll(() => entry(focal).inputValue()).toContain(theirs)
    expect(await entry(focal).inputValue()).toContain('Office of the focal point')
    await Promise.all([head.context().close(), focal.context().close()])
  })
}

test.each([{ side: 'mine' }, { side: 'theirs' }])(
  'without scripts: the page comes back with both, and $side is kept when it is chosen',
  async ({ side }) => {
    const way: Way = { language: 'en', javaScript: false }
    const [head, focal] = [await inFrontOf('head.xh', way), await inFrontOf('focal.xh', way)]
    const wrote = { mine: `Focal point, ${side}`, theirs: `Head, ${side}` }
    await entry(head).fill(wrote.theirs)
    await save(head)
    await entry(focal).fill(wrote.mine)
    await save(focal)
    expect(await focal.title()).toMatch(/^Error: /)
    expect(await clash(focal).textContent()).toMatch(/Edda Halvorane\u2069 wrote, \d\d:\d\d/)
    await clash(focal).locator(`input[value=${side}]`).check()
    await Promise.all([focal.waitForEvent('load'), clash(focal).locator(`button[value="choose:${FIELD}"]`).click()])
    await head.goto(SECTION)
    expect(await entry(head).inputValue()).toBe(side === 'mine' ? wrote.mine : wrote.theirs)
    await Promise.all([head.context().close(), focal.context().close()])
  },
)

const saved = (page: Page) => page.waitForResponse((answer) => answer.url().endsWith('/delegation/save'))
