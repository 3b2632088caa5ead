// Totals as a table: for each question, what its answers come to, without a name. Beside the shareable rows, and behind charts.
import { isVisible } from '#surveys/analysis/disclosure.ts'
import { type Distribution, distributionOf, type ItemResult } from '#surveys/analysis/distribution.ts'
import type { View } from '#surveys/analysis/model.ts'
import { questionsOf, refOf } from '#surveys/analysis/refs.ts'
import type { Summary, Tally } from '#surveys/analysis/tally.ts'
import type { Option, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { CsvRow, CsvValue, Table } from './csv.ts'
import { figure, ORIGIN, origin } from './export.ts'

const TOTALS_HEADER = [
  ...ORIGIN,
  'variable',
  'group',
  'item',
  'item_label',
  'question',
  'option',
  'option_label',
  'measure',
  'value',
  'n',
  'of',
  'basis',
] as const

type Line = { option: Option | null; measure: string; value: CsvValue }

/**
 * One row per figure: `count` of an option, `rank_1` …, `points`, `least` to `largest`, `na`, `nap`, `pns`, `answered`.
 * A question with fewer than three contributors has one row, `withheld`, outside the team.
 * @param only the question's name; all questions where it is not given
 */
export function totalsTable(view: View, language: string, only?: string): Table {
  return { header: TOTALS_HEADER, rows: rows(view, language, only) }
}

function* rows(view: View, language: string, only: string | undefined): Generator<CsvRow> {
  const source = view.codebook.questionnaire.languages[0] ?? language
  const read = (text: Text) => inLanguage(text, language, source).words
  for (const field of questionsOf(view.codebook)) {
    const ref = refOf(field)
    if ((only !== undefined && ref !== only) || !isVisible(view.reader, field.question)) continue
    const found = distributionOf(view, ref)
    if (!found?.isCounted) continue
    for (const item of found.rows) yield* itemRows(view, found, item, read)
  }
}

function* itemRows(view: View, of: Distribution, row: ItemResult, read: (text: Text) => string): Generator<CsvRow> {
  const { item, base } = row
  const place = [row.field.name, row.field.group?.group ?? null, item?.key ?? null, item ? read(item.label) : null]
  for (const { option, measure, value } of linesOf(row)) {
    const chosen = [option?.key ?? null, option ? read(option.label) : null]
    const figures = [measure, value, base.n, base.of, base.basis]
    yield [...origin(view), ...place, of.field.question.key, ...chosen, ...figures]
  }
}

function linesOf(row: ItemResult): Line[] {
  if (row.isHidden) return [{ option: null, measure: 'withheld', value: null }]
  const { na, nap, pns } = row.absences
  const reasons = Object.entries({ na, nap, pns }).map(([measure, value]) => ({ option: null, measure, value }))
  return [{ option: null, measure: 'answered', value: row.base.n }, ...tallyLines(row.tally), ...reasons]
}

function tallyLines(tally: Tally): Line[] {
  switch (tally.kind) {
    case 'choice': {
      const { spread } = tally
      const measures = spread && { median: spread.median, iqr: spread.iqr, agreement: spread.a, dispersion: spread.d }
      return [...counts(tally.options), ...named(measures ?? {})]
    }
    case 'several':
      return counts(tally.options)
    case 'ranking':
      return tally.options.flatMap(({ option, ranks, points }) => [
        ...ranks.map((value, rank) => ({ option, measure: `rank_${rank + 1}`, value })),
        { option, measure: 'points', value: points },
      ])
    case 'number':
      return summaryLines(tally.summary)
    case 'date':
      return summaryLines(tally.summary)
    case 'files':
      return named({ documents: tally.documents, links: tally.links })
    case 'text':
    case 'confirm':
      return []
  }
}

const counts = (options: readonly { option: Option; count: number }[]): Line[] =>
  options.map(({ option, count }) => ({ option, measure: 'count', value: count }))

const named = (measures: Record<string, number | undefined>): Line[] =>
  Object.entries(measures).map(([measure, value]) => ({ option: null, measure, value: figure(value) }))

function summaryLines(summary: Summary<number | string> | undefined): Line[] {
  return Object.entries(summary ?? {}).map(([measure, value]) => ({
    option: null,
    measure,
    value: typeof value === 'number' ? figure(value) : value,
  }))
}
