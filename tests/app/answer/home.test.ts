// The delegation's home and the outline of a round: what waits first, in which state, and who does what.
import { expect } from 'vitest'
import type { HomePage } from '#app/components/answering/home-page.ts'
import type { RoundPage } from '#app/components/answering/round-outline.tsx'
import { loader as home } from '#app/routes/answer/home.tsx'
import { loader as round } from '#app/routes/answer/round.tsx'
import { action as section } from '#app/routes/answer/section.tsx'
import { closeRound } from '#db/round-states.ts'
import { test } from '../../support/database.ts'
import { BY_SYSTEM } from '../../support/world.ts'
import { anAnsweringWorld, ask, type World } from './answer-house.ts'

const homeOf = async (world: World, asking = {}) => (await ask(world, home, '/answer', asking)) as unknown as HomePage
const answer = (world: World) =>
  ask(world, section, '/answer/short-1/general', {
    params: { section: 'general' },
    form: { institution: 'Ministry', 'institution~revision': '0' },
    as: 'karim',
  })

test('before the first answer: the round, its deadline, the people', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const page = await homeOf(world)
  expect(page.finding).toBe('\u2068Round\u2069 is waiting for your first answer')
  expect(page.lead).toContain('Brussels time')
  expect(page.colleagues).toMatchObject([
    { role: 'head', people: [{ name: 'Amal Haddad' }] },
    { role: 'contributor', people: [{ name: 'Karim Solari' }] },
  ])
})

test('sections with something open come first, and each says who answered last', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answer(world)
  const { left, finding } = await homeOf(world)
  expect(finding).toBe('\u2068Round\u2069: complete, ready to check and submit')
  expect(left?.last.general).toBe('Last: \u2068Karim Solari\u2069, 10:05')
  expect(left?.sections.map(({ standing }) => standing.words)).toEqual(['Complete', 'Optional', 'Optional'])
})

test('a closed round waits for nobody; it stands among the others', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await closeRound(db, { ...BY_SYSTEM, roundId: world.round.id, role: 'manager', why: 'the end' })
  const page = await homeOf(world)
  expect(page.left).toBeNull()
  expect(page.others).toMatchObject([{ deadline: 'Closed', receipt: null }])
})

test('a country that is not invited finds nothing', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  expect(await homeOf(world, { country: 'XZ' })).toMatchObject({ left: null, others: [] })
})

test('the outline of a round leads to the next open question', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const page = (await ask(world, round, '/answer/short-1')) as unknown as RoundPage
  expect(page.outline.next).toBe('/answer/short-1/general#q-institution')
  expect(page.isStarted).toBe(false)
  await answer(world)
  const after = (await ask(world, round, '/answer/short-1')) as unknown as RoundPage
  expect(after.outline.next).toBeNull()
  expect(after.outline.progress).toBe('1 of 1 required answers')
})
