// The lossless file: cells exactly as they were submitted, one delegation per line.
import { namedCells } from '#surveys/analysis/disclosure.ts'
import type { Reply } from '#surveys/analysis/model.ts'
import { withCells } from '#surveys/analysis/rows.ts'
import type { Export, Replies } from './export.ts'

/** Named in the file, so that a reader can refuse what it does not know. */
const JSON_FORMAT = 'tour-de-table/answers/1'

/**
 * The parts of one JSON document, one reply in memory at a time. Nothing is neutralised, rounded or translated.
 * Outside the team the document holds the cells of those shown by name only.
 */
export async function* jsonParts(of: Export, from: Replies): AsyncGenerator<string> {
  const { questionnaire, version } = of.codebook.questionnaire
  const head = {
    format: JSON_FORMAT,
    round: of.round,
    questionnaire,
    version,
    snapshot: of.snapshot,
    profile: of.plan.reader === 'team' ? 'team' : 'shareable',
    roster: of.roster,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"replies":[`
  let separator = '\n'
  for await (const reply of from) {
    const document = documentOf(of, withCells(reply))
    if (!document) continue
    yield `${separator}${JSON.stringify(document)}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

function documentOf(of: Export, reply: Reply) {
  const cells = [...namedCells(of.plan, reply)].map(([, cell]) => cell)
  const { country, level, sectionLevels, revision, submittedAt } = reply
  const isTeam = of.plan.reader === 'team'
  if (!of.roster.some((one) => one.code === country) || (cells.length === 0 && !isTeam)) return undefined
  return { country, level, ...(isTeam && { sectionLevels }), revision, submittedAt, cells }
}
