// Filters of a dashboard: a plain form whose choices live in the address, and what is shown because of them.
import type { Filter, FilterOptions } from '#surveys/analysis/filters.ts'
import type { Option } from '#surveys/definition/model.ts'
import { useSaying } from '../questions/said.tsx'
import { useWords } from '../words.tsx'

export type FiltersData = {
  readonly filter: Filter
  readonly options: FilterOptions
  /** address parameters that the form keeps */
  readonly kept: readonly (readonly [string, string])[]
  /** how many rows are shown, of how many; equal without a filter */
  readonly shown: number
  readonly all: number
}

type Choice = {
  readonly name: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
}

export function Filters({ filters, path }: { filters: FiltersData; path: string }) {
  const { t } = useWords()
  const choices = useChoices(filters)
  if (choices.length === 0) return null
  const { shown, all } = filters
  const isSet = choices.some(({ value }) => value !== null)
  return (
    <form method="get" action={path} className="row filters" aria-label={t('dashboards:filter.name')}>
      {filters.kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choices.map(({ name, value, options }) => (
        <label key={name}>
          {t(`dashboards:filter.${name}`)}{' '}
          <select name={name} defaultValue={value ?? ''}>
            <option value="">{t('dashboards:filter.all')}</option>
            {options.map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className="button second">
        {t('dashboards:filter.apply')}
      </button>
      {isSet && (
        <p className="meta">
          {t('dashboards:filter.shown', { shown, all })}{' '}
          <a href={pathWithout(path, filters)}>{t('dashboards:filter.clear')}</a>
        </p>
      )}
    </form>
  )
}

function useChoices({ filter, options }: FiltersData): Choice[] {
  const { t } = useWords()
  const say = useSaying()
  const labelled = (list: readonly Option[]) => list.map((one) => [one.key, say(one.label).words] as const)
  const all: Choice[] = [
    {
      name: 'scope',
      value: filter.scope,
      options: options.scopes.map((scope) => [scope, t(`results:scope.${scope}`)] as const),
    },
    { name: 'modality', value: filter.modality, options: labelled(options.modalities) },
    { name: 'partner', value: filter.partner, options: labelled(options.partners) },
    { name: 'roadmap_measure', value: filter.measure, options: labelled(options.measures) },
    { name: 'area', value: filter.area, options: labelled(options.areas) },
  ]
  return all.filter((choice) => choice.options.length > 0)
}

function pathWithout(path: string, { kept }: FiltersData): string {
  const search = new URLSearchParams(kept.map(([name, value]) => [name, value])).toString()
  return search ? `${path}?${search}` : path
}
