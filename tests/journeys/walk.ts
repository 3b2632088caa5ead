// Looks at a page as people do: opens it, reads its language, makes the window narrow, and notes what goes wrong.
import type { BrowserContext, Page } from 'playwright-core'
import { axeProblems } from '../support/axe.ts'
import type { PageToSee } from '../support/pages.ts'

type Looking = { readonly context: BrowserContext; readonly origin: string; readonly language: 'en' | 'fr' | 'ar' }

const REFUSED = { en: /^Error: /, fr: /^Erreur\u00a0?: /, ar: /^خطأ: / }

/** @returns what is wrong with the page; nothing when it is as it should be */
export async function look({ context, origin, language }: Looking, seen: PageToSee): Promise<string[]> {
  const page = await context.newPage()
  const wrong = watch(page, origin, seen.status)
  try {
    await page.setViewportSize({ width: 1280, height: 900 })
    const status = await open(page, seen)
    if (status !== seen.status) wrong.push(`answered ${status}`)
    if (seen.refuse) wrong.push(...(await summaryProblems(page, language)))
    wrong.push(...(await languageProblems(page, language)))
    // What is folded away is read as well.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll('details')) folded.open = true
    })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      wrong.push(...(await wideProblems(page, width)))
      // A telephone shows the same elements in the same colours, in every language in the same order: once is enough.
      if (width === 390 && language !== 'ar') continue
      const known = width === 390 ? ['color-contrast'] : []
      wrong.push(...(await axeProblems(page, known)).map((problem) => `${width} px: ${problem}`))
    }
    await page.setViewportSize({ width: 320, height: 900 })
    wrong.push(...(await wideProblems(page, 320)))
  } finally {
    await page.close()
  }
  return wrong
}

/** @returns the status of the page that is shown in the end */
async function open(page: Page, { path, refuse }: PageToSee): Promise<number | undefined> {
  const answer = await page.goto(path, { waitUntil: 'load' })
  if (!refuse) return answer?.status()
  const [sent] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest()),
    page.waitForEvent('load'),
    refuse(page),
  ])
  return sent.status()
}

/** The title says it, the summary stands on top and has the focus, and each of its lines leads to a place. */
async function summaryProblems(page: Page, language: Looking['language']): Promise<string[]> {
  const title = await page.title()
  const { isFocused, astray } = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.wrongs a')]
    const isAstray = ({ hash }: HTMLAnchorElement) => !document.getElementById(decodeURIComponent(hash.slice(1)))
    return {
      isFocused: document.activeElement?.classList.contains('wrongs') ?? false,
      astray: links.length === 0 ? ['no line'] : links.filter(isAstray).map(({ outerHTML }) => outerHTML),
    }
  })
  return [
    ...(REFUSED[language].test(title) ? [] : [`the title is ${title}`]),
    ...(isFocused ? [] : ['the summary has no focus']),
    ...astray.map((line) => `leads nowhere: ${line}`),
  ]
}

/** Notes what a page asks for, and what the browser complains about. */
function watch(page: Page, origin: string, status: number): string[] {
  const wrong: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) wrong.push(`asks for ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(`throws ${error.message}`))
  page.on('console', (message) => {
    const isStatus = status >= 400 && message.text().includes(`status of ${status}`)
    if (['error', 'warning'].includes(message.type()) && !isStatus) wrong.push(`console: ${message.text()}`)
  })
  return wrong
}

async function languageProblems(page: Page, language: string): Promise<string[]> {
  const { lang, dir } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: getComputedStyle(document.body).direction,
  }))
  const expected = language === 'ar' ? 'rtl' : 'ltr'
  const isBroken = (await page.content()).includes('\ufffd')
  return [
    ...(isBroken ? ['a letter is broken'] : []),
    ...(lang === language ? [] : [`lang is ${lang}`]),
    ...(dir === expected ? [] : [`direction is ${dir}`]),
  ]
}

/** Nobody should have to scroll sideways to read; a table may scroll in a box of its own. Charts take a moment to shrink. */
async function wideProblems(page: Page, width: number): Promise<string[]> {
  const isNarrow = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth
  await page.waitForFunction(isNarrow, undefined, { timeout: 2000 }).catch(() => {})
  const { wide, widest } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect()
      return right > clientWidth + 1 || left < -1
    }
    const out = scrollWidth > clientWidth ? [...document.querySelectorAll('main *, body > *')].filter(isOut) : []
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`
    return { wide: scrollWidth - clientWidth, widest: out.slice(0, 4).map(name).join(' ') }
  })
  return wide > 0 ? [`${width} px: scrolls ${wide} px sideways: ${widest}`] : []
}
