// Contributions put together for every type of question, and who is asked for what.
import { expect, test } from 'vitest'
import {
  type Assignment,
  assignedFields,
  contributionsAsked,
  fieldsOfTarget,
  institutionsOf,
} from '#surveys/answering/assignments.ts'
import { emptyCell } from '#surveys/answering/cells.ts'
import { type Contribution, differentAnswers, mergedOf, sayingNow } from '#surveys/answering/contributions.ts'
import type { Cell, Value } from '#surveys/answering/model.ts'
import { compile } from '#surveys/definition/codebook.ts'
import type { Field, QuestionType } from '#surveys/definition/model.ts'
import { QUESTIONNAIRE } from '../../support/world.ts'

const codebook = compile(QUESTIONNAIRE)
const cell = (value: Value | null, more: Partial<Cell> = {}): Cell => ({ ...emptyCell('f'), value, ...more })
const fieldOf = (type: QuestionType) => ({ name: 'f', question: { type } }) as unknown as Field
const file = (id: string) => ({ kind: 'file', id, name: `${id}.pdf`, bytes: 1, sha256: id }) as const
const link = { kind: 'link', url: 'https://justice.example/decree' } as const

test.each<[QuestionType, Value, Value, Value]>([
  ['text', 'Justice', 'Police', 'Justice / Police'],
  ['text', 'Ministry of Justice', 'Justice', 'Ministry of Justice'],
  ['long_text', 'One.', 'Two.', 'One.\n\nTwo.'],
  ['number', 12, 13, 12],
  ['date', '2027-01-01', '2027-02-01', '2027-01-01'],
  ['single', 'planned', 'implemented', 'planned'],
  ['scale', 'high', 'low', 'high'],
  ['yes_no', 'yes', 'no', 'yes'],
  ['yes_partly_no', 'yes', 'partly', 'yes'],
  ['confirm', 'yes', 'yes', 'yes'],
  ['multi', ['a', 'b'], ['b', 'c'], ['a', 'b', 'c']],
  ['ranking', ['b', 'a'], ['c', 'b'], ['b', 'a', 'c']],
  ['file', [file('x'), link], [link, file('y')], [file('x'), link, file('y')]],
])('%s: two answers become one', (type, first, second, together) => {
  expect(mergedOf(fieldOf(type), [cell(first), cell(second)])?.value).toEqual(together)
})

test('a reason gives way to an answer, comments stand together, and nothing stays nothing', () => {
  const merged = mergedOf(fieldOf('number'), [
    cell(null, { absence: 'na', comment: 'Why' }),
    cell(7, { comment: 'So' }),
  ])
  expect(merged).toMatchObject({ value: 7, absence: null, comment: 'Why\n\nSo' })
  expect(mergedOf(fieldOf('number'), [cell(null, { absence: 'pns' })])).toMatchObject({ value: null, absence: 'pns' })
  expect(mergedOf(fieldOf('number'), [cell(null, { typed: 'many' })])).toBeUndefined()
})

test('an institution says what it said last; comments alone make no difference', () => {
  const said = (institution: string, revision: number, value: Value | null): Contribution => ({
    ...cell(value, { comment: value === null ? null : `of ${institution}` }),
    ...{ institution, revision, at: '', by: '' },
  })
  const all = [
    said('Police', 2, 4),
    said('Justice', 1, 4),
    said('Police', 3, 2),
    said('Customs', 4, 1),
    said('Customs', 5, null),
  ]
  expect(sayingNow(all).map(({ institution, value }) => [institution, value])).toEqual([
    ['Justice', 4],
    ['Police', 2],
  ])
  expect(differentAnswers(sayingNow(all))).toBe(2)
  expect(differentAnswers([said('Police', 1, 4), said('Justice', 2, 4)])).toBe(1)
})

const task = (target: string, more: Partial<Assignment>): Assignment => ({
  ...{ id: target, kind: 'answer', target, colleague: null, institution: null, note: null, dueOn: null },
  ...{ createdAt: '', by: '', doneAt: null },
  ...more,
})
const KARIM = { id: 'karim', name: 'Karim' }

test('a target covers its fields', () => {
  expect(fieldsOfTarget(codebook, 'section:general')).toEqual(['institution', 'staff', 'has_law', 'law'])
  expect(fieldsOfTarget(codebook, 'group:measures')).toHaveLength(6)
  expect(fieldsOfTarget(codebook, 'field:staff')).toEqual(['staff'])
  expect(fieldsOfTarget(codebook, 'field:none')).toEqual([])
})

test('a colleague is asked by name, or through their institution; what is done, or another’s, is not theirs', () => {
  const all = [
    task('field:staff', { colleague: KARIM, institution: 'Police' }),
    task('field:law', { institution: 'Police' }),
    task('group:measures', { colleague: { id: 'nour', name: 'Nour' }, institution: 'Police' }),
    task('field:institution', { institution: 'Justice' }),
    task('field:has_law', { colleague: KARIM, doneAt: '2027-01-11T09:00:00.000Z' }),
    task('section:general', { kind: 'contribution', institution: 'Police' }),
    task('field:institution', { kind: 'contribution', institution: 'Justice' }),
  ]
  expect([...institutionsOf(all, 'karim')]).toEqual(['Police'])
  expect([...assignedFields(codebook, all, 'karim')]).toEqual(['staff', 'law'])
  expect(assignedFields(codebook, all, 'nobody').size).toBe(0)
  expect([...contributionsAsked(codebook, all, 'karim').keys()]).toEqual(['Police'])
  expect([...contributionsAsked(codebook, all, null)].map(([name, { size }]) => [name, size])).toEqual([
    ['Police', 4],
    ['Justice', 1],
  ])
})
