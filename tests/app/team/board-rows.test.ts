// The board row by row: who holds the pen, what is late, and what each filter shows.
import { expect, test } from 'vitest'
import { attentionOf } from '#app/routes/team/attention.ts'
import { type BoardRow, boardRow, countRows, isShown } from '#app/routes/team/board-rows.ts'
import type { BoardLine } from '#db/board.ts'
import type { Round } from '#db/rounds.ts'
import type { SectionProgress } from '#surveys/answering/progress.ts'

const NOW = new Date('2027-01-11T09:00:00.000Z')
const section = (given: Partial<SectionProgress>): SectionProgress => ({
  key: 'general',
  state: 'none',
  required: 4,
  requiredAnswered: 0,
  answered: 0,
  absences: 0,
  setAside: 0,
  ...given,
})

function line(country: string, given: Partial<BoardLine>, sections = [section({})]): BoardLine {
  const required = sections.reduce((sum, one) => sum + one.required, 0)
  const requiredAnswered = sections.reduce((sum, one) => sum + one.requiredAnswered, 0)
  return {
    responseId: country,
    country,
    place: 1,
    state: 'draft',
    ownDeadline: null,
    joinedLate: false,
    progress: { sections, required, requiredAnswered, nextOpen: requiredAnswered < required ? 'a' : null },
    lastActivityAt: '2027-01-10T09:00:00.000Z',
    official: null,
    nextRevision: 1,
    ...given,
  }
}

const official = { id: 's', revision: 1, submittedAt: '', isLate: false, level: 'named' } as const
const row = (given: BoardLine, openEvidence = 0): BoardRow =>
  boardRow(given, { countries: [], openEvidence: new Map([[given.country, openEvidence]]), now: NOW })

const done = section({ state: 'complete', requiredAnswered: 4 })

test('the pen is with the delegation, then with its head, then with the team as long as evidence waits, then with nobody', () => {
  expect(row(line('XA', { state: 'invited' })).pen).toBe('delegation')
  expect(row(line('XA', {}, [done, section({})])).pen).toBe('delegation')
  expect(row(line('XA', {}, [done])).pen).toBe('head')
  expect(row(line('XA', {}, [done, section({ state: 'none', required: 0 })])).pen).toBe('head')
  expect(row(line('XA', { state: 'submitted', official }, [done]), 2).pen).toBe('team')
  expect(row(line('XA', { state: 'submitted', official }, [done])).pen).toBe('nobody')
  expect(row(line('XA', { state: 'declined' })).pen).toBe('nobody')
})

test('a section of a draft says k of n, of a submitted reply that it is submitted', () => {
  const [part] = row(line('XA', {}, [section({ state: 'missing', requiredAnswered: 3 })])).sections
  expect(part).toMatchObject({ mark: 'part', word: 'part', done: 3, total: 4 })
  const [wrong] = row(line('XA', {}, [section({ state: 'error' })])).sections
  expect(wrong).toMatchObject({ mark: 'back', word: 'wrong' })
  const [sent] = row(line('XA', { state: 'submitted', official }, [section({ state: 'started' })])).sections
  expect(sent).toMatchObject({ mark: 'done', word: 'submitted' })
})

test('the filters show who waits for whom, and who has been quiet for a week', () => {
  const quiet = row(line('XA', { lastActivityAt: '2027-01-04T08:59:00.000Z' }))
  const never = row(line('XB', { state: 'invited', lastActivityAt: null }))
  const sent = row(line('XC', { state: 'submitted', official: { ...official, isLate: true } }), 1)
  const codes = (filter: Parameters<typeof isShown>[1]) =>
    [quiet, never, sent].filter((one) => isShown(one, filter)).map(({ code }) => code)
  expect(quiet.quietDays).toBe(7)
  expect(codes('quiet')).toEqual(['XA', 'XB'])
  expect(codes('them')).toEqual(['XA', 'XB'])
  expect(codes('us')).toEqual(['XC'])
  expect(codes('late')).toEqual(['XC'])
  expect(codes('all')).toHaveLength(3)
})

test('a reply that is written again still counts as in; a country that declined counts nowhere', () => {
  const rows = [
    row(line('XA', { official, nextRevision: 2 })),
    row(line('XB', {})),
    row(line('XC', { state: 'invited' })),
    row(line('XD', { state: 'declined' })),
  ]
  expect(countRows(rows)).toEqual({ all: 3, submitted: 1, accepted: 0, drafts: 1, untouched: 1, declined: 1 })
})

test('attention: a deadline that has passed comes first; a planned round asks for nothing', () => {
  const round = {
    slug: 'r',
    title: { en: 'R' },
    state: 'open',
    deadline: '2027-01-10T17:00:00.000Z',
  } as unknown as Round
  const rows = [row(line('XA', {}, [done])), row(line('XB', { state: 'submitted', official }), 3)]
  const kinds = (state: Round['state']) =>
    attentionOf([{ round: { ...round, state }, rows }], { now: NOW, refusedMail: 2 }).map(({ kind, count }) => [
      kind,
      count,
    ])
  expect(kinds('open')).toEqual([
    ['deadline_passed', 1],
    ['evidence', 3],
    ['to_sign', 1],
    ['mail_refused', 2],
  ])
  expect(kinds('planned')).toEqual([['mail_refused', 2]])
  expect(kinds('closed')).toEqual([
    ['evidence', 3],
    ['mail_refused', 2],
  ])
})
