// What axe-core finds on a page as it stands in a real browser: every rule, every impact.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * @param leftOut rules that need not run again, such as contrast in a narrower window: it takes half of the time
 * @returns the rule, what it says, and the elements, one line for each violation
 */
export async function axeProblems(page: Page, leftOut: readonly string[] = []): Promise<string[]> {
  // Evaluated by the debugger: our policy allows no script element but our own. Once for each page is enough.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(async (names): Promise<Pick<AxeResults, 'violations'>> => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const rules = Object.fromEntries(names.map((name) => [name, { enabled: false }]))
    return axe.run(document, { resultTypes: ['violations'], rules })
  }, leftOut)
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help} (${nodes.length}×) ${nodes
        .slice(0, 3)
        .map(({ html, any }) => `${html.slice(0, 200)} ${any[0]?.message ?? ''}`)
        .join(' | ')}`,
  )
}
