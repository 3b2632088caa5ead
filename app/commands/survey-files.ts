// The files of `surveys/` from the disk: questionnaires, catalogues and rosters.
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { SourceFile } from '#surveys/definition/reading.ts'

/**
 * @param folder where `questionnaires/`, `catalogues/` and `rosters/` lie
 * @returns the YAML files, sorted by path; paths begin with the folder's name, as editors and terminals open them
 */
export function readSurveyFiles(folder = 'surveys'): SourceFile[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      path: join(folder, name).split(sep).join('/'),
      text: readFileSync(join(folder, name), 'utf8'),
    }))
}
