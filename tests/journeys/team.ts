// What the team sees of a round in its browser: the board, and the scores of the needs, with the sums done here anew.
import type { Page } from 'playwright-core'
import type { Cells } from '#surveys/answering/model.ts'
import type { Codebook } from '#surveys/definition/model.ts'

/** @returns how many replies the heading says are in, and the countries whose reply can be opened */
export async function boardOf(page: Page, round: string) {
  const base = `/team/rounds/${round}`
  await page.goto(base)
  const links = await page
    .locator(`.board th a[href^="${base}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  const [, submitted = '0'] = /(\d+)/.exec((await page.locator('h1').textContent()) ?? '') ?? []
  return { submitted: Number(submitted), replies: links.map((href) => href?.slice(base.length + 1)) }
}

/** @returns the score of each area that has one, by its name */
export async function scoresOn(page: Page, round: string): Promise<Map<string, number>> {
  await page.goto(`/results/${round}/needs`)
  const rows = await page.locator('figure[aria-labelledby=ranking] tbody tr').evaluateAll((all) =>
    all.flatMap((row) => {
      const [, area, score] = [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent ?? '')
      return area && score ? [[area, score] as const] : []
    }),
  )
  return new Map(rows.map(([area, score]) => [area, Number(score)] as const).filter(([, score]) => score > 0))
}

/**
 * The scores where one delegation alone has replied: 100 × (0.5 P/5 + 0.3 U/4 + 0.2 G/4) from P = 3 on, to one decimal;
 * the weights of what is missing go to the rest.
 */
export function scoresFrom(codebook: Codebook, cells: Cells, language: string): Map<string, number> {
  const numberAt = (name: string) => {
    const field = codebook.fields.find((one) => one.name === name)
    return field?.options.find(({ key }) => key === cells.get(name)?.value)?.value
  }
  const scores = new Map<string, number>()
  for (const { name, item } of codebook.fields) {
    const [group, area, question] = name.split('.')
    const priority = numberAt(name)
    if (group !== 'needs' || question !== 'priority' || priority === undefined || priority < 3) continue
    const [urgency, now, needed] = [`needs.${area}.urgency`, `capacity.${area}.current`, `capacity.${area}.needed`].map(
      numberAt,
    )
    const gap = now === undefined || needed === undefined ? undefined : Math.max(0, needed - now)
    const parts = [
      { weight: 0.5, share: priority / 5 },
      ...(urgency === undefined ? [] : [{ weight: 0.3, share: urgency / 4 }]),
      ...(gap === undefined ? [] : [{ weight: 0.2, share: gap / 4 }]),
    ]
    const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0)
    const score = (100 * sum(({ weight, share }) => weight * share)) / sum(({ weight }) => weight)
    scores.set(item?.label[language] ?? name, Math.round(score * 10) / 10)
  }
  return scores
}
