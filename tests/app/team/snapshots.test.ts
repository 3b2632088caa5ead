// Taking and releasing snapshots: who may do what, that two people are needed, and that whoever becomes inferable is named.
import { expect } from 'vitest'
import { loader as released } from '#app/routes/results/released.tsx'
import { action as onSnapshot, loader as snapshotPage } from '#app/routes/team/snapshot.tsx'
import { loader as listPage, action as take } from '#app/routes/team/snapshots.tsx'
import { listAudit } from '#db/audit.ts'
import { changeDisclosure } from '#db/disclosure-changes.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../../support/database.ts'
import { anAccount, minutes, responseOf, TODAY } from '../../support/world.ts'
import { anInventedRound, replies, SLUG } from '../results/house.tsx'
import { ask, leadsTo, problemsOf, statusOf } from './team-house.ts'

const AT = '/team/meetings/session/snapshots'
const NAMES = { 'title.en': 'Draft', 'title.fr': 'Projet', 'title.ar': 'مسودة' }
const FORM = { kind: 'draft_for_debate', ...NAMES }

async function aWorld(db: Db) {
  const world = await anInventedRound(db)
  const [manager, officer] = [await anAccount(db, 'Romane Amsel'), await anAccount(db, 'Leonid Varga')]
  const params = { meeting: 'session' }
  const taken = (form: Record<string, string> = FORM) => ask(db, take, AT, { account: manager, params, form })
  const on = (number: number, account: string, form: Record<string, string>, role: 'manager' | 'officer' = 'manager') =>
    ask(db, onSnapshot, `${AT}/${number}`, { account, role, params: { ...params, number: String(number) }, form })
  const page = async (number: number) => {
    const answer = await ask(db, snapshotPage, `${AT}/${number}`, {
      account: officer,
      role: 'officer',
      params: { ...params, number: String(number) },
    })
    if (answer instanceof Response) throw new Error(`no page: ${answer.status}`)
    return answer
  }
  return { world, manager, officer, params, taken, on, page }
}

test('nothing submitted, nothing to take; an officer takes none; names are needed in three languages', async ({
  db,
}) => {
  const { taken, officer, params } = await aWorld(db)
  expect(problemsOf(await taken())).toEqual({ kind: 'nothing_to_take' })
  expect(problemsOf(await taken({ ...FORM, kind: 'none', 'title.fr': '' }))).toEqual({
    kind: 'kind_missing',
    'title.fr': 'title_fr_missing',
  })
  const answer = await ask(db, take, AT, { account: officer, role: 'officer', params, form: FORM })
  expect(statusOf(answer)).toBe(404)
})

test('a manager takes and proposes, another person releases, and then guests find it', async ({ db }) => {
  const { world, manager, officer, params, taken, on, page } = await aWorld(db)
  for (const code of ['XA', 'XB', 'XC']) await replies(db, world, code, { lead: 'police' })
  expect(leadsTo(await taken())).toBe(`${AT}/1?done=taken`)
  expect(await page(1)).toMatchObject({ altered: [], isManager: false, snapshot: { number: 1, releasedAt: null } })
  const guests = () =>
    ask(db, released, '/results', { account: officer, role: 'observer' }) as Promise<{ meetings: unknown[] }>
  expect((await guests()).meetings).toEqual([])
  expect(problemsOf(await on(1, officer, { act: 'release' }, 'officer'))).toEqual({ act: 'not_proposed' })
  expect(problemsOf(await on(1, officer, { act: 'propose', mode: 'by_name' }, 'officer'))).toEqual({ act: 'role' })
  expect(problemsOf(await on(1, manager, { act: 'propose' }))).toEqual({ mode: 'mode_missing' })
  expect(leadsTo(await on(1, manager, { act: 'propose', mode: 'by_name' }))).toBe(`${AT}/1?done=propose`)
  expect(problemsOf(await on(1, manager, { act: 'release' }))).toEqual({ act: 'same_person' })
  expect(leadsTo(await on(1, officer, { act: 'release' }, 'officer'))).toBe(`${AT}/1?done=release`)
  expect(problemsOf(await on(1, manager, { act: 'propose', mode: 'totals' }))).toEqual({ act: 'released' })
  expect((await guests()).meetings).toMatchObject([{ snapshots: [{ number: 1, rounds: [{ slug: SLUG }] }] }])
  const list = await ask(db, listPage, AT, { account: officer, role: 'officer', params })
  expect(list).toMatchObject({ snapshots: [{ number: 1, state: 'released' }] })
  const trail = await listAudit(db, { action: 'snapshot' })
  expect(trail.map(({ action, actor }) => [action, actor])).toEqual([
    ['snapshot.released', officer],
    ['snapshot.proposed', manager],
    ['snapshot.taken', manager],
  ])
})

test('who could be worked out from two snapshots is named, and a reason is needed to release all the same', async ({
  db,
}) => {
  const { world, manager, officer, taken, on, page } = await aWorld(db)
  for (const code of ['XA', 'XB', 'XC']) await replies(db, world, code, { lead: 'police' }, 'aggregate_only')
  await taken()
  await on(1, manager, { act: 'propose', mode: 'by_name' })
  await on(1, officer, { act: 'release' }, 'officer')
  await replies(db, world, 'XD', { lead: 'customs' }, 'aggregate_only', 5)
  await taken({ ...FORM, kind: 'for_conclusions' })
  const { check } = await page(2)
  expect(check.exposed.by_name.map(({ how, against }) => [how, against])[0]).toEqual(['difference', 1])
  expect(check.exposed.by_name[0]?.countries.map(({ en }) => en)).toHaveLength(1)
  expect(problemsOf(await on(2, manager, { act: 'propose', mode: 'totals' }))).toEqual({ why: 'why_missing' })
  const why = 'XD has agreed in writing.'
  expect(leadsTo(await on(2, manager, { act: 'propose', mode: 'totals', why }))).toBe(`${AT}/2?done=propose`)
})

test('a consent that was lowered since is compared as it may have been read, and as it is now', async ({ db }) => {
  const { world, manager, officer, taken, on, page } = await aWorld(db)
  for (const code of ['XA', 'XB', 'XC', 'XD'])
    await replies(db, world, code, { lead: 'police' }, code === 'XD' ? 'named' : 'aggregate_only')
  await taken()
  await on(1, manager, { act: 'propose', mode: 'by_name' })
  await on(1, officer, { act: 'release' }, 'officer')
  expect((await page(1)).check.exposed.by_name).toEqual([])
  const { id } = await responseOf(db, 'XA', SLUG)
  const act = { responseId: id, country: 'XA', role: 'head', actor: world.head, today: TODAY } as const
  await changeDisclosure(db, { ...act, level: 'pmt_only', sectionLevels: {}, at: minutes(20) })
  await taken()
  // XB and XC stay in the totals; what was read with XA among them is three
  const { check } = await page(2)
  expect(check.exposed.totals.length + check.exposed.by_name.length).toBeGreaterThan(0)
})
