// The agenda in its order, and the stage that shows one of its items from a released snapshot.
import { expect } from 'vitest'
import { keepItem, listAgenda, moveItem, removeItem } from '#db/agenda.ts'
import { listAudit } from '#db/audit.ts'
import { saveCells } from '#db/responses.ts'
import { approveRelease, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import { findStage, findStageByCode, moveStage, revisionOf, setStage } from '#db/stages.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aWorld(db: Db) {
  const { meeting, amal } = await aRound(db, { deadline: minutes(600) })
  const [one, other] = [await anAccount(db, 'One'), await anAccount(db, 'Other')]
  const { id: responseId } = await responseOf(db, 'XA')
  const own = { responseId, country: 'XA', role: 'head', actor: amal, today: TODAY } as const
  await saveCells(db, { ...own, cells: [value('institution', 'Ministry', 0)], at: minutes(1) })
  const signed = { signedName: 'A', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  await submitResponse(db, { ...own, ...signed, at: minutes(2) })
  const act = { actor: one, at: minutes(5), meetingId: meeting.id }
  const take = async (isReleased: boolean) => {
    const taken = await takeSnapshot(db, { ...act, kind: 'other', title: { en: 'S' }, today: TODAY })
    const snapshotId = taken?.id ?? ''
    if (!isReleased) return
    await proposeRelease(db, { ...act, snapshotId, mode: 'by_name', why: null })
    await approveRelease(db, { snapshotId, actor: other, at: minutes(6) })
  }
  const keep = (en: string, itemId: string | null = null) =>
    keepItem(db, { ...act, itemId, title: { en }, says: {}, startsAt: null, minutes: 5, shows: 'text', notes: '' })
  const titles = async () => (await listAgenda(db, meeting.id)).map(({ title }) => title.en)
  const idOf = async (en: string) => (await listAgenda(db, meeting.id)).find(({ title }) => title.en === en)?.id ?? ''
  return { meeting, act, take, keep, titles, idOf }
}

test('items keep their order; they move by one, change and go', async ({ db }) => {
  const { act, keep, titles, idOf, meeting } = await aWorld(db)
  for (const title of ['a', 'b', 'c']) await keep(title)
  expect(await moveItem(db, { ...act, itemId: await idOf('c'), by: -1 })).toBe(true)
  expect(await titles()).toEqual(['a', 'c', 'b'])
  await moveItem(db, { ...act, itemId: await idOf('a'), by: -1 })
  expect(await titles()).toEqual(['a', 'c', 'b'])
  expect(await keep('d', await idOf('c'))).toBe(true)
  expect(await removeItem(db, { ...act, itemId: await idOf('a') })).toBe(true)
  expect(await titles()).toEqual(['d', 'b'])
  expect([await keep('e', 'none'), await removeItem(db, { ...act, itemId: 'none' })]).toEqual([false, false])
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'agenda.changed' })
  expect(trail.map(({ details }) => details.what)).toEqual([
    'removed',
    'changed',
    'moved',
    'moved',
    'added',
    'added',
    'added',
  ])
})

test('the stage shows released snapshots only, keeps its code, and grows with every change', async ({ db }) => {
  const { act, take, keep, idOf, meeting } = await aWorld(db)
  await take(false)
  expect(await setStage(db, { ...act, number: 1 })).toBe(false)
  expect(await findStage(db, meeting.id)).toBeUndefined()
  await take(true)
  expect(await setStage(db, { ...act, number: 2 })).toBe(true)
  const stage = (await findStage(db, meeting.id)) ?? expect.fail()
  expect(stage).toMatchObject({ snapshotNumber: 2, itemId: null, isBlank: true, reveal: 'region', revision: 1 })
  expect(stage.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  expect((await findStageByCode(db, stage.code.toLowerCase()))?.meetingId).toBe(meeting.id)
  expect(await findStageByCode(db, 'AAAAAAAA')).toBeUndefined()
  await keep('a')
  const itemId = await idOf('a')
  expect(await moveStage(db, { ...act, change: { itemId, isBlank: false, reveal: 'named' } })).toBe(true)
  expect(await moveStage(db, { ...act, change: { itemId: 'none' } })).toBe(false)
  expect(await findStage(db, meeting.id)).toMatchObject({ itemId, isBlank: false, reveal: 'named', revision: 3 })
  await take(true)
  await setStage(db, { ...act, number: 3 })
  expect(await findStage(db, meeting.id)).toMatchObject({
    snapshotNumber: 3,
    itemId,
    reveal: 'region',
    code: stage.code,
  })
  await removeItem(db, { ...act, itemId })
  expect(await findStage(db, meeting.id)).toMatchObject({ itemId: null })
  expect(await revisionOf(db, meeting.id)).toBeGreaterThan(4)
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'stage' })
  expect(trail.map(({ action }) => action)).toEqual(['stage.set', 'stage.moved', 'stage.set'])
})
