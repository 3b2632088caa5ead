// Signing in two steps: the focal point says that the reply is ready, the answers stay as they are, then the head signs.
import { expect } from 'vitest'
import type { CheckPage } from '#app/components/answering/check-page.ts'
import { loader as check, action as checkAction } from '#app/routes/answer/check.tsx'
import { action as section } from '#app/routes/answer/section.tsx'
import { listMail } from '#db/outbox.ts'
import { changeSigning } from '#db/round-states.ts'
import { listSubmissions } from '#db/submissions.ts'
import { test } from '../../support/database.ts'
import { BY_SYSTEM, responseOf } from '../../support/world.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const CHECK = '/answer/short-1/check'
const SIGNED = { level: 'named', signed_name: 'Amal Haddad', signed_function: 'Head of delegation', attest: 'yes' }
const FOCAL = { as: 'karim', role: 'focal_point' } as const
const INTENT = '3f0d8a9e-4f1c-4d1e-9a3b-0123456789ab'

const save = (world: World, staff: string, base: string, institution = 'Ministry') =>
  ask(world, section, '/answer/short-1/general', {
    params: { section: 'general' },
    form: { institution, 'institution~revision': base, staff, 'staff~revision': base },
  })
const page = async (world: World, asking: Asking = {}) =>
  (await ask(world, check, CHECK, asking)) as unknown as CheckPage
const step = (world: World, act: string, asking: Asking = FOCAL) =>
  ask(world, checkAction, CHECK, { ...asking, form: { act, intent: crypto.randomUUID() } })
const stateOf = async ({ db }: World) => (await responseOf(db, 'XA')).state

async function inTwoSteps(db: Parameters<typeof anAnsweringWorld>[0]) {
  const world = await anAnsweringWorld(db)
  await changeSigning(db, { ...BY_SYSTEM, roundId: world.round.id, role: 'manager', needsReady: true })
  return world
}

test('an incomplete reply is not ready, and says what is missing', async ({ db }) => {
  const world = await inTwoSteps(db)
  await save(world, '30', '0', '')
  const { status, page: shown } = refused(await step(world, 'ready'))
  expect(status).toBe(400)
  expect(JSON.stringify(shown.wrongs)).toContain('1 answer is missing')
  expect(await stateOf(world)).not.toBe('ready')
})

test('the head waits for the focal point, gets a letter, and signs; meanwhile nothing changes', async ({ db }) => {
  const world = await inTwoSteps(db)
  await save(world, '30', '0')
  expect(await page(world)).toMatchObject({ readiness: null, isSigning: true })
  expect((await page(world)).onlyOthers).toContain('focal point says first')
  const { seen } = await page(world)
  expect(refused(await ask(world, checkAction, CHECK, { form: { seen, act: 'submit', ...SIGNED } })).status).toBe(409)
  expect((await page(world, FOCAL)).readiness).toBe('ready')
  expect(leadsTo(await step(world, 'ready'))).toBe(CHECK)
  expect(await stateOf(world)).toBe('ready')
  expect((await listMail(db)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Ready for your signature'),
  ])
  expect(refused(await save(world, '31', '1')).status).toBe(409)
  expect(await page(world)).toMatchObject({ readiness: 'not_ready_yet', onlyOthers: null, isSigning: true })
  const form = { seen, act: 'submit', intent: INTENT, ...SIGNED }
  expect(leadsTo(await ask(world, checkAction, CHECK, { form }))).toBe('/answer/short-1/receipt/1')
  expect(await listSubmissions(db, (await responseOf(db, 'XA')).id)).toHaveLength(1)
})

test('it is not ready yet after all: the answers can be changed again', async ({ db }) => {
  const world = await inTwoSteps(db)
  await save(world, '30', '0')
  await step(world, 'ready')
  expect(leadsTo(await step(world, 'not_ready_yet', {}))).toBe(CHECK)
  expect(await stateOf(world)).toBe('draft')
  expect(leadsTo(await save(world, '31', '1'))).toContain('/answer/short-1')
})

test('a contributor declares nothing, and a round in one step asks for no first one', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await save(world, '30', '0')
  expect((await page(world, { as: 'karim', role: 'contributor' })).readiness).toBeNull()
  expect(refused(await step(world, 'ready', { as: 'karim', role: 'contributor' })).status).toBe(409)
  expect((await page(world)).onlyOthers).toBeNull()
})
