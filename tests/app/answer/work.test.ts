// Assignments inside a delegation: who is waited for stands in the outline, a letter goes out, and a handover moves them.
import { expect } from 'vitest'
import type { RoundPage } from '#app/components/answering/round-outline.tsx'
import { loader as round } from '#app/routes/answer/round.tsx'
import { action as act, loader as work } from '#app/routes/answer/work.tsx'
import { listMail } from '#db/outbox.ts'
import type { Assignment } from '#surveys/answering/assignments.ts'
import { test } from '../../support/database.ts'
import { problemsOf } from '../team/team-house.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, type World } from './answer-house.ts'

const WORK = '/answer/short-1/work'
const FOCAL = { role: 'focal_point' } as const
const post = (world: World, form: NonNullable<Asking['form']>, asking: Asking = FOCAL) =>
  ask(world, act, WORK, { ...asking, form })
const assignments = async (world: World) =>
  ((await ask(world, work, WORK, FOCAL)) as { assignments: Assignment[] }).assignments
const waiting = async (world: World) =>
  ((await ask(world, round, '/answer/short-1')) as unknown as RoundPage).outline.sections.map((one) => one.waiting)

test('a section is asked of an institution, and the outline says who is waited for until it is done', async ({
  db,
}) => {
  const world = await anAnsweringWorld(db)
  const form = { act: 'assign', target: 'section:general', institution: 'Ministry of Justice', note: 'With figures' }
  expect(leadsTo(await post(world, { ...form, 'due~day': '3', 'due~month': '2', 'due~year': '2027' }))).toContain(
    'done=',
  )
  const [made] = await assignments(world)
  expect(made).toMatchObject({ institution: 'Ministry of Justice', note: 'With figures', dueOn: '2027-02-03' })
  expect((await waiting(world))[0]).toBe('Waiting for \u2068Ministry of Justice\u2069')
  expect(await listMail(db)).toEqual([])
  await post(world, { act: 'done', assignment: made?.id ?? '' })
  expect((await waiting(world))[0]).toBeNull()
  await post(world, { act: 'reopen', assignment: made?.id ?? '' })
  expect((await waiting(world))[0]).not.toBeNull()
})

test('a colleague gets a letter that says nothing of what is asked, and says that it is done', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await post(world, { act: 'assign', target: 'field:staff', colleague: world.karim, note: 'A secret note' })
  const letters = await listMail(db)
  expect(letters).toHaveLength(1)
  expect(JSON.stringify(letters)).not.toContain('A secret note')
  const [made] = await assignments(world)
  const id = made?.id ?? ''
  expect(leadsTo(await post(world, { act: 'remind', assignment: id }))).toContain('done=reminded')
  expect(await listMail(db)).toHaveLength(2)
  expect(leadsTo(await post(world, { act: 'done', assignment: id }, { as: 'karim' }))).toContain('done=task_done')
  expect(problemsOf(await post(world, { act: 'remind', assignment: id }))).toEqual({ act: 'changed_meanwhile' })
})

test('who runs the work asks; nobody is asked for nothing', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const form = { act: 'assign', target: 'group:measures', colleague: world.karim }
  expect(problemsOf(await post(world, form, { as: 'karim' }))).toEqual({ act: 'not_your_role' })
  expect(problemsOf(await post(world, { ...form, target: 'section:none', colleague: '' }))).toEqual({
    target: 'target_missing',
    colleague: 'asked_missing',
  })
  expect(await assignments(world)).toEqual([])
})
