// A workbook goes to a ministry and comes back: what met a colleague's answer is chosen, and what a paper says is recorded.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems } from '../support/axe.ts'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'
import { filledIn } from '../support/workbooks.ts'

const ROUND = '/answer/demo-regional-needs'
const BEHALF = '/team/rounds/demo-regional-needs/XH/on-behalf'
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

/** Somebody in front of a page. */
async function inFrontOf(person: string, language: 'en' | 'ar', path: string): Promise<Page> {
  const context = await openProfile(browser, { origin: server.origin, language })
  await enter(context, server, await signIn(server, person, language))
  const page = await context.newPage()
  await page.goto(path)
  return page
}

async function download(page: Page, address: string): Promise<Uint8Array> {
  const answer = await page.request.get(address)
  expect(answer.headers()['content-type']).toContain('spreadsheetml')
  return answer.body()
}

async function bringBack(page: Page, file: Uint8Array, button: string): Promise<void> {
  await page.setInputFiles('#workbook', { name: 'reply.xlsx', mimeType: 'application/x', buffer: Buffer.from(file) })
  await Promise.all([page.waitForEvent('load'), page.locator(`button[value="${button}"]`).click()])
}

test('a workbook that met a colleague’s answer: both are shown, the chosen one is taken over', async () => {
  const head = await inFrontOf('head.xh', 'en', `${ROUND}/workbook`)
  const file = await download(head, `${ROUND}/workbook.xlsx?language=ar`)
  const focal = await inFrontOf('focal.xh', 'en', `${ROUND}/delegation`)
  await focal.locator(`[name="${FIELD}"]`).fill('Written on the website')
  await Promise.all([focal.waitForEvent('load'), focal.locator('.keepbar button[value=save]').click()])
  await bringBack(head, await filledIn(file, { [FIELD]: 'وزارة العدل، في المصنف' }), 'compare')
  const line = head.locator(`#q-${FIELD}`)
  expect(await line.textContent()).toMatch(/Conflict.*في المصنف.*Written on the website/s)
  expect(await axeProblems(head)).toEqual([])
  await line.locator('input[value=mine]').check()
  await Promise.all([head.waitForEvent('load'), head.locator('button[value=take]').click()])
  await head.getByText('1 answer was taken over.').waitFor()
  await focal.goto(`${ROUND}/delegation`)
  expect(await focal.locator(`[name="${FIELD}"]`).inputValue()).toBe('وزارة العدل، في المصنف')
  await Promise.all([head.context().close(), focal.context().close()])
})

test('in Arabic: a manager records what a ministry sent on paper, and the delegation is told', async () => {
  const head = await inFrontOf('head.xh', 'ar', `${ROUND}/workbook`)
  const file = await download(head, `${ROUND}/workbook.xlsx`)
  const manager = await inFrontOf('manager', 'ar', BEHALF)
  await bringBack(manager, file, 'read')
  expect(await axeProblems(manager)).toEqual([])
  await manager.fill('#signed_name', 'ن. بن سالم')
  await manager.fill('#signed_function', 'وزير العدل')
  await manager.selectOption('#signature_basis', 'note_verbale')
  await manager.selectOption('#level', 'pmt_only')
  await manager.check('#attest')
  const paper = { name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 note') }
  await manager.setInputFiles('#paper', paper)
  await Promise.all([manager.waitForEvent('load'), manager.locator('button[value=record]').click()])
  expect(manager.url()).toContain('/XH?done=recorded')
  await head.goto(ROUND)
  await head.locator('.notice a[href$="/receipt/1"]').click()
  expect(head.url()).toMatch(/\/receipt\/1$/)
  expect(await head.locator('.receipt').textContent()).toContain('مذكرة شفوية')
  expect(await axeProblems(head)).toEqual([])
  await Promise.all([head.context().close(), manager.context().close()])
})
