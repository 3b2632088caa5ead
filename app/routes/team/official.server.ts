// The official revision of a country's reply to a round: the only one that evidence is judged on.
import { listBoard } from '#db/board.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { submittedCells } from '#db/submissions.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { requireRoundAt } from './overview.server.ts'

/** @throws a Response 404: no such round, no such country, or nothing submitted yet */
export async function findOfficial({ db, params }: TeamVisit) {
  const round = await requireRoundAt(db, params.round)
  const line = (await listBoard(db, round.id)).find(({ country }) => country === params.country)
  if (!line?.official) throw notFound()
  return {
    round,
    country: line.country,
    responseId: line.responseId,
    codebook: await codebookOf(db, round.version.id),
    cells: await submittedCells(db, line.official.id),
  }
}
