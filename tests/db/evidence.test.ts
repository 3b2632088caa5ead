// Files and evidence: kept with their cell, found by their owner only, accepted for what was said and nothing else.
import { expect } from 'vitest'
import { cellsOf, historyOf } from '#db/cells.ts'
import { loadConsultation } from '#db/consultations.ts'
import { acceptedEvidence, decideEvidence, evidenceOf } from '#db/evidence.ts'
import { findFile, findSubmittedFile, keepFile, type NewFile, removeFile } from '#db/files.ts'
import { type Saving, saveCells } from '#db/responses.ts'
import { reopenResponse, submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 a decree')

async function aDelegation(db: Db) {
  const { amal, round } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const whose = { responseId: id, country: 'XA', role: 'head', actor: amal, today: TODAY } as const
  const keep = (more: Partial<NewFile> = {}) =>
    keepFile(db, {
      ...whose,
      field: 'measures.m01.evidence',
      name: 'decree – مرسوم.pdf',
      mediaType: 'application/pdf',
      content: PDF,
      at: minutes(1),
      ...more,
    })
  const save = (cells: Saving['cells'], at = minutes(2)) => saveCells(db, { ...whose, cells, at })
  const signed = { signedName: 'Amal', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  const submit = (at = minutes(3)) => submitResponse(db, { ...whose, ...signed, at })
  const reopen = (at = minutes(4)) => reopenResponse(db, { ...whose, at })
  return { amal, round, id, whose, keep, save, submit, reopen }
}

async function kept(keeping: ReturnType<typeof keepFile>) {
  const file = await keeping
  if (file.state !== 'kept') throw new Error(file.state)
  return file
}

test('a file is kept with its cell, byte by byte, and counted in the history', async ({ db }) => {
  const { id, keep } = await aDelegation(db)
  const { file, revision } = await kept(keep())
  expect(revision).toBe(1)
  expect((await cellsOf(db, id)).get('measures.m01.evidence')?.value).toEqual([file])
  const found = await findFile(db, { id: file.id, round: 'short-1', country: 'XA' })
  expect(found).toMatchObject({ name: 'decree – مرسوم.pdf', mediaType: 'application/pdf', bytes: PDF.length })
  expect(Buffer.from(found?.content ?? [])).toEqual(Buffer.from(PDF))
  expect(await historyOf(db, id, 'measures.m01.evidence')).toHaveLength(1)
})

test('a file is not found by another country, in another round, or in another meeting', async ({ db }) => {
  const { keep } = await aDelegation(db)
  const { file } = await kept(keep())
  expect(await findFile(db, { id: file.id, round: 'short-1', country: 'XB' })).toBeUndefined()
  expect(await findFile(db, { id: file.id, round: 'short-2', country: 'XA' })).toBeUndefined()
  expect(await findFile(db, { id: file.id, round: 'short-1', country: 'XA', meetingId: 'x' })).toBeUndefined()
})

test('the team opens a file once it was submitted, not before', async ({ db }) => {
  const { keep, save, submit } = await aDelegation(db)
  const { file } = await kept(keep())
  await save([value('institution', 'M')])
  expect(await findSubmittedFile(db, { id: file.id, round: 'short-1' })).toBeUndefined()
  await submit()
  expect(await findSubmittedFile(db, { id: file.id, round: 'short-1' })).toMatchObject({ name: file.name })
})

test('the same file sent twice is kept once; too many and too large are refused', async ({ db }) => {
  const { keep } = await aDelegation(db)
  const first = await kept(keep())
  expect(await kept(keep())).toEqual(first)
  expect(await keep({ content: new Uint8Array(1_000_001) })).toEqual({
    state: 'problem',
    problem: 'file_too_large',
    max: 1,
  })
  expect(await keep({ content: PDF.slice(1) })).toMatchObject({ state: 'kept', revision: 2 })
  expect(await keep({ content: PDF.slice(2) })).toEqual({ state: 'problem', problem: 'too_many_files', max: 2 })
  await expect(keep({ field: 'institution' })).rejects.toThrow(/does not take files/)
  expect(await keep({ role: 'reader' })).toEqual({ state: 'refused', refusal: 'role' })
})

test('two people who attach at the same moment both keep their file', async ({ db }) => {
  const { id, keep } = await aDelegation(db)
  await Promise.all([keep(), keep({ content: PDF.slice(1) })])
  expect((await cellsOf(db, id)).get('measures.m01.evidence')?.value).toHaveLength(2)
})

test('a removed file is gone for good, unless it was submitted', async ({ db }) => {
  const { id, whose, keep, save, submit, reopen } = await aDelegation(db)
  const { file } = await kept(keep())
  const { file: draft } = await kept(keep({ content: PDF.slice(1) }))
  const step = { ...whose, field: 'measures.m01.evidence', at: minutes(2) }
  expect(await removeFile(db, { ...step, id: draft.id })).toBeUndefined()
  expect(await findFile(db, { id: draft.id, round: 'short-1', country: 'XA' })).toBeUndefined()
  await save([value('institution', 'M')])
  await submit()
  expect(await removeFile(db, { ...step, id: file.id })).toBe('submitted')
  await reopen()
  expect(await removeFile(db, { ...step, id: file.id })).toBeUndefined()
  expect((await cellsOf(db, id)).get('measures.m01.evidence')?.value).toBeNull()
  expect(await findSubmittedFile(db, { id: file.id, round: 'short-1' })).toMatchObject({ id: file.id })
})

test('a file cannot be had by writing its id into an answer', async ({ db }) => {
  const { amal, keep, save } = await aDelegation(db)
  const { file } = await kept(keep())
  const other = await responseOf(db, 'XB')
  const link = { kind: 'link', url: 'https://example.org/decree' } as const
  const theirs = {
    responseId: other.id,
    country: 'XB',
    role: 'head',
    actor: amal,
    today: TODAY,
    at: minutes(2),
  } as const
  await saveCells(db, {
    ...theirs,
    cells: [value('measures.m01.evidence', [file, link]), value('measures.m02.evidence', [file])],
  })
  const cells = await cellsOf(db, other.id)
  expect(cells.get('measures.m01.evidence')?.value).toEqual([link])
  expect(cells.has('measures.m02.evidence')).toBe(false)
  await save([value('measures.m02.evidence', [file])])
  expect(await findFile(db, { id: file.id, round: 'short-1', country: 'XB' })).toBeUndefined()
})

test('accepted evidence counts as long as the measure says the same', async ({ db }) => {
  const { round, amal, id, save, submit, reopen } = await aDelegation(db)
  const m01 = 'measures.m01.status'
  await save([value('institution', 'M'), value(m01, 'implemented'), value('measures.m01.evidence_note', 'Decree 12')])
  const olga = await anAccount(db, 'Olga Team')
  const decision = {
    responseId: id,
    country: 'XA',
    role: 'officer',
    field: m01,
    decision: 'accepted',
    actor: olga,
  } as const
  expect(await decideEvidence(db, { ...decision, at: minutes(3) })).toBe('not_submitted')
  await submit()
  expect(await decideEvidence(db, { ...decision, at: minutes(4) })).toBeUndefined()
  expect([...(await acceptedEvidence(db, round.id))]).toEqual([`XA/${m01}`])
  await reopen()
  await save([value('staff', 5)], minutes(5))
  await submit(minutes(6))
  expect((await loadConsultation(db, round.id, { today: TODAY })).acceptedEvidence).toEqual(new Set([`XA/${m01}`]))
  await reopen(minutes(7))
  await save([value('measures.m01.evidence_note', 'Decree 13', 1)], minutes(8))
  expect((await acceptedEvidence(db, round.id)).size).toBe(1)
  await submit(minutes(9))
  expect((await acceptedEvidence(db, round.id)).size).toBe(0)
  expect((await evidenceOf(db, id)).get(m01)).toMatchObject({ decision: 'accepted', by: 'Olga Team', isInForce: false })
  expect(amal).not.toBe(olga)
})

test('a decision can be changed and taken back, by the team only', async ({ db }) => {
  const { round, amal, id, save, submit } = await aDelegation(db)
  await save([value('institution', 'M'), value('measures.m01.status', 'implemented')])
  await submit()
  const step = { responseId: id, country: 'XA', field: 'measures.m01.status', actor: amal, at: minutes(4) } as const
  expect(await decideEvidence(db, { ...step, role: 'translator', decision: 'accepted' })).toBe('role')
  await decideEvidence(db, { ...step, role: 'manager', decision: 'accepted' })
  await decideEvidence(db, { ...step, role: 'manager', decision: 'not_accepted', note: 'No date' })
  expect((await acceptedEvidence(db, round.id)).size).toBe(0)
  expect((await evidenceOf(db, id)).get('measures.m01.status')).toMatchObject({
    decision: 'not_accepted',
    note: 'No date',
  })
  await decideEvidence(db, { ...step, role: 'manager', decision: null })
  expect((await evidenceOf(db, id)).size).toBe(0)
  await expect(decideEvidence(db, { ...step, role: 'manager', field: 'nothing', decision: null })).rejects.toThrow(
    /no field/,
  )
})
