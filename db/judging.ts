// Whether a reply is complete: everything required answered, every check satisfied; asked before it is ready, and before it is sealed.
import type { Transaction } from 'kysely'
import { type Finding, holdsBack, runChecks } from '#surveys/answering/checks.ts'
import type { Cells, Problem } from '#surveys/answering/model.ts'
import { problemsOf } from '#surveys/answering/problems.ts'
import { neighboursOf } from './neighbours.ts'
import { codebookOf } from './questionnaires.ts'
import type { Standing } from './situations.ts'
import type { Tables } from './tables.ts'

export type Incomplete = {
  readonly state: 'incomplete'
  readonly problems: readonly Problem[]
  readonly findings: readonly Finding[]
}

/** What keeps these answers from being submitted; undefined: nothing. @param today ISO date by which they are judged */
export async function incompleteness(
  trx: Transaction<Tables>,
  { response }: Standing,
  cells: Cells,
  today: string,
): Promise<Incomplete | undefined> {
  const codebook = await codebookOf(trx, response.version_id)
  const problems = problemsOf(codebook, cells, today)
  const neighbours = await neighboursOf(trx, response.id)
  const findings = runChecks(codebook, cells, { today, ...neighbours }).filter(holdsBack)
  return problems.length > 0 || findings.length > 0 ? { state: 'incomplete', problems, findings } : undefined
}
