// What the enhancement hears from a save: everything that may have changed on the page, in words.
import { expect } from 'vitest'
import type { SaveAnswer } from '#app/components/answering/save-answer.ts'
import { loader as presence } from '#app/routes/answer/presence.ts'
import { action as save } from '#app/routes/answer/save.ts'
import { loader as section } from '#app/routes/answer/section.tsx'
import { closeRound } from '#db/round-states.ts'
import { test } from '../../support/database.ts'
import { BY_SYSTEM } from '../../support/world.ts'
import { type Asking, anAnsweringWorld, ask, type World } from './answer-house.ts'

async function keep(world: World, form: NonNullable<Asking['form']>, more: Asking = {}): Promise<SaveAnswer> {
  const asking = { params: { section: 'general' }, form: { act: 'stay', ...form }, ...more }
  const answer = await ask(world, save, '/answer/short-1/general/save', asking)
  if (!(answer instanceof Response) || answer.status !== 200) throw new Error('not saved')
  return answer.json()
}

test('saved: the revision to go on from, and the words for the bar', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const answer = await keep(world, { institution: 'Ministry', 'institution~revision': '0' })
  expect(answer.status).toBe('Saved 10:05 by \u2068Amal Haddad\u2069')
  expect(answer.fields.institution).toMatchObject({ revision: 1, problem: null, clash: null, parts: null })
  expect(answer.sections.general).toMatchObject({ mark: 'done', words: 'Complete' })
  expect(answer.progress).toBe('1 of 1 required answers')
  expect(answer.next).toEqual({ href: '/answer/short-1/check', words: 'Check and submit' })
})

test('a question appears when it applies, and goes aside with its answer when it does not', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const shown = await keep(world, { has_law: 'yes', 'has_law~revision': '0', law: 'Act 14', 'law~revision': '0' })
  expect(shown.applies).toContain('law')
  const aside = await keep(world, { has_law: 'no', 'has_law~revision': '1' })
  expect(aside.applies).not.toContain('law')
  expect(aside.aside).toEqual({ law: ['Act 14'] })
})

test('what cannot be read is kept as typed, with the sentence for its field', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const { fields } = await keep(world, { staff: 'many', 'staff~revision': '0' })
  expect(fields.staff).toMatchObject({ revision: 1, problem: 'Enter a number in digits, for example 30' })
})

test('a conflict comes back with both answers, and a choice with what stands', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await keep(world, { institution: 'The prosecution', 'institution~revision': '0' }, { as: 'karim' })
  const mine = { institution: 'The ministry', 'institution~revision': '0' }
  const met = await keep(world, mine)
  expect(met.hasClashes).toBe(true)
  expect(met.status).toBe('Not saved yet: choose between two answers')
  expect(met.fields.institution?.clash).toMatchObject({ seen: 1, canJoin: true })
  const choice = { 'institution~seen': '1', 'institution~choice': 'theirs', act: 'choose:institution' }
  const chosen = await keep(world, { ...mine, ...choice })
  expect(chosen.fields.institution).toMatchObject({ revision: 1, clash: null, parts: ['The prosecution'] })
})

test('a closed round keeps nothing and says why', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await closeRound(db, { ...BY_SYSTEM, roundId: world.round.id, role: 'manager', why: 'the end' })
  const answer = await keep(world, { institution: 'Ministry', 'institution~revision': '0' })
  expect(answer).toMatchObject({ isKept: false, status: expect.stringContaining('closed') })
})

test('who is in which section is said to the others, for a while', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await ask(world, section, '/answer/short-1/general', { params: { section: 'general' }, as: 'karim', at: 5 })
  const asked = async (at: number) =>
    ((await ask(world, presence, '/answer/short-1/presence?section=more', { at })) as Response).json()
  expect(await asked(6)).toEqual({
    sections: { general: '\u2068Karim Solari\u2069 is in this section now', measures: null, more: null },
  })
  expect(await asked(9)).toMatchObject({ sections: { general: null } })
})
