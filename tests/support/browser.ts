// A real Chromium for the journeys: the one named by CHROMIUM_PATH, the system's, or the one that comes with npm.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
/** Plain arguments: the npm package's own list has `--single-process`, which closes the browser with its first page. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']

async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, where there is no file.`)
    return named
  }
  const system = SYSTEM.find((path) => existsSync(path))
  if (system) return system
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGUMENTS, headless: true })
}

/** A person's own browser profile: nothing is shared with another context. Times are Brussels times. */
export async function openProfile(
  browser: Browser,
  options: { origin: string; language: 'en' | 'fr' | 'ar'; javaScript?: boolean; width?: number },
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: options.origin,
    locale: options.language,
    timezoneId: 'Europe/Brussels',
    javaScriptEnabled: options.javaScript ?? true,
    viewport: { width: options.width ?? 1280, height: 900 },
  })
}
