// The review of one country's reply: what was asked and said, what it has asked for, what a new revision says otherwise.
import { listPeople } from '#db/accounts.ts'
import { type BoardLine, listBoard } from '#db/board.ts'
import { listClarifications } from '#db/clarifications.ts'
import { codebookOf } from '#db/questionnaires.ts'
import { listRequests } from '#db/requests.ts'
import type { Round } from '#db/rounds.ts'
import { submittedCells } from '#db/submissions.ts'
import type { Db } from '#db/tables.ts'
import { actRefusal, type ReplyAct } from '#surveys/answering/acts.ts'
import { sameCell } from '#surveys/answering/cells.ts'
import type { Clarification } from '#surveys/answering/clarification.ts'
import type { Cell } from '#surveys/answering/model.ts'
import type { Situation } from '#surveys/answering/states.ts'
import type { Codebook, Country } from '#surveys/definition/model.ts'
import { notFound, type TeamVisit } from '../../access.server.ts'
import { type NamedField, namedField } from '../../components/review/field-name.tsx'
import { requireRoundAt } from './overview.server.ts'

export type Reviewed = {
  readonly round: Round
  readonly country: Country
  readonly line: BoardLine & { readonly official: NonNullable<BoardLine['official']> }
  readonly codebook: Codebook
  /** of the official revision */
  readonly cells: ReadonlyMap<string, Cell>
  readonly clarifications: readonly Clarification[]
}

/** @throws a Response 404: no such round, no such country, or nothing submitted yet */
export async function requireReviewed({ db, params }: TeamVisit): Promise<Reviewed> {
  const round = await requireRoundAt(db, params.round)
  const country = round.meeting.roster.countries.find(({ code }) => code === params.country)
  const line = (await listBoard(db, round.id)).find((one) => one.country === params.country)
  if (!country || !line?.official) throw notFound()
  const { official } = line
  return {
    round,
    country,
    line: { ...line, official },
    codebook: await codebookOf(db, round.version.id),
    cells: await submittedCells(db, official.id),
    clarifications: await listClarifications(db, { responseId: line.responseId }, { side: 'team' }),
  }
}

export type ReviewLine = {
  readonly field: NamedField
  readonly thread: Clarification
  /** what was asked about, and the official answer where it is another one since */
  readonly before: Cell | null
  readonly after: Cell | null
  readonly hasChanged: boolean
}

/** Each clarification with its question, and with what became of the answer. */
export async function reviewLines(db: Db, { clarifications, codebook, cells, line }: Reviewed): Promise<ReviewLine[]> {
  const asked = new Map<string, ReadonlyMap<string, Cell>>([[line.official.id, cells]])
  const lines: ReviewLine[] = []
  for (const thread of clarifications) {
    const field = codebook.byName.get(thread.field)
    if (!field) continue
    const then = asked.get(thread.submissionId) ?? (await submittedCells(db, thread.submissionId))
    asked.set(thread.submissionId, then)
    const [before, after] = [then.get(thread.field), cells.get(thread.field)]
    const hasChanged = !sameCell(before, after)
    lines.push({ field: namedField(field), thread, before: before ?? null, after: after ?? null, hasChanged })
  }
  return lines
}

/** What the delegation waits for; null: nothing. */
export async function openRequest(db: Db, { line, codebook }: Reviewed) {
  const request = (await listRequests(db, { responseId: line.responseId })).find(({ state }) => state === 'open')
  if (!request) return null
  const { kind, why, at, by } = request
  return {
    kind,
    why,
    at,
    by,
    fields: request.fields.flatMap((name) => codebook.byName.get(name) ?? []).map(namedField),
  }
}

/** What of these can be done now: the buttons that a page offers. */
export function possibleActs(reviewed: Reviewed, visit: TeamVisit, isAsking: boolean): Record<string, boolean> {
  const { round, line, clarifications } = reviewed
  const count = (...states: readonly string[]) => clarifications.filter(({ state }) => states.includes(state)).length
  const situation: Situation = {
    round: round.state,
    response: line.state,
    hasOfficial: true,
    deadline: line.ownDeadline ?? round.deadline,
    now: visit.now.toISOString(),
    review: { noted: count('noted'), unsettled: count('open', 'answered'), isAsking, hasChanged: false },
  }
  const acts = ['ask', 'send_back', 'settle', 'accept', 'take_back_acceptance', 'decide_request', 'reopen_for'] as const
  const may = (act: ReplyAct) => actRefusal(act, situation, visit.team.role) === undefined
  return Object.fromEntries(acts.map((act) => [act, may(act)]))
}

/** Who can follow a clarification up: the team's people of this meeting. */
export async function followersToChoose(db: Db, round: Round): Promise<{ id: string; name: string }[]> {
  const isHere = (meetingId: string | null) => meetingId === null || meetingId === round.meeting.id
  const all = await listPeople(db)
  return all
    .filter(({ disabledAt }) => disabledAt === null)
    .filter(({ memberships }) =>
      memberships.some(({ role, meetingId }) => (role === 'manager' || role === 'officer') && isHere(meetingId)),
    )
    .map(({ id, name }) => ({ id, name }))
}
