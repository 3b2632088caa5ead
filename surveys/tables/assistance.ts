// The numbers of the dashboards of gaps, kinds of assistance, partners and completeness, as tables for files.
import type { Completeness } from '#surveys/analysis/completeness.ts'
import type { Gaps } from '#surveys/analysis/gaps.ts'
import type { ModalityMix } from '#surveys/analysis/modalities.ts'
import type { View } from '#surveys/analysis/model.ts'
import type { Partners } from '#surveys/analysis/partners.ts'
import type { Table } from './csv.ts'
import { figure, ORIGIN, origin } from './export.ts'
import { ABSENT, absent, BASE, based, reader, unless } from './findings.ts'

/** Gaps by area, then how far something limits the work, then obstacles: one row each, `kind` says which. */
export function gapsTable(view: View, gaps: Gaps, language: string): Table {
  const read = reader(view, language)
  const empty = [null, null, null]
  return {
    header: [
      ...ORIGIN,
      ...['kind', 'key', 'label', 'median_today', 'median_needed', 'gap', 'short'],
      ...['median', 'iqr', 'countries', 'times', ...BASE],
    ],
    rows: [
      ...gaps.rows.map((row) => [
        ...origin(view),
        ...['gap', row.area.key, read(row.area.label)],
        ...unless(row.isHidden, [figure(row.current), figure(row.needed), figure(row.gap), row.short]),
        ...[null, ...empty],
        ...based(row.base, row.isHidden),
      ]),
      ...gaps.limits.map((row) => [
        ...origin(view),
        ...['limit', row.field.name, read(row.field.question.label), null, ...empty],
        ...unless(row.isHidden, [figure(row.spread.median), figure(row.spread.iqr)]),
        ...[null, null],
        ...based(row.base, row.isHidden),
      ]),
      ...gaps.obstacles.flatMap((table) =>
        table.rows.map((row) => [
          ...origin(view),
          ...[`obstacle ${table.ref}`, row.option.key, read(row.option.label), null, ...empty, null, null],
          ...[row.countries, row.times, ...based(table.base, table.isHidden)],
        ]),
      ),
    ],
  }
}

/** Kinds of assistance: one row per area and kind, and the shares over all areas in rows of their own. */
export function modalitiesTable(view: View, mix: ModalityMix, language: string): Table {
  const read = reader(view, language)
  const columns = ['area', 'area_label', 'kind', 'kind_label', 'first', 'second', 'weight', 'share']
  return {
    header: [...ORIGIN, ...columns, ...BASE],
    rows: [
      ...mix.rows.flatMap((row) =>
        row.demands.map((demand) => [
          ...origin(view),
          ...[row.area.key, read(row.area.label), demand.option.key, read(demand.option.label)],
          ...unless(row.isHidden, [demand.first, demand.second, figure(demand.weight)]),
          null,
          ...based(row.base, row.isHidden),
        ]),
      ),
      ...mix.shares.map(({ option, first, second, share }) => [
        ...origin(view),
        ...['all', null, option.key, read(option.label), first, second, null, figure(share)],
        ...based(mix.base, false),
      ]),
    ],
  }
}

/** Partners: one row per area and partner. */
export function partnersTable(view: View, partners: Partners, language: string): Table {
  const read = reader(view, language)
  const columns = ['area', 'area_label', 'partner', 'partner_label', 'requested', 'active', 'same_country', 'offers']
  return {
    header: [...ORIGIN, ...columns, ...BASE],
    rows: partners.rows.flatMap((row) =>
      partners.partners.map((partner, place) => {
        const cell = row.cells[place]
        const figures = [cell?.requested ?? 0, cell?.active ?? 0, cell?.isInSameCountry ? 1 : 0, row.offers]
        return [
          ...origin(view),
          ...[row.area.key, read(row.area.label), partner.key, read(partner.label)],
          ...unless(row.isHidden, figures),
          ...based(row.base, row.isHidden),
        ]
      }),
    ),
  }
}

/** Where delegations say that they cannot answer: one row per question. */
export function completenessTable(view: View, completeness: Completeness, language: string): Table {
  const read = reader(view, language)
  return {
    header: [...ORIGIN, 'question', 'question_label', 'cannot', ...ABSENT, ...BASE],
    rows: completeness.unanswerable.map((row) => [
      ...origin(view),
      ...[row.ref, read(row.field.question.label)],
      ...unless(row.isHidden, [row.cannot, ...absent(row.absences)]),
      ...based(row.base, row.isHidden),
    ]),
  }
}
