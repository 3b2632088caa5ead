// The pages that only a delegation has: discussion, history, what changed.
import { expect } from 'vitest'
import type { RoundPage } from '#app/components/answering/round-outline.tsx'
import type { ChangesPage } from '#app/components/delegation/changes.tsx'
import type { DiscussionPage } from '#app/components/delegation/discussion.tsx'
import type { HistoryPage } from '#app/components/delegation/history.tsx'
import { loader as changes, action as see } from '#app/routes/answer/changes.tsx'
import { loader as discussion, action as speak } from '#app/routes/answer/discussion.tsx'
import { loader as history, action as restore } from '#app/routes/answer/history.tsx'
import { loader as round } from '#app/routes/answer/round.tsx'
import { action as save } from '#app/routes/answer/section.tsx'
import { test } from '../../support/database.ts'
import { minutes } from '../../support/world.ts'
import { problemsOf } from '../team/team-house.ts'
import { type Asking, anAnsweringWorld, ask, leadsTo, refused, type World } from './answer-house.ts'

const BASE = '/answer/short-1'
const STAFF = { params: { field: 'staff' } }
const KARIM = { as: 'karim', role: 'alternate' } as const
const say = (world: World, form: NonNullable<Asking['form']>, asking: Asking = {}) =>
  ask(world, speak, `${BASE}/discussion/staff`, { ...STAFF, ...asking, form })
const answer = (world: World, staff: string, revision: string, asking: Asking = {}) =>
  ask(world, save, `${BASE}/general`, {
    ...asking,
    params: { section: 'general' },
    form: { staff, 'staff~revision': revision, act: 'stay' },
  })
const thread = async (world: World, asking: Asking = {}) =>
  (await ask(world, discussion, `${BASE}/discussion/staff`, { ...STAFF, ...asking })) as unknown as DiscussionPage
const past = async (world: World) =>
  (await ask(world, history, `${BASE}/history/staff`, STAFF)) as unknown as HistoryPage

test('colleagues talk about a question; readers listen; nothing is said without words', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  expect(leadsTo(await say(world, { act: 'say', remark: 'Forty, I think' }))).toContain('done=remark_said')
  expect(problemsOf(await say(world, { act: 'say', remark: '  ' }))).toEqual({ remark: 'remark_missing' })
  const reader = { ...KARIM, role: 'reader' } as const
  expect(problemsOf(await say(world, { act: 'say', remark: 'No' }, reader))).toEqual({ act: 'not_your_role' })
  expect((await thread(world, reader)).maySay).toBe(false)
  expect(problemsOf(await say(world, { act: 'edit', number: '1', remark: 'Mine' }, KARIM))).toEqual({
    act: 'changed_meanwhile',
  })
  expect(leadsTo(await say(world, { act: 'edit', number: '1', remark: 'Forty' }))).toContain('remark_edited')
  expect((await thread(world)).remarks).toMatchObject([{ body: 'Forty', isMine: true, mayEdit: true }])
  expect((await thread(world, KARIM)).remarks).toMatchObject([{ mayEdit: false, mayErase: false }])
  expect(leadsTo(await say(world, { act: 'erase', number: '1' }))).toContain('remark_erased')
  expect(await ask(world, discussion, `${BASE}/discussion/none`, { params: { field: 'none' } })).toMatchObject({
    status: 404,
  })
})

test('an earlier answer is restored as a new revision, unless a colleague was faster', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answer(world, '12', '0')
  await answer(world, '13', '1', KARIM)
  const page = await past(world)
  expect(page.revisions.map(({ cell, canRestore }) => [cell.value, canRestore])).toEqual([
    [13, false],
    [12, true],
  ])
  const put = (base: string) => ask(world, restore, `${BASE}/history/staff`, { ...STAFF, form: { restore: '1', base } })
  await answer(world, '14', '2', KARIM)
  expect(refused(await put('2')).status).toBe(409)
  expect((await past(world)).now).toBe(3)
  expect(leadsTo(await put('3'))).toContain('revision_restored')
  expect((await past(world)).revisions[0]).toMatchObject({
    cell: { value: 12, revision: 4, by: 'Amal Haddad' },
    taken: ['restored from revision 1'],
  })
})

test('what colleagues did is new until it is marked as seen', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  await answer(world, '12', '0', { ...KARIM, at: 1 })
  await say(world, { act: 'say', remark: 'Is that all?' }, { ...KARIM, at: 2 })
  const counted = async () => ((await ask(world, round, BASE)) as unknown as RoundPage).changes
  const page = async () => (await ask(world, changes, `${BASE}/changes`, { at: 4 })) as unknown as ChangesPage
  expect(await counted()).toBeNull()
  expect(await page()).toMatchObject({ since: null, answers: [{ by: ['Karim Solari'] }], remarks: [{ number: 1 }] })
  const seen = (until: string) => ask(world, see, `${BASE}/changes`, { form: { until }, at: 5 })
  expect(await seen('tomorrow')).toMatchObject({ status: 400 })
  expect(await seen(minutes(600))).toMatchObject({ status: 400 })
  await seen(minutes(0))
  expect(await counted()).toBe(2)
  expect(leadsTo(await seen(minutes(4)))).toContain('changes_seen')
  expect(await page()).toMatchObject({ since: minutes(4), answers: [], remarks: [] })
  expect(await counted()).toBe(0)
})
