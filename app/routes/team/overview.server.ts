// A round as the team sees it: its board, and what waits for a decision.
import { listBoard } from '#db/board.ts'
import { listClarifications } from '#db/clarifications.ts'
import { evidenceOf } from '#db/evidence.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { listRequests } from '#db/requests.ts'
import { findRound, type Round } from '#db/rounds.ts'
import { submittedCells } from '#db/submissions.ts'
import type { Db } from '#db/tables.ts'
import { isUnsettled } from '#surveys/answering/clarification.ts'
import { notFound } from '../../access.server.ts'
import { type BoardRow, boardRow, type Counts, countRows } from './board-rows.ts'
import { evidencedMeasures } from './evidence.ts'

export type Overview = { readonly round: Round; readonly rows: readonly BoardRow[]; readonly counts: Counts }

/** @throws a Response 404 when there is no such round */
export async function requireRoundAt(db: Db, slug: string | undefined): Promise<Round> {
  const round = slug ? await findRound(db, slug) : undefined
  if (!round) throw notFound()
  return round
}

/** The board of a round, with its figures. */
export async function overviewOf(db: Db, round: Round, now: Date): Promise<Overview> {
  const lines = await listBoard(db, round.id)
  const openEvidence = await openEvidenceOf(db, round, lines)
  const clarifications = await clarificationsByCountry(db, round, lines)
  const { countries } = round.meeting.roster
  const rows = lines.map((line) => boardRow(line, { countries, openEvidence, clarifications, now }))
  return { round, rows, counts: countRows(rows) }
}

/** By country, how many measures have evidence that nobody has judged, or that has changed since. */
async function openEvidenceOf(db: Db, round: Round, lines: Awaited<ReturnType<typeof listBoard>>) {
  const open = new Map<string, number>()
  const codebook = await codebookOf(db, round.version.id)
  if (!codebook.questionnaire.analysis.readiness) return open
  for (const { country, official, responseId, state } of lines) {
    if (!official || state !== 'submitted') continue
    const measures = evidencedMeasures(codebook, await submittedCells(db, official.id))
    const decisions = await evidenceOf(db, responseId)
    open.set(country, measures.filter(({ status }) => !decisions.get(status.name)?.isInForce).length)
  }
  return open
}

async function clarificationsByCountry(db: Db, { id }: Round, lines: Awaited<ReturnType<typeof listBoard>>) {
  const asked = (await listClarifications(db, { roundId: id }, { side: 'team' })).filter(isUnsettled)
  const requests = await listRequests(db, { openIn: id })
  return new Map(
    lines.map(({ country, responseId }) => {
      const own = asked.filter((one) => one.responseId === responseId)
      const toUs = own.filter(({ state }) => state === 'answered').length
      return [
        country,
        { open: own.length, toUs, requests: requests.filter((one) => one.responseId === responseId).length },
      ]
    }),
  )
}

/** What a page needs to name a round, without its roster. */
export function namesOf({ slug, title, state, deadline, meeting, version, isDemonstration }: Round) {
  return {
    slug,
    title,
    state,
    deadline,
    isDemonstration,
    version: { slug: version.slug, version: version.version, title: version.title },
    meeting: { slug: meeting.slug, title: meeting.title, timeZone: meeting.timeZone },
  }
}
export type RoundNames = ReturnType<typeof namesOf>
