// What is refused in a catalogue and in a roster.
import type { Roster } from '../model.ts'
import type { Refusal } from '../reading.ts'
import type { CatalogueFile } from '../schema-parts.ts'
import { refusalsOfRepeated } from './repeated.ts'
import { refusalsOfTexts } from './texts.ts'

/** @param path of the file: a catalogue stands in the file of its name */
export function refusalsOfCatalogue(catalogue: CatalogueFile, path: string): Refusal[] {
  return [
    ...misplaced(path, `catalogues/${catalogue.catalogue}.yaml`, 'catalogue'),
    ...refusalsOfRepeated(
      catalogue.items.map((item) => item.key),
      ['items'],
      'key',
    ),
    ...refusalsOfTexts(catalogue, catalogue.languages),
  ]
}

/** @param path of the file: a roster stands in the file of its name */
export function refusalsOfRoster(roster: Roster, path: string): Refusal[] {
  return [
    ...misplaced(path, `rosters/${roster.roster}.yaml`, 'roster'),
    ...refusalsOfRepeated(
      roster.countries.map((country) => country.code),
      ['countries'],
      'code',
    ),
    ...refusalsOfTexts(roster, roster.languages),
  ]
}

/** @returns a refusal where a file does not stand where its own words say */
export function misplaced(path: string, expected: string, key: string): Refusal[] {
  return path === expected || path.endsWith(`/${expected}`)
    ? []
    : [{ path: [key], message: `this belongs into ${expected}` }]
}
