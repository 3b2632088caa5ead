// An example of how answers appear by name: two of the country's own, with invented neighbours.

import { median } from '#surveys/analysis/statistics.ts'
import type { Standing } from '#surveys/answering/applicability.ts'
import type { Cells } from '#surveys/answering/model.ts'
import type { Codebook, Field } from '#surveys/definition/model.ts'
import type { PreviewRow } from '../../../components/answering/check-page.ts'

const EXAMPLES = 2

/** The highest of the answers on a scale that may be shown at all. */
export function previewOf(reply: { codebook: Codebook; cells: Cells; judged: Standing }): PreviewRow[] {
  return reply.codebook.fields
    .flatMap((field) => ratingOf(field, reply))
    .sort((a, b) => b.own - a.own)
    .slice(0, EXAMPLES)
}

function ratingOf(field: Field, { cells, judged }: { cells: Cells; judged: Standing }): PreviewRow[] {
  const { question, options } = field
  if (question.type !== 'scale' || question.confidentiality !== 'regional' || !judged.applies(field)) return []
  const own = options.find(({ key }) => key === cells.get(field.name)?.value)?.value
  if (own === undefined) return []
  const levels = options.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [least, most] = [Math.min(...levels), Math.max(...levels)]
  const others = [Math.max(least, own - 1), Math.min(most, own + 1)]
  return [{ field, own, others, median: median([own, ...others]) ?? own }]
}
