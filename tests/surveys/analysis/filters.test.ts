// Filters choose rows: by scope, kind of assistance, partner; measures by themselves and by the areas they belong to.
import { expect, test } from 'vitest'
import { disclose } from '#surveys/analysis/disclosure.ts'
import { areasPassing, filterOptions, measuresPassing, readFilter } from '#surveys/analysis/filters.ts'
import { consultation, ROSTER, replies, type Said } from './rounds.ts'

const SAID: Said[] = ROSTER.map((_, place) => ({
  'needs.training.priority': 'p4',
  'needs.training.first': 'course',
  'needs.training.partner': 'interpol',
  'needs.witnesses.priority': place < 2 ? 'p3' : 'p0',
  'needs.witnesses.first': 'mission',
  'needs.digital_evidence.priority': 'p0',
  'measures.m01.status': 'planned',
  'measures.m02.status': 'planned',
}))
const view = disclose(consultation(replies(SAID)), 'team')
const filter = (asked: Record<string, string>) => readFilter(filterOptions(view), (name) => asked[name] ?? null)
const areas = (asked: Record<string, string>) => {
  const kept = areasPassing(view, filter(asked))
  return kept && [...kept].sort()
}

test('without a filter everything passes, and what is no option is no filter', () => {
  expect(areas({})).toBeNull()
  expect(areas({ scope: 'worldwide', modality: '__proto__', partner: 'nobody' })).toBeNull()
  expect(measuresPassing(view, filter({ roadmap_measure: 'm99' }))).toBeNull()
})

test('areas pass by scope, kind and partner, and by all of them together', () => {
  expect(areas({ scope: 'regional' })).toEqual(['training'])
  expect(areas({ scope: 'subregional' })).toEqual(['witnesses'])
  expect(areas({ modality: 'mission' })).toEqual(['witnesses'])
  expect(areas({ partner: 'interpol' })).toEqual(['training'])
  expect(areas({ partner: 'interpol', modality: 'mission' })).toEqual([])
  expect(filterOptions(view).partners.map(({ key }) => key)).toEqual(['interpol'])
})

test('a measure passes by its key', () => {
  expect([...(measuresPassing(view, filter({ roadmap_measure: 'm02' })) ?? [])]).toEqual(['m02'])
})
