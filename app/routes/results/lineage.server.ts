// What became of every question up to the version that a codebook is of.
import type { Db } from '#db/tables.ts'
import { versionsOf } from '#db/version-lines.ts'
import { type Lineage, lineageOf } from '#surveys/definition/comparison/history.ts'
import type { Codebook } from '#surveys/definition/model.ts'

export async function readLineage(db: Db, { questionnaire: { questionnaire, version } }: Codebook): Promise<Lineage> {
  const versions = (await versionsOf(db, questionnaire)).map((one) => one.questionnaire)
  return lineageOf(versions.slice(0, 1 + versions.findIndex((one) => one.version === version)))
}
