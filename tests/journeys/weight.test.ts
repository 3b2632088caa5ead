// What a first visit of a section page takes over the line: everything counted, fonts included, as the browser received it.
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, openProfile } from '../support/browser.ts'
import { startDemonstration } from '../support/demonstration.ts'
import { enter, signIn } from '../support/people.ts'
import type { TestServer } from '../support/server.ts'

const MOST_REQUESTS = 12
/** Bytes, gzipped. */
const MOST_SCRIPT = 110_000

let server: TestServer
let browser: Browser
beforeAll(async () => {
  ;[server, browser] = await Promise.all([startDemonstration(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

test.each([
  { language: 'en', most: 250_000 },
  { language: 'fr', most: 250_000 },
  { language: 'ar', most: 350_000 },
] as const)('a first visit in $language takes at most $most bytes and 12 requests', async ({ language, most }) => {
  for (const section of ['taf_needs', 'channels', 'closing']) {
    const context = await openProfile(browser, { origin: server.origin, language })
    await enter(context, server, await signIn(server, 'head.xh', language))
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    let bytes = 0
    let requests = 0
    let script = 0
    const scripts: Promise<number>[] = []
    line.on('Network.requestWillBeSent', () => {
      requests += 1
    })
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script')
        scripts.push(answer.body().then((body) => gzipSync(body).length))
    })
    await line.send('Network.enable')
    await page.goto(`/answer/demo-regional-needs/${section}`, { waitUntil: 'networkidle' })
    script = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(20_000)
    expect(bytes).toBeLessThanOrEqual(most)
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS)
    expect(script).toBeGreaterThan(0)
    expect(script).toBeLessThanOrEqual(MOST_SCRIPT)
    await context.close()
  }
})
