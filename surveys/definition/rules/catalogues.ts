// What is refused in a catalogue and in a roster.
import type { Roster } from '../model.ts'
import type { Refusal } from '../reading.ts'
import type { CatalogueFile } from '../schema-parts.ts'
import { keyed, refusalsOfRepeated } from './repeated.ts'
import { refusalsOfTexts } from './texts.ts'

/** @param path of the file: a catalogue stands in the file of its name */
export function refusalsOfCatalogue(catalogue: CatalogueFile, path: string): Refusal[] {
  const keys = catalogue.items.map((item) => item.key)
  return [
    ...misplaced(path, `catalogues/${catalogue.catalogue}.yaml`, 'catalogue'),
    ...refusalsOfRepeated(keyed(keys, ['items'], 'key')),
    ...refusalsOfTexts(catalogue, catalogue.languages),
  ]
}

/** @param path of the file: a roster stands in the file of its name */
export function refusalsOfRoster(roster: Roster, path: string): Refusal[] {
  const codes = roster.countries.map((country) => country.code)
  return [
    ...misplaced(path, `rosters/${roster.roster}.yaml`, 'roster'),
    ...refusalsOfRepeated(keyed(codes, ['countries'], 'code')),
    ...refusalsOfTexts(roster, roster.languages),
  ]
}

/** @returns a refusal where a file does not stand where its own words say */
export function misplaced(path: string, expected: string, key: string): Refusal[] {
  const isThere = path === expected || path.endsWith(`/${expected}`)
  return isThere ? [] : [{ path: [key], message: `this belongs into ${expected}` }]
}
