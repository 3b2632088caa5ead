// Published versions with their figures, and what the files hold beside them.
import { createHash } from 'node:crypto'
import { listVersions, type PublishedVersion, sealedOf } from '#db/questionnaires.ts'
import { listRounds } from '#db/rounds.ts'
import type { Db } from '#db/tables.ts'
import type { Library } from '#surveys/definition/library.ts'
import type { Questionnaire, Text } from '#surveys/definition/model.ts'
import { type PublishingRefusal, refusalsOfPublishing } from '#surveys/definition/publishing.ts'
import { printProblem } from '#surveys/definition/reading.ts'
import { type Summary, summaryOf } from '#surveys/definition/summary.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export type VersionRow = Omit<PublishedVersion, 'id'> & {
  readonly summary: Summary
  /** how many rounds ask it */
  readonly rounds: number
}
export type Candidate = {
  /** `slug@version` */
  readonly name: string
  readonly title: Text
  readonly summary: Summary
  readonly refusals: readonly PublishingRefusal[]
  /** whether an earlier version is published, so that there is something to compare */
  readonly isFirst: boolean
}

/** Every published version, with the sealed questionnaire itself. */
export async function publishedVersions(db: Db): Promise<(VersionRow & { questionnaire: Questionnaire })[]> {
  const rounds = await listRounds(db)
  const rows = []
  for (const { id, ...version } of await listVersions(db)) {
    const questionnaire = await sealedOf(db, id)
    const asking = rounds.filter((round) => round.version.id === id).length
    rows.push({ ...version, questionnaire, summary: summaryOf(questionnaire, sha256), rounds: asking })
  }
  return rows
}

/** What the files hold and the database does not, or holds with another content; and what is wrong with the files. */
export function candidatesOf(library: Library, published: readonly { questionnaire: Questionnaire }[]) {
  const candidates = [...library.questionnaires].flatMap(([name, questionnaire]): Candidate[] => {
    const versions = published
      .map((one) => one.questionnaire)
      .filter((one) => one.questionnaire === questionnaire.questionnaire)
    const refusals = refusalsOfPublishing(questionnaire, versions)
    const isPublished = versions.some(({ version }) => version === questionnaire.version)
    if (isPublished && refusals.length === 0) return []
    return [
      {
        name,
        title: questionnaire.title,
        summary: summaryOf(questionnaire, sha256),
        refusals,
        isFirst: versions.length === 0,
      },
    ]
  })
  const fileProblems = library.problems.filter(({ isForPublishing }) => !isForPublishing).map(printProblem)
  return { candidates, fileProblems }
}
