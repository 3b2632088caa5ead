// A sign-off that is not sent yet, carried over in the address when the page is shown again.
import { BASES } from '#surveys/answering/signature.ts'
import type { SignOff } from '../../../components/answering/check-page.ts'
import { sectionLevelName } from '../../../components/answering/disclosure.tsx'
import { levelOf, sectionLevelsOf } from './levels.ts'

/** Confirming is never carried over: it belongs to the page that is signed. */
export function searchOf({ level, sectionLevels, ...sign }: SignOff): URLSearchParams {
  const sections = Object.entries(sectionLevels).map(([key, chosen]) => [sectionLevelName(key), chosen])
  return new URLSearchParams([
    ['level', level ?? ''],
    ['name', sign.name],
    ['function', sign.function],
    ['basis', sign.basis],
    ...sections,
  ])
}

/** @returns null when the address carries none */
export function signOffIn(search: URLSearchParams, sections: readonly { key: string }[]): SignOff | null {
  if (!search.has('level')) return null
  const level = levelOf(search.get('level'))
  return {
    level,
    sectionLevels: sectionLevelsOf(search, sections, level),
    name: search.get('name') ?? '',
    function: search.get('function') ?? '',
    basis: BASES.find((basis) => basis === search.get('basis')) ?? 'in_person',
    isAttested: false,
  }
}
