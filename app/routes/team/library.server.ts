// The files of `surveys/` as the team sees them: rosters for meetings, questionnaires that can be published.
import { type Library, readLibrary } from '#surveys/definition/library.ts'
import type { Roster } from '#surveys/definition/model.ts'
import { readSurveyFiles } from '../../commands/survey-files.ts'

let known: { key: string; library: Library } | undefined

/** All files, read from the disk each time and understood again only when one of them has changed. */
export function surveyLibrary(): Library {
  const files = readSurveyFiles()
  const key = files.map(({ path, text }) => `${path}\n${text}`).join('\n')
  if (known?.key !== key) known = { key, library: readLibrary(files) }
  return known.library
}

/** The rosters alone, which is quick. */
export function rosterFiles(): Roster[] {
  const files = readSurveyFiles().filter(({ path }) => path.includes('/rosters/'))
  return [...readLibrary(files).rosters.values()]
}
