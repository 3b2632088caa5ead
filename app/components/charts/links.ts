// Where a figure leads: to the answers behind it, and from there to the cell.
import type { PageFacts } from './facts.tsx'

/** The page of a question; `item` narrows it to one area, measure or step. */
export function questionHref({ base, search }: PageFacts, ref: string, item?: string): string {
  const parameters = new URLSearchParams(search)
  if (item !== undefined) parameters.set('item', item)
  const asked = parameters.toString()
  return `${base}/questions/${ref}${asked ? `?${asked}` : ''}`
}

/** The page of one cell: what one delegation answered, in which revision. */
export function cellHref({ base, search }: Pick<PageFacts, 'base' | 'search'>, country: string, field: string): string {
  return `${base}/answers/${country}/${field}${search}`
}
