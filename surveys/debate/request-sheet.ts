// The sheet of a request to the facility: its fields, what it still lacks, and what the debate fills in by itself.
import { isTooSmall, voicesIn } from '../analysis/disclosure.ts'
import type { View } from '../analysis/model.ts'
import { rankNeeds, type Scope } from '../analysis/needs.ts'
import { partnersOf } from '../analysis/partners.ts'
import { chosenKeys, fieldAt, fieldsAt, textAt } from '../analysis/refs.ts'
import type { Country, Option, Text } from '../definition/model.ts'
import type { Criterion } from './request-chain.ts'

export type RequestSheet = {
  readonly title: Text
  /** keys of need areas: the one retained, and those merged into it */
  readonly areas: readonly string[]
  /** codes of the countries that request it */
  readonly countries: readonly string[]
  /** why a single country requests it */
  readonly exceptional: string
  readonly lead: string | null
  readonly scope: Scope
  /** problem and expected result */
  readonly problem: string
  /** key of the kind of assistance */
  readonly modality: string | null
  readonly format: string
  readonly target: string
  readonly place: string
  readonly period: string
  /** key of the preferred partner */
  readonly partner: string | null
  /** existing support, and what this adds */
  readonly support: string
  /** keys of measures of a Roadmap */
  readonly measures: readonly string[]
  readonly criteria: readonly Criterion[]
  readonly participants: number | null
  /** working days of experts */
  readonly days: number | null
}

/** Names of the fields without which a request cannot be submitted. */
export function lackingIn(sheet: RequestSheet): string[] {
  const isAlone = sheet.countries.length === 1 && sheet.exceptional === ''
  return [
    ...(sheet.areas.length === 0 ? ['areas'] : []),
    ...(sheet.countries.length === 0 ? ['countries'] : []),
    ...(isAlone ? ['exceptional'] : []),
    ...(sheet.lead === null || !sheet.countries.includes(sheet.lead) ? ['lead'] : []),
    ...(sheet.problem === '' ? ['problem'] : []),
    ...(sheet.modality === null ? ['modality'] : []),
    ...(sheet.target === '' ? ['target'] : []),
    ...(sheet.criteria.length === 0 ? ['criteria'] : []),
  ]
}

export type Justification = {
  readonly country: Country
  readonly area: Option
  readonly words: string
  readonly language: string | null
}

/** Why delegations need an area, in their own words: only of those shown by name, in protocol order. */
export function justificationsOf(view: View, areas: readonly string[]): Justification[] {
  const { needs } = view.codebook.questionnaire.analysis
  return areas.flatMap((area) => {
    const field = fieldAt(view.codebook, needs?.justification, area)
    if (!field?.item) return []
    const { item } = field
    return voicesIn(view, field.section).flatMap(({ country, cells }) => {
      const said = textAt(field, cells)
      return country && said ? [{ country, area: item, ...said }] : []
    })
  })
}

export type Figures = {
  readonly scope: Scope
  /** k of n delegations share it; null where it is withheld */
  readonly shared: { readonly k: number; readonly n: number } | null
  /** partners that are asked for, the most frequent first */
  readonly asked: readonly { readonly partner: Option; readonly count: number }[]
  /** who supports the area already */
  readonly active: readonly { readonly partner: Option; readonly count: number }[]
  readonly mayDuplicate: boolean
}

/** The figures of an area that a sheet rests on. */
export function figuresOf(view: View, area: string): Figures {
  const row = rankNeeds(view)?.rows.find((one) => one.area.key === area)
  const partners = partnersOf(view)
  const support = partners?.rows.find((one) => one.area.key === area)
  const counted = (of: 'requested' | 'active') =>
    (partners?.partners ?? [])
      .map((partner, place) => ({ partner, count: support?.cells[place]?.[of] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
  return {
    scope: row && !row.isHidden ? row.scope : 'none',
    shared: row && !row.isHidden ? { k: row.sharedBy, n: row.base.n } : null,
    asked: counted('requested'),
    active: counted('active'),
    mayDuplicate: support?.mayDuplicate ?? false,
  }
}

/** Measures of a Roadmap for which delegations ask for assistance in one of these areas; none over too few delegations. */
export function linkedMeasures(view: View, areas: readonly string[]): Option[] {
  const { readiness } = view.codebook.questionnaire.analysis
  return fieldsAt(view.codebook, readiness?.areas).flatMap((field) => {
    const naming = voicesIn(view, field.section).filter(({ cells }) =>
      chosenKeys(field, cells.get(field.name))?.some((key) => areas.includes(key)),
    )
    return field.item && naming.length > 0 && !isTooSmall(view, naming.length) ? [field.item] : []
  })
}
