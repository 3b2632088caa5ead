// Snapshots: numbered, hashed, never changed; what happens afterwards reaches them only as a lower consent.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { loadConsultation } from '#db/consultations.ts'
import { changeDisclosure } from '#db/disclosure-changes.ts'
import { saveCells } from '#db/responses.ts'
import { alteredRounds, loadSnapshot, snapshotRounds } from '#db/snapshot-rows.ts'
import { approveRelease, findSnapshot, listSnapshots, proposeRelease, takeSnapshot } from '#db/snapshots.ts'
import { reopenResponse, submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import type { Level } from '#surveys/answering/model.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

const TITLE = { en: 'Draft for debate', fr: 'Projet pour le débat', ar: 'مشروع للنقاش' }

async function aWorld(db: Db) {
  const { meeting, round, amal } = await aRound(db, { deadline: minutes(600) })
  const manager = await anAccount(db, 'Romane Amsel')
  const submit = async (country: string, said: string, minute: number, level: Level = 'named') => {
    const { id } = await responseOf(db, country)
    const act = { responseId: id, country, role: 'head', actor: amal, today: TODAY } as const
    const base = minute > 50 ? 1 : 0
    await saveCells(db, { ...act, cells: [value('institution', said, base)], at: minutes(minute) })
    const signed = { signedName: 'A', signedFunction: 'Head', level, sectionLevels: {} }
    const done = await submitResponse(db, { ...act, ...signed, at: minutes(minute + 1) })
    expect(done.state).toBe('submitted')
    return act
  }
  const take = (minute: number) =>
    takeSnapshot(db, {
      meetingId: meeting.id,
      kind: 'draft_for_debate',
      title: TITLE,
      today: TODAY,
      actor: manager,
      at: minutes(minute),
    })
  return { meeting, round, manager, submit, take }
}

const said = (loaded: Awaited<ReturnType<typeof loadSnapshot>>) =>
  loaded?.replies.map((reply) => [reply.country, reply.revision, reply.cells.get('institution')?.value])

test('without any reply there is nothing to take', async ({ db }) => {
  const { take } = await aWorld(db)
  expect(await take(1)).toBeNull()
})

test('a snapshot holds what was official, is numbered, hashed and in the trail', async ({ db }) => {
  const { meeting, round, submit, take } = await aWorld(db)
  await submit('XA', 'Ministry', 1)
  await submit('XB', 'Prosecution', 3, 'aggregate_only')
  const first = await take(5)
  expect(first).toMatchObject({ number: 1, kind: 'draft_for_debate', title: TITLE, takenBy: 'Romane Amsel' })
  expect(first?.hash).toMatch(/^[0-9a-f]{64}$/)
  const loaded = await loadSnapshot(db, { snapshotId: first?.id ?? '', number: 1, roundId: round.id })
  const live = await loadConsultation(db, round.id, { today: TODAY })
  expect(loaded?.snapshot).toBe(1)
  expect(loaded?.roster).toEqual(live.roster)
  expect(said(loaded)).toEqual([
    ['XA', 1, 'Ministry'],
    ['XB', 1, 'Prosecution'],
  ])
  expect((await snapshotRounds(db, first?.id ?? '')).map((one) => [one.slug, one.replies.length])).toEqual([
    ['short-1', 2],
  ])
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`] })
  expect(trail.map(({ action }) => action)).toContain('snapshot.taken')
  // the same replies, the same hash; another number
  expect(await take(6)).toMatchObject({ number: 2, hash: first?.hash })
  expect((await listSnapshots(db, { meetingId: meeting.id })).map(({ number }) => number)).toEqual([2, 1])
})

test('what is submitted afterwards does not reach it, and changes the hash of the next', async ({ db }) => {
  const { round, submit, take } = await aWorld(db)
  const act = await submit('XA', 'Ministry', 1)
  const first = await take(5)
  await reopenResponse(db, { ...act, at: minutes(50) })
  await submit('XA', 'Prosecution', 51)
  const of = { snapshotId: first?.id ?? '', number: 1, roundId: round.id }
  expect(said(await loadSnapshot(db, of))).toEqual([['XA', 1, 'Ministry']])
  const second = await take(60)
  expect(second?.hash).not.toBe(first?.hash)
  expect(said(await loadSnapshot(db, { ...of, snapshotId: second?.id ?? '', number: 2 }))).toEqual([
    ['XA', 2, 'Prosecution'],
  ])
})

test('a lower consent holds at once, a higher one never', async ({ db }) => {
  const { round, submit, take } = await aWorld(db)
  const lowering = await submit('XA', 'Ministry', 1, 'public')
  const raising = await submit('XB', 'Prosecution', 3, 'aggregate_only')
  const first = await take(5)
  await changeDisclosure(db, { ...lowering, level: 'named', sectionLevels: { general: 'pmt_only' }, at: minutes(6) })
  await changeDisclosure(db, { ...raising, level: 'public', sectionLevels: {}, at: minutes(6) })
  const loaded = await loadSnapshot(db, { snapshotId: first?.id ?? '', number: 1, roundId: round.id })
  expect(loaded?.replies.map(({ level, sectionLevels }) => [level, sectionLevels])).toEqual([
    ['named', { general: 'pmt_only' }],
    ['aggregate_only', {}],
  ])
  expect(await alteredRounds(db, first?.id ?? '')).toEqual([])
})

test('its rows cannot be changed or deleted', async ({ db }) => {
  const { submit, take } = await aWorld(db)
  await submit('XA', 'Ministry', 1)
  const taken = await take(5)
  await expect(db.updateTable('snapshot_cell').set({ value: '"x"' }).execute()).rejects.toThrow(/append-only/)
  await expect(db.deleteFrom('snapshot_reply').execute()).rejects.toThrow(/append-only/)
  await expect(
    db
      .updateTable('snapshot')
      .set({ hash: 'f'.repeat(64) })
      .execute(),
  ).rejects.toThrow(/append-only/)
  await expect(db.deleteFrom('snapshot').execute()).rejects.toThrow(/append-only/)
  expect(await alteredRounds(db, taken?.id ?? '')).toEqual([])
})

test('one person proposes a release, another one approves it, once', async ({ db }) => {
  const { meeting, manager, submit, take } = await aWorld(db)
  await submit('XA', 'Ministry', 1)
  const { id: snapshotId = '' } = (await take(5)) ?? {}
  const officer = await anAccount(db, 'An Officer')
  const approve = (actor: string) => approveRelease(db, { snapshotId, actor, at: minutes(8) })
  const propose = (mode: 'by_name' | 'totals') =>
    proposeRelease(db, { snapshotId, mode, why: null, actor: manager, at: minutes(7) })
  expect(await approve(officer)).toBe('not_proposed')
  expect(await propose('by_name')).toBeUndefined()
  expect(await propose('totals')).toBeUndefined()
  expect(await approve(manager)).toBe('same_person')
  expect(await approve(officer)).toBeUndefined()
  expect(await findSnapshot(db, { meetingId: meeting.id, number: 1 })).toMatchObject({
    mode: 'totals',
    proposedBy: 'Romane Amsel',
    releasedBy: 'An Officer',
    releasedAt: minutes(8),
  })
  expect([await approve(officer), await propose('by_name')]).toEqual(['released', 'released'])
})
