// All files of `surveys/` together: read, checked against each other, resolved into self-contained questionnaires.
import type { z } from 'zod'
import type { Questionnaire, Roster } from './model.ts'
import { type FileProblem, problemOf, type Reading, type Refusal, readYaml, type SourceFile } from './reading.ts'
import { resolve } from './resolving.ts'
import { allRules } from './rules/all.ts'
import { refusalsOfCatalogue, refusalsOfRoster } from './rules/catalogues.ts'
import { questionnaireFile } from './schema.ts'
import { type CatalogueFile, catalogueFile, rosterFile } from './schema-parts.ts'
import { compareVersions } from './versions.ts'
import { refusalsOfZod } from './zod-refusals.ts'

export type Library = {
  /** by `slug@version`; what cannot be read as a questionnaire is not here, what cannot be published yet is */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>
  /** by name */
  readonly catalogues: ReadonlyMap<string, CatalogueFile>
  /** by name */
  readonly rosters: ReadonlyMap<string, Roster>
  /** in the order of the files, then of the lines */
  readonly problems: readonly FileProblem[]
  /** by `slug@version`: the file that it was written in */
  readonly paths: ReadonlyMap<string, string>
}

type Kind = 'questionnaires' | 'catalogues' | 'rosters'
type Sorted = Record<Kind, Reading[]>

/**
 * @param files all of `surveys/`, paths relative to it: `questionnaires/<slug>/<version>.yaml`, `catalogues/<name>.yaml`,
 *   `rosters/<name>.yaml`
 */
export function readLibrary(files: readonly SourceFile[]): Library {
  const { sorted, problems } = sort(files)
  const refuse = (reading: Reading, refusals: readonly Refusal[]) => {
    problems.push(...refusals.map((refusal) => problemOf(reading, refusal)))
    return refusals.every((refusal) => refusal.isForPublishing)
  }
  const catalogues = new Map<string, CatalogueFile>()
  for (const [reading, catalogue] of accepted(sorted.catalogues, catalogueFile, refuse)) {
    refuse(reading, refusalsOfCatalogue(catalogue, reading.path))
    catalogues.set(catalogue.catalogue, catalogue)
  }
  const rosters = new Map<string, Roster>()
  for (const [reading, roster] of accepted(sorted.rosters, rosterFile, refuse)) {
    if (refuse(reading, refusalsOfRoster(roster, reading.path))) rosters.set(roster.roster, roster)
  }
  const drafts = accepted(sorted.questionnaires, questionnaireFile, refuse).map(([reading, file]) => ({
    reading,
    file,
    questionnaire: resolve(file, catalogues),
  }))
  const newest = newestOf(drafts.map((draft) => draft.questionnaire))
  const sound = drafts.filter(({ reading, file, questionnaire }) =>
    refuse(reading, allRules({ path: reading.path, file, questionnaire, catalogues, newest })),
  )
  return {
    questionnaires: new Map(sound.map(({ questionnaire }) => [nameOf(questionnaire), questionnaire])),
    catalogues,
    rosters,
    problems: problems.sort(byPlace),
    paths: new Map(sound.map(({ questionnaire, reading }) => [nameOf(questionnaire), reading.path])),
  }
}

/** `taf-regional-needs@1.0.0`. */
export function nameOf(questionnaire: Pick<Questionnaire, 'questionnaire' | 'version'>): string {
  return `${questionnaire.questionnaire}@${questionnaire.version}`
}

function sort(files: readonly SourceFile[]): { sorted: Sorted; problems: FileProblem[] } {
  const sorted: Sorted = { questionnaires: [], catalogues: [], rosters: [] }
  const problems: FileProblem[] = []
  for (const file of files) {
    const kind = /(?:^|\/)(questionnaires(?=\/[^/]+\/)|catalogues|rosters)\/[^/]+(?:\/[^/]+)?\.yaml$/.exec(
      file.path,
    )?.[1]
    if (!kind) {
      const message = 'expected questionnaires/<slug>/<version>.yaml, catalogues/<name>.yaml or rosters/<name>.yaml'
      problems.push({ path: file.path, line: 1, column: 1, key: '', message, isForPublishing: false })
      continue
    }
    const { reading, problems: faults } = readYaml(file)
    if (reading) sorted[kind as Kind].push(reading)
    problems.push(...faults)
  }
  return { sorted, problems }
}

function accepted<S extends z.ZodType>(
  readings: readonly Reading[],
  schema: S,
  refuse: (reading: Reading, refusals: readonly Refusal[]) => boolean,
): [Reading, z.output<S>][] {
  const results: [Reading, z.output<S>][] = []
  for (const reading of readings) {
    const result = schema.safeParse(reading.value)
    if (result.success) results.push([reading, result.data])
    else refuse(reading, refusalsOfZod(result.error, reading.value))
  }
  return results
}

function newestOf(questionnaires: readonly Questionnaire[]): Map<string, Questionnaire> {
  const newest = new Map<string, Questionnaire>()
  for (const candidate of questionnaires) {
    const known = newest.get(candidate.questionnaire)
    if (!known || compareVersions(candidate.version, known.version) > 0) newest.set(candidate.questionnaire, candidate)
  }
  return newest
}

function byPlace(a: FileProblem, b: FileProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}
