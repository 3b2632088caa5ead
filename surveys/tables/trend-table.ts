// What has moved between two rounds as a table: the same figures as the page, one row per line of each part.
import type { View } from '#surveys/analysis/model.ts'
import type { TrendPart, TrendRow, Trends } from '#surveys/analysis/trend.ts'
import type { Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { CsvRow, Table } from './csv.ts'
import { figure, ORIGIN, origin } from './export.ts'

const COLUMNS = [
  'from_round',
  'from_version',
  'part',
  'key',
  'label',
  'n',
  'then',
  'now',
  'higher',
  'lower',
  'unchanged',
  'comparability',
  'reason',
  'pairs',
  'withheld',
] as const

/** @param then the earlier round: only its name and version are written */
export function trendTable(then: View, now: View, trends: Trends, language: string): Table {
  const source = now.codebook.questionnaire.languages[0] ?? language
  const read = (text: Text) => inLanguage(text, language, source).words
  const head = [...origin(now), then.round, then.codebook.questionnaire.version]
  return {
    header: [...ORIGIN, ...COLUMNS],
    rows: trends.parts.flatMap((part) => part.rows.map((row): CsvRow => [...head, ...cells(part, row, read)])),
  }
}

function cells({ part, pairs }: TrendPart, row: TrendRow, read: (text: Text) => string): CsvRow {
  const { isHidden, was, is, higher, lower, unchanged } = row
  // Without a figure of then there is no step to count.
  const steps = isHidden || was === undefined ? [null, null, null] : [higher, lower, unchanged]
  return [
    part,
    row.key,
    read(row.label),
    row.n,
    figure(was),
    figure(is),
    ...steps,
    row.comparability,
    row.reason && read(row.reason),
    pairs,
    isHidden ? 1 : 0,
  ]
}
