// Who reads which moment: the team live and every snapshot, everybody else what is released, with its number on each page.
import { expect } from 'vitest'
import { LANGUAGES } from '#app/languages.ts'
import { loader as answersCsv } from '#app/routes/results/answers-csv.ts'
import * as changes from '#app/routes/results/changes.tsx'
import { loader as chart } from '#app/routes/results/chart.ts'
import * as exported from '#app/routes/results/exports.tsx'
import * as needs from '#app/routes/results/needs.tsx'
import * as overview from '#app/routes/results/overview.tsx'
import { approveRelease, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, TODAY } from '../../support/world.ts'
import { type Asking, anInventedRound, ask, draw, replies } from './house.tsx'

const TITLE = { en: 'Draft', fr: 'Projet', ar: 'مسودة' }
const PRIORITY = (p: string) => ({ 'needs.training.priority': p, 'needs.training.urgency': 'u3' })

async function aWorld(db: Db) {
  const world = await anInventedRound(db)
  for (const code of ['XA', 'XB', 'XC', 'XD']) await replies(db, world, code, PRIORITY('p4'))
  const [one, other] = [await anAccount(db, 'One'), await anAccount(db, 'Other')]
  const take = async (minute: number, isReleased: boolean) => {
    const taking = { meetingId: world.meeting.id, kind: 'other' as const, title: TITLE, today: TODAY }
    const taken = await takeSnapshot(db, { ...taking, actor: one, at: minutes(minute) })
    const snapshotId = taken?.id ?? ''
    if (!isReleased) return
    await proposeRelease(db, { snapshotId, mode: 'by_name', why: null, actor: one, at: minutes(minute) })
    await approveRelease(db, { snapshotId, actor: other, at: minutes(minute) })
  }
  return { world, take }
}

const guest: Asking = { membership: { role: 'observer', meetingId: null } }
const status = (answer: Promise<unknown>) =>
  answer.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
const facts = async (db: Db, path: string, asking: Asking = {}) =>
  ((await ask(db, overview.loader, path, asking)) as { facts: { snapshot: { number: number } | null; reader: string } })
    .facts

test('before a release there is nothing for guests; then it is the newest that is released', async ({ db }) => {
  const { take } = await aWorld(db)
  const open = (search = '', asking = guest) => status(ask(db, overview.loader, `/results/x${search}`, asking))
  expect(await open()).toBe(404)
  await take(10, false)
  expect([await open(), await open('?snapshot=1'), await open('?snapshot=1', {})]).toEqual([404, 404, 200])
  await take(11, true)
  await take(12, true)
  await take(13, false)
  expect(await facts(db, '/results/x', guest)).toMatchObject({ snapshot: { number: 3 }, reader: 'shared' })
  expect(await facts(db, '/results/x?snapshot=2&reader=team', guest)).toMatchObject({
    snapshot: { number: 2 },
    reader: 'shared',
  })
  expect([await open('?snapshot=4'), await open('?snapshot=4', {})]).toEqual([404, 200])
  expect((await facts(db, '/results/x')).snapshot).toBeNull()
})

test('a member of another meeting, and a delegation that is not on the roster, find nothing', async ({ db }) => {
  const { take } = await aWorld(db)
  await take(10, true)
  const as = (membership: Asking['membership']) =>
    status(ask(db, overview.loader, '/results/x', { membership: { meetingId: null, country: null, ...membership } }))
  expect(await as({ role: 'head', country: 'XA' })).toBe(200)
  expect(await as({ role: 'head', country: 'ZZ' })).toBe(404)
  expect(await as({ role: 'presenter', meetingId: 'another' })).toBe(404)
  expect(await as({ role: 'translator' })).toBe(404)
})

test('what is submitted afterwards does not reach those who read the snapshot', async ({ db }) => {
  const { world, take } = await aWorld(db)
  await take(10, true)
  const read = async () => {
    const { ranking } = (await ask(db, needs.loader, '/results/x/needs', guest)) as {
      ranking: { base: { n: number } }
    }
    return ranking.base.n
  }
  expect(await read()).toBe(4)
  await replies(db, world, 'XE', PRIORITY('p5'), 'named', 15)
  expect(await read()).toBe(4)
  const file = async (asking: Asking, search = '') =>
    (await ask(db, answersCsv, `/results/x/answers.csv${search}`, asking)).text()
  const shared = await file(guest, '?profile=team')
  expect(shared).not.toContain('XE')
  expect(shared.split('\n')[1]).toContain(',1,')
  expect(await file({})).toContain('XE')
  expect(await file({}, '?snapshot=1')).not.toContain('XE')
})

test('a file at a snapshot says so in its name, a picture in its source line', async ({ db }) => {
  const { take } = await aWorld(db)
  await take(10, true)
  const answer = await ask(db, answersCsv, '/results/x/answers.csv', guest)
  expect(answer.headers.get('content-disposition')).toContain('_snapshot-1_')
  expect(answer.headers.get('x-manifest')).toContain('profile=shareable')
  const svg = await ask(db, chart, '/results/x/charts/needs.svg', { ...guest, params: { chart: 'needs' } })
  expect(await svg.text()).toContain('Snapshot 1')
})

test('the pages print the number in every language, and offer guests no other eyes', async ({ db }) => {
  const { world, take } = await aWorld(db)
  await take(10, true)
  await replies(db, world, 'XE', PRIORITY('p5'), 'named', 15)
  await take(16, true)
  for (const language of LANGUAGES)
    for (const page of [overview, needs, exported, changes]) {
      const data = await ask(db, page.loader as Parameters<typeof ask>[1], '/results/x', { ...guest, language })
      const html = await draw(page.default, data, language)
      expect(html).toMatch(/(?:Snapshot|Instantané|اللقطة) 2/)
      expect(html).not.toContain('reader=')
      expect(html).not.toContain('/team/')
    }
})

test('what changed between two snapshots is said in words, with the number of both', async ({ db }) => {
  const { world, take } = await aWorld(db)
  await take(10, true)
  await replies(db, world, 'XE', PRIORITY('p5'), 'named', 15)
  await take(16, true)
  const data = (await ask(db, changes.loader, '/results/x/changes', guest)) as {
    since: { number: number }
    changes: { code: string }[]
  }
  expect(data.since.number).toBe(1)
  expect(data.changes.map(({ code }) => code)).toContain('change_base')
  const first = (await ask(db, changes.loader, '/results/x/changes?snapshot=1', guest)) as { since: unknown }
  expect(first.since).toBeNull()
})
