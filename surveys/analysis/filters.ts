// Filters: which need areas or measures a page shows. They choose rows, never delegations, so nothing can be had by subtraction.
import type { Option } from '#surveys/definition/model.ts'
import { voicesIn } from './disclosure.ts'
import { modalityMix } from './modalities.ts'
import type { View } from './model.ts'
import { rankNeeds, type Scope } from './needs.ts'
import { partnersOf } from './partners.ts'
import { readinessOf } from './readiness.ts'
import { chosenKeys, fieldAt, fieldsAt } from './refs.ts'

const SCOPES: readonly Scope[] = ['regional', 'subregional', 'national', 'none']

/** What an address asks for; null: everything. */
export type Filter = {
  readonly scope: Scope | null
  /** key of a kind of assistance, first or second choice */
  readonly modality: string | null
  /** key of a partner that is asked for */
  readonly partner: string | null
  /** of a measure of a Roadmap */
  readonly measure: string | null
  /** of a need area that assistance for a measure belongs to */
  readonly area: string | null
}

/** What can be chosen, as far as the questionnaire asks for it. */
export type FilterOptions = {
  readonly scopes: readonly Scope[]
  readonly modalities: readonly Option[]
  readonly partners: readonly Option[]
  readonly measures: readonly Option[]
  readonly areas: readonly Option[]
}

/** @param table the partners of this view, where they are known already */
export function filterOptions(view: View, table = partnersOf(view)): FilterOptions {
  const { modality, needs, readiness } = view.codebook.questionnaire.analysis
  const measures = fieldsAt(view.codebook, readiness?.status).flatMap(({ item }) => item ?? [])
  return {
    scopes: fieldsAt(view.codebook, needs?.priority).length > 0 ? SCOPES : [],
    modalities: fieldsAt(view.codebook, modality?.first)[0]?.options ?? [],
    partners: (table?.partners ?? []).filter((_, place) =>
      table?.rows.some((row) => (row.cells[place]?.requested ?? 0) > 0),
    ),
    measures,
    areas: fieldsAt(view.codebook, readiness?.areas)[0]?.options ?? [],
  }
}

/** Reads a filter from what an address says; what is no option is no filter. */
export function readFilter(options: FilterOptions, asked: (name: string) => string | null): Filter {
  const among = (list: readonly Option[], name: string) => list.find(({ key }) => key === asked(name))?.key ?? null
  return {
    scope: options.scopes.find((one) => one === asked('scope')) ?? null,
    modality: among(options.modalities, 'modality'),
    partner: among(options.partners, 'partner'),
    measure: among(options.measures, 'roadmap_measure'),
    area: among(options.areas, 'area'),
  }
}

/** Keys of the need areas that pass; null: no filter is set, all do. */
export function areasPassing(view: View, { scope, modality, partner }: Filter): ReadonlySet<string> | null {
  if (!scope && !modality && !partner) return null
  const rows = rankNeeds(view)?.rows ?? []
  const mix = new Map(modality ? modalityMix(view)?.rows.map((row) => [row.area.key, row]) : [])
  const table = partner ? partnersOf(view) : undefined
  const place = table?.partners.findIndex(({ key }) => key === partner) ?? -1
  const asked = new Map(table?.rows.map((row) => [row.area.key, row.cells[place]?.requested ?? 0]))
  const passes = (area: string) => {
    const demand = mix.get(area)?.demands.find(({ option }) => option.key === modality)
    return (!modality || (demand?.first ?? 0) + (demand?.second ?? 0) > 0) && (!partner || (asked.get(area) ?? 0) > 0)
  }
  const kept = rows.filter((row) => !row.isHidden && (!scope || row.scope === scope) && passes(row.area.key))
  return new Set(kept.map((row) => row.area.key))
}

/** Keys of the measures that pass; null: no filter is set. */
export function measuresPassing(view: View, { measure, area }: Filter): ReadonlySet<string> | null {
  if (!measure && !area) return null
  const readiness = readinessOf(view)
  const rows = (readiness?.rows ?? []).filter((row) => !measure || row.measure.key === measure)
  const belongs = (key: string) => {
    const field = fieldAt(view.codebook, readiness?.part.areas, key)
    const voices = voicesIn(view, readiness?.section ?? '')
    return voices.some(({ cells }) => field && chosenKeys(field, cells.get(field.name))?.includes(area ?? ''))
  }
  const kept = rows.filter((row) => !row.isHidden && (!area || belongs(row.measure.key)))
  return new Set(kept.map((row) => row.measure.key))
}
