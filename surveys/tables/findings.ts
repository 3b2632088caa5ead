// The numbers of the dashboards as tables: what a chart shows, its table shows, and its file holds, from one computation.
import type { Consensus } from '#surveys/analysis/consensus.ts'
import type { HeatMap } from '#surveys/analysis/heat-map.ts'
import type { Base, View } from '#surveys/analysis/model.ts'
import type { NeedRow, NeedsRanking } from '#surveys/analysis/needs.ts'
import type { MeasureRow, Readiness } from '#surveys/analysis/readiness.ts'
import type { Absence, Text } from '#surveys/definition/model.ts'
import { inLanguage } from '#surveys/definition/texts.ts'
import type { CsvRow, CsvValue, Table } from './csv.ts'
import { figure, ORIGIN, origin } from './export.ts'

export const ABSENT = ['na', 'nap', 'pns'] as const
export const BASE = ['n', 'of', 'basis', 'withheld'] as const

export const absent = (counts: Readonly<Record<Absence, number>>) => ABSENT.map((reason) => counts[reason])
export const based = ({ n, of, basis }: Base, isHidden: boolean): CsvValue[] => [n, of, basis, isHidden ? 1 : 0]

/** Writes labels in one language, the questionnaire's own where a translation is missing. */
export function reader(view: View, language: string): (text: Text) => string {
  const source = view.codebook.questionnaire.languages[0] ?? language
  return (text) => inLanguage(text, language, source).words
}

/** Figures in the order of the columns; all of them empty where they are withheld. */
export function unless(isHidden: boolean, figures: CsvValue[]): CsvValue[] {
  return isHidden ? figures.map(() => null) : figures
}

/** The ranking of needs, one row per area, by place. */
export function needsTable(view: View, ranking: NeedsRanking, language: string): Table {
  const read = reader(view, language)
  const levels = ranking.levels.map((level) => `rated_${level.value}`)
  return {
    header: [...ORIGIN, 'area', 'area_label', ...NEED_COLUMNS, ...levels, ...ABSENT, 'concordance', ...BASE],
    rows: ranking.rows.map((row) => [
      ...origin(view),
      row.area.key,
      read(row.area.label),
      ...unless(row.isHidden, [...needFigures(row), ...row.spread.counts, ...absent(row.absences)]),
      figure(ranking.concordance.w),
      ...based(row.base, row.isHidden),
    ]),
  }
}

const NEED_COLUMNS = [
  'place',
  'place_from',
  'place_to',
  'place_hangs_on',
  'score',
  'score_after_support',
  'shared_by',
  'share',
  'intensity',
  'median_urgency',
  'urgent_share',
  'scope',
  'support_coverage',
  'check_duplication',
  'median',
  'iqr',
  'agreement',
  'dispersion',
  'consensus',
  'closeness',
  'points',
  'place_by_votes',
  'discuss',
] as const

function needFigures(row: NeedRow): CsvValue[] {
  const { spread } = row
  return [
    row.place,
    row.firm?.from ?? null,
    row.firm?.to ?? null,
    row.firm?.hangsOn ?? null,
    figure(row.score),
    figure(row.net),
    row.sharedBy,
    figure(row.share),
    figure(row.intensity),
    figure(row.urgency),
    figure(row.urgentShare),
    row.scope,
    figure(row.coverage),
    row.mayDuplicate ? 1 : 0,
    figure(spread.median),
    figure(spread.iqr),
    figure(spread.a),
    figure(spread.d),
    figure(spread.cns),
    spread.words ?? null,
    row.votes,
    row.votePlace,
    row.isToDiscuss ? 1 : 0,
  ]
}

/** The heat map: one row per area, one column per country shown by name. An absence is written NA, NAP or PNS. */
export function heatTable(view: View, map: HeatMap, language: string): Table {
  const read = reader(view, language)
  return {
    header: [...ORIGIN, 'area', 'area_label', 'measure', ...map.countries.map((one) => one.code), 'median', ...BASE],
    rows: map.rows.map(
      (row): CsvRow => [
        ...origin(view),
        row.area.key,
        read(row.area.label),
        map.measure,
        ...row.cells.map((cell) => figure(cell.value) ?? cell.absence?.toUpperCase() ?? null),
        figure(row.median),
        ...based(row.base, row.isHidden),
      ],
    ),
  }
}

/** The measures of a Roadmap, one row each, in its order. */
export function measuresTable(view: View, readiness: Readiness, language: string): Table {
  const read = reader(view, language)
  const states = readiness.rows[0]?.states.map(({ option }) => option.key) ?? []
  return {
    header: [...ORIGIN, 'measure', 'measure_label', ...states, ...MEASURE_COLUMNS, ...ABSENT, ...BASE],
    rows: readiness.rows.map((row) => [
      ...origin(view),
      row.measure.key,
      read(row.measure.label),
      ...unless(row.isHidden, [...measureFigures(row), ...absent(row.absences)]),
      ...based(row.base, row.isHidden),
    ]),
  }
}

const MEASURE_COLUMNS = ['evidenced', 'readiness_evidenced', 'readiness_declared', 'overdue', 'assistance'] as const

function measureFigures(row: MeasureRow): CsvValue[] {
  return [
    ...row.states.map(({ count }) => count),
    row.evidenced,
    figure(row.evidencedReadiness),
    figure(row.declaredReadiness),
    row.overdue,
    row.assistance,
  ]
}

/** The steps, one row each, in the order of the list. */
export function stepsTable(view: View, consensus: Consensus, language: string): Table {
  const read = reader(view, language)
  const levels = consensus.levels.map((level) => `rated_${level.value}`)
  const columns = ['median', 'iqr', 'agreement', 'dispersion', 'consensus', 'closeness', 'in_favour', 'against']
  return {
    header: [
      ...ORIGIN,
      'step',
      'step_label',
      ...levels,
      ...columns,
      'reservations',
      'label',
      'divided',
      'label_hangs_on',
      ...ABSENT,
      ...BASE,
    ],
    rows: consensus.rows.map((row) => [
      ...origin(view),
      row.step.key,
      read(row.step.label),
      ...unless(row.isHidden, [
        ...row.spread.counts,
        figure(row.spread.median),
        figure(row.spread.iqr),
        figure(row.spread.a),
        figure(row.spread.d),
        figure(row.spread.cns),
        row.spread.words ?? null,
        row.inFavour,
        row.against,
        row.reservations,
        row.label ?? null,
        row.isDivided ? 1 : 0,
        row.hangsOn,
        ...absent(row.absences),
      ]),
      ...based(row.base, row.isHidden),
    ]),
  }
}
