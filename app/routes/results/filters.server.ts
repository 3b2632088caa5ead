// What the filter form of a page starts from.
import type { FiltersData } from '../../components/charts/filters.tsx'
import { FILTERS, type Results } from './source.server.ts'

const NO_OPTIONS = { scopes: [], modalities: [], partners: [], measures: [], areas: [] }

/** @param all how many rows there are without a filter */
export function areaFilters({ filter, filterOptions, areas }: Results, url: URL, all: number): FiltersData {
  const { scopes, modalities, partners } = filterOptions
  const options = { ...NO_OPTIONS, scopes, modalities, partners }
  return { filter, options, kept: keptOf(url), shown: areas?.size ?? all, all }
}

export function measureFilters({ filter, filterOptions, measuresKept }: Results, url: URL, all: number): FiltersData {
  const { measures, areas } = filterOptions
  return {
    filter,
    options: { ...NO_OPTIONS, measures, areas },
    kept: keptOf(url),
    shown: measuresKept?.size ?? all,
    all,
  }
}

/** Everything of the address but the filters. */
function keptOf(url: URL): [string, string][] {
  const names: readonly string[] = FILTERS
  return [...url.searchParams].filter(([name]) => !names.includes(name))
}

/** The rows that pass. */
export function passing<R>(rows: readonly R[], kept: ReadonlySet<string> | null, keyOf: (row: R) => string): R[] {
  return rows.filter((row) => !kept || kept.has(keyOf(row)))
}
