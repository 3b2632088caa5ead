// At start-up: files that no longer say what was published from them. What was published holds; the log says what differs.
import { listVersions, sealedOf } from '#db/questionnaires.ts'
import type { Db } from '#db/tables.ts'
import { describeDifferences, printDifferences } from '#surveys/definition/differences.ts'
import { nameOf, readLibrary } from '#surveys/definition/library.ts'
import { printProblem, type SourceFile } from '#surveys/definition/reading.ts'
import type { Log } from './log.ts'

/** A file that is refused altogether is named with its first problems; a terminal is not a place for hundreds. */
const NAMED = 10

/**
 * Compares the files with the sealed versions of the same name. Nothing is changed, and no file is taken for published.
 * @param files gives all of `surveys/`; only asked for when something is published
 */
export async function reportDrift(db: Db, files: () => readonly SourceFile[], log: Log): Promise<void> {
  const versions = await listVersions(db)
  if (versions.length === 0) return
  const library = readLibrary(files())
  const refused = library.problems.filter((problem) => !problem.isForPublishing)
  for (const problem of refused.slice(0, NAMED)) log.warn('file refused', { problem: printProblem(problem) })
  for (const { id, slug, version } of versions) {
    const name = nameOf({ questionnaire: slug, version })
    const written = library.questionnaires.get(name)
    if (!written) continue
    const differences = describeDifferences(await sealedOf(db, id), written)
    if (differences.length === 0) continue
    const file = library.paths.get(name) ?? name
    log.warn('published version edited', { file, version, differs: printDifferences(file, version, differences) })
  }
}
