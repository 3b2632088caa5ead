// The status board as it is read: who stands where, who holds the pen, since when nothing has moved.

import type { BoardLine } from '#db/board.ts'
import type { SectionProgress } from '#surveys/answering/progress.ts'
import { letterOf } from '#surveys/definition/codebook.ts'
import type { Country, Text } from '#surveys/definition/model.ts'

/** `team`: something is to be decided here · `head`: complete, to be signed · `delegation`: being answered · `nobody`: done */
export type Pen = 'team' | 'head' | 'delegation' | 'nobody'
export type SectionCell = {
  readonly key: string
  readonly mark: 'none' | 'part' | 'done' | 'kept' | 'back'
  /** `team:cell.<word>` */
  readonly word: 'none' | 'started' | 'part' | 'complete' | 'wrong' | 'submitted' | 'accepted' | 'declined'
  readonly done: number
  readonly total: number
}
export type BoardRow = {
  readonly responseId: string
  readonly code: string
  readonly label: Text
  readonly note: Text | null
  readonly state: BoardLine['state']
  /** the official revision; null: none yet */
  readonly revision: number | null
  readonly nextRevision: number
  readonly isLate: boolean
  readonly joinedLate: boolean
  readonly ownDeadline: string | null
  readonly level: string | null
  readonly pen: Pen
  readonly lastActivityAt: string | null
  /** whole days without activity; null when there was none yet */
  readonly quietDays: number | null
  readonly openEvidence: number
  /** asked and not settled; of these, those that wait for the team; and requests of the delegation's own */
  readonly clarifications: { readonly open: number; readonly toUs: number; readonly requests: number }
  readonly sections: readonly SectionCell[]
}
export type Filter = 'all' | 'us' | 'them' | 'asked' | 'quiet' | 'late'
export const FILTERS: readonly Filter[] = ['all', 'us', 'them', 'asked', 'quiet', 'late']

/** From this many days without activity on, a delegation is worth a reminder. */
export const QUIET_FROM = 7
const DAY = 86_400_000

export type BoardOf = {
  readonly countries: readonly Country[]
  /** measures whose evidence waits for a decision, by country */
  readonly openEvidence: ReadonlyMap<string, number>
  /** what was asked and said, by country */
  readonly clarifications?: ReadonlyMap<string, BoardRow['clarifications']>
  readonly now: Date
}

const NOTHING_ASKED: BoardRow['clarifications'] = { open: 0, toUs: 0, requests: 0 }

/** One row of the board; a draft shows how far it is, never what it says. */
export function boardRow(line: BoardLine, { countries, openEvidence, clarifications, now }: BoardOf): BoardRow {
  const country = countries.find(({ code }) => code === line.country)
  const open = openEvidence.get(line.country) ?? 0
  const asked = clarifications?.get(line.country) ?? NOTHING_ASKED
  const quiet = line.lastActivityAt ? Math.floor((now.getTime() - Date.parse(line.lastActivityAt)) / DAY) : null
  return {
    responseId: line.responseId,
    code: line.country,
    label: country?.label ?? { en: line.country },
    note: country?.note ?? null,
    state: line.state,
    revision: line.official?.revision ?? null,
    nextRevision: line.nextRevision,
    isLate: line.official?.isLate ?? false,
    joinedLate: line.joinedLate,
    ownDeadline: line.ownDeadline,
    level: line.official?.level ?? null,
    pen: penOf(line, open, asked.toUs + asked.requests),
    lastActivityAt: line.lastActivityAt,
    quietDays: quiet,
    openEvidence: open,
    clarifications: asked,
    sections: line.progress.sections.map((section) => sectionCell(section, line.state)),
  }
}

function penOf({ state, progress }: BoardLine, openEvidence: number, waiting: number): Pen {
  if (waiting > 0) return 'team'
  if (state === 'submitted' || state === 'accepted') return openEvidence > 0 ? 'team' : 'nobody'
  if (state === 'declined') return 'nobody'
  if (state === 'ready') return 'head'
  if (state === 'returned') return 'delegation'
  // A section of optional questions may stay empty: what counts is that nothing required is open.
  const isComplete = progress.nextOpen === null && progress.requiredAnswered === progress.required
  return isComplete && progress.required > 0 ? 'head' : 'delegation'
}

function sectionCell(
  { key, state, required, requiredAnswered }: SectionProgress,
  reply: BoardLine['state'],
): SectionCell {
  const size = { key, done: requiredAnswered, total: required }
  if (reply === 'submitted') return { ...size, mark: 'done', word: 'submitted' }
  if (reply === 'accepted') return { ...size, mark: 'kept', word: 'accepted' }
  if (reply === 'declined') return { ...size, mark: 'none', word: 'declined' }
  switch (state) {
    case 'none':
      return { ...size, mark: 'none', word: 'none' }
    case 'complete':
      return { ...size, mark: 'done', word: 'complete' }
    case 'error':
      return { ...size, mark: 'back', word: 'wrong' }
    case 'started':
    case 'missing':
      return { ...size, mark: 'part', word: required > 0 ? 'part' : 'started' }
  }
}

/** What each choice of the filter shows. */
export function isShown(row: BoardRow, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'us':
      return row.pen === 'team'
    case 'them':
      return row.pen === 'head' || row.pen === 'delegation'
    case 'asked':
      return row.clarifications.open > 0 || row.clarifications.requests > 0
    case 'quiet':
      return isQuiet(row)
    case 'late':
      return row.isLate || row.joinedLate
  }
}

/** Somebody should write to this delegation: it has not submitted, and nothing has moved for a week. */
export function isQuiet({ pen, quietDays }: BoardRow): boolean {
  return (pen === 'delegation' || pen === 'head') && (quietDays === null || quietDays >= QUIET_FROM)
}

export type Counts = {
  /** invited and not declined: the N of "n of N" */
  readonly all: number
  readonly submitted: number
  /** of the submitted ones, those that the team accepted */
  readonly accepted: number
  readonly drafts: number
  readonly untouched: number
  readonly declined: number
}

/** @param rows all countries of the round, declined ones included */
export function countRows(rows: readonly BoardRow[]): Counts {
  const taking = rows.filter(({ state }) => state !== 'declined')
  return {
    all: taking.length,
    submitted: taking.filter(({ revision }) => revision !== null).length,
    drafts: taking.filter(({ state, revision }) => (state === 'draft' || state === 'ready') && revision === null)
      .length,
    accepted: taking.filter(({ state }) => state === 'accepted').length,
    untouched: taking.filter(({ state }) => state === 'invited').length,
    declined: rows.length - taking.length,
  }
}

/** The sections of a questionnaire as columns: letter and title. */
export function columnsOf(sections: readonly { key: string; title: Text }[]) {
  return sections.map(({ key, title }, index) => ({ key, title, letter: letterOf(index) }))
}
