// Rounds that go on with a later version, and rounds that start from an earlier one: nothing lost, nothing taken over unasked.
import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { verifyAnswers } from '#db/answers-proof.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { listCarried } from '#db/carrying.ts'
import { cellsOf, historyOf } from '#db/cells.ts'
import { confirmCarried } from '#db/confirming.ts'
import { loadConsultation } from '#db/consultations.ts'
import { filesIn, keepFile } from '#db/files.ts'
import { erasePerson } from '#db/personal-data.ts'
import { publishQuestionnaire } from '#db/questionnaires.ts'
import { saveCells } from '#db/responses.ts'
import { openRound } from '#db/round-states.ts'
import { laterVersions, moveRound, previewRoundMove } from '#db/round-versions.ts'
import { createRound, findRound } from '#db/rounds.ts'
import { reopenResponse, submitResponse } from '#db/submitting.ts'
import type { Tables } from '#db/tables.ts'
import { countAffected, ledgerBetween } from '#db/version-lines.ts'
import type { Change, Questionnaire } from '#surveys/definition/model.ts'
import { test } from '../support/database.ts'
import { aRound, BY_SYSTEM, minutes, QUESTIONNAIRE, responseOf, TODAY, value } from '../support/world.ts'

const REASON = { en: 'Why', fr: 'Pourquoi', ar: 'لماذا' }
const words = (en: string) => ({ en, fr: `${en} (fr)`, ar: `${en} (ar)` })

/** The institution reworded, the staff counted otherwise, the law withdrawn, a date added. */
const CHANGES: Change[] = [
  { key: 'institution', change: 'reworded', reason: REASON },
  { key: 'staff', change: 'changed', reason: REASON },
  { key: 'law', change: 'withdrawn', reason: REASON },
  { key: 'since', change: 'new', reason: REASON },
]
const [general, measures] = QUESTIONNAIRE.sections
const NEXT: Questionnaire = {
  ...QUESTIONNAIRE,
  version: '2.0.0',
  changes: CHANGES,
  sections: [
    {
      key: 'general',
      title: words('General'),
      items: (general?.items ?? []).flatMap((item) => {
        if (!('type' in item) || item.key === 'law') return []
        if (item.key === 'institution') return [{ ...item, label: words('Institution in charge') }]
        if (item.key !== 'staff') return [item]
        const since = { ...item, key: 'since', label: words('Since'), type: 'date' as const, required: true }
        const { decimals: _, min: __, ...date } = since as typeof since & { decimals: number; min: number }
        return [{ ...item, label: words('Staff, full time'), max: 50 } as typeof item, date as typeof item]
      }),
    },
    ...(measures ? [measures] : []),
  ],
}

type World = Awaited<ReturnType<typeof aRound>> & { readonly nextId: string }

async function aWorld(db: Kysely<Tables>): Promise<World> {
  const world = await aRound(db)
  const published = await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: NEXT })
  if (!('version' in published)) return expect.fail(JSON.stringify(published))
  return { ...world, nextId: published.version.id }
}

const acting = async (db: Kysely<Tables>, actor: string, at: number, round = 'short-1', country = 'XA') => {
  const own = await responseOf(db, country, round)
  return { actor, at: minutes(at), today: TODAY, responseId: own.id, country, role: 'head' as const }
}
const ANSWERS = [
  value('institution', 'Ministry'),
  value('staff', 12),
  value('has_law', 'yes'),
  value('law', 'The code'),
]
const SIGN = { signedName: 'Amal Haddad', signedFunction: 'Head', level: 'named' as const, sectionLevels: {} }

async function answerAll(db: Kysely<Tables>, actor: string, country = 'XA', round = 'short-1') {
  const act = await acting(db, actor, 1, round, country)
  await saveCells(db, { ...act, cells: ANSWERS })
  return act
}

test('a version is published only with its changes declared, and says beforehand whom it concerns', async ({ db }) => {
  const { amal } = await aRound(db)
  await answerAll(db, amal)
  await answerAll(db, amal, 'XB')
  expect(await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: { ...NEXT, changes: [] } })).toMatchObject({
    state: 'refused',
    refusals: [
      { code: 'undeclared', keys: ['institution', 'staff', 'since', 'law'] },
      { code: 'version_too_low' },
    ].slice(0, 1),
  })
  expect(await countAffected(db, 'short', ['institution', 'staff', 'law'])).toEqual({
    answers: 6,
    countries: 2,
    rounds: 1,
  })
  expect(await countAffected(db, 'short', [])).toEqual({ answers: 0, countries: 0, rounds: 0 })
  expect(await countAffected(db, 'other', ['institution'])).toMatchObject({ answers: 0 })
})

test('a draft moves with its round: kept, to confirm, new, set aside, and not one answer is lost', async ({ db }) => {
  const { round, amal, nextId, versionId } = await aWorld(db)
  const act = await answerAll(db, amal)
  expect((await laterVersions(db, round)).map(({ version }) => version)).toEqual(['2.0.0'])
  const preview = await previewRoundMove(db, round.id, nextId, TODAY)
  expect(preview.find(({ country }) => country === 'XA')).toMatchObject({
    isNow: true,
    counts: { kept: 2, toConfirm: 1, fresh: 1, aside: 1 },
  })
  const before = await historyOf(db, act.responseId)
  const move = { ...BY_SYSTEM, at: minutes(2), roundId: round.id, versionId: nextId, today: TODAY }
  expect(await moveRound(db, { ...move, role: 'officer' })).toBe('role')
  expect(await moveRound(db, { ...move, role: 'manager' })).toBeUndefined()
  // Nothing was written to any cell; what waits reads as nothing, so that it counts nowhere.
  expect(await historyOf(db, act.responseId)).toEqual(before)
  const cells = await cellsOf(db, act.responseId)
  expect([cells.get('institution')?.value, cells.get('staff')?.value, cells.get('law')?.value]).toEqual([
    'Ministry',
    null,
    'The code',
  ])
  const own = await responseOf(db, 'XA')
  expect([own.versionId, own.codebook.questionnaire.version]).toEqual([nextId, '2.0.0'])
  expect(own.progress).toMatchObject({ required: 2, requiredAnswered: 1, nextOpen: 'since' })
  expect(await listCarried(db, own.id)).toMatchObject([
    {
      field: 'staff',
      origin: 'version',
      version: '1.0.0',
      given: { value: 12 },
      offered: null,
      state: 'open',
      givenBy: 'Amal Haddad',
    },
  ])
  expect((await ledgerBetween(db, versionId, nextId))?.get('staff')?.comparability).toBe('broken')
  expect(await ledgerBetween(db, nextId, versionId)).toBeUndefined()
  await expect(moveRound(db, { ...move, versionId, role: 'manager' })).rejects.toThrow('not a later version')
  expect([await verifyAnswers(db), (await verifyAudit(db)).filter(({ fault }) => fault)]).toEqual([[], []])
})

test('what waits is decided by an answer, also by a word that it no longer applies', async ({ db }) => {
  const { round, amal, nextId } = await aWorld(db)
  const act = await answerAll(db, amal)
  await moveRound(db, { ...BY_SYSTEM, roundId: round.id, versionId: nextId, role: 'manager', today: TODAY })
  expect(await confirmCarried(db, { ...act, fields: ['staff'], word: 'valid' })).toEqual({ decided: 0 })
  expect(await confirmCarried(db, { ...act, at: minutes(3), fields: ['staff'], word: 'gone' })).toEqual({ decided: 1 })
  expect((await cellsOf(db, act.responseId)).get('staff')).toMatchObject({ value: null, absence: 'nap', revision: 2 })
  const { conflicts } = await saveCells(db, { ...act, at: minutes(4), cells: [value('staff', 9, 2)] })
  expect(conflicts).toEqual([])
  expect((await listCarried(db, act.responseId))[0]).toMatchObject({ state: 'changed' })
  expect((await cellsOf(db, act.responseId)).get('staff')).toMatchObject({ value: 9, revision: 3 })
  expect((await historyOf(db, act.responseId, 'staff')).map((cell) => cell.value ?? cell.absence)).toEqual([
    9,
    'nap',
    12,
  ])
})

test('a sealed revision stays as it was, counts as far as it may be compared, and its next one answers the new version', async ({
  db,
}) => {
  const { round, amal, nextId, versionId } = await aWorld(db)
  const act = await answerAll(db, amal)
  expect((await submitResponse(db, { ...act, ...SIGN, at: minutes(5) })).state).toBe('submitted')
  await moveRound(db, { ...BY_SYSTEM, roundId: round.id, versionId: nextId, role: 'manager', today: TODAY })
  expect((await responseOf(db, 'XA')).versionId).toBe(versionId)
  const { replies, codebook } = await loadConsultation(db, round.id, { today: TODAY })
  expect(codebook.questionnaire.version).toBe('2.0.0')
  // The staff was counted otherwise, the law is no longer asked.
  expect([...(replies[0]?.cells.keys() ?? [])].toSorted()).toEqual(['has_law', 'institution'])
  expect(await reopenResponse(db, { ...act, at: minutes(6) })).toBeUndefined()
  expect((await responseOf(db, 'XA')).versionId).toBe(nextId)
  const early = await submitResponse(db, { ...act, ...SIGN, at: minutes(7) })
  expect(early).toMatchObject({ state: 'incomplete', problems: [{ field: 'since', code: 'required' }] })
  await saveCells(db, { ...act, at: minutes(8), cells: [value('since', '2020-02-01'), value('staff', 11, 1)] })
  expect(await submitResponse(db, { ...act, ...SIGN, at: minutes(9) })).toMatchObject({
    state: 'submitted',
    revision: 2,
  })
  const after = await loadConsultation(db, round.id, { today: TODAY })
  expect(after.replies[0]?.cells.get('staff')?.value).toBe(11)
  expect(await verifyAnswers(db)).toEqual([])
})

test('a round from an earlier one offers what was submitted, and counts only what the delegation confirms', async ({
  db,
}) => {
  const { round, amal, nextId, meeting } = await aWorld(db)
  const act = await answerAll(db, amal)
  const kept = await keepFile(db, {
    ...act,
    at: minutes(2),
    field: 'measures.m01.evidence',
    name: 'law.pdf',
    mediaType: 'application/pdf',
    content: new Uint8Array([37, 80, 68, 70]),
  })
  expect(kept.state).toBe('kept')
  await submitResponse(db, { ...act, ...SIGN, at: minutes(5) })
  const plan = { slug: 'short-2', meetingId: meeting.id, versionId: nextId, title: words('Second'), deadline: null }
  const second = await createRound(db, { ...BY_SYSTEM, at: minutes(6), ...plan, fromRoundId: round.id })
  await openRound(db, { ...BY_SYSTEM, roundId: second?.id ?? '', role: 'manager' })
  expect((await findRound(db, 'short-2'))?.fromRoundId).toBe(round.id)
  const own = await responseOf(db, 'XA', 'short-2')
  expect([own.state, own.progress.requiredAnswered, (await cellsOf(db, own.id)).size]).toEqual(['invited', 0, 0])
  expect(await listCarried(db, (await responseOf(db, 'XB', 'short-2')).id)).toEqual([])
  const offers = await listCarried(db, own.id)
  expect(offers.map(({ field, offered }) => [field, offered?.value ?? null])).toMatchObject([
    ['has_law', 'yes'],
    ['institution', 'Ministry'],
    ['measures.m01.evidence', [{ name: 'law.pdf' }]],
    ['staff', null],
  ])
  expect(offers[0]).toMatchObject({ round: { slug: 'short-1' }, givenBy: 'Amal Haddad', givenAt: minutes(5) })
  const here = { ...act, responseId: own.id, at: minutes(7) }
  const all = offers.map(({ field }) => field)
  expect(await confirmCarried(db, { ...here, fields: all, word: 'valid' })).toEqual({ decided: 3 })
  const cells = await cellsOf(db, own.id)
  expect(cells.get('institution')).toMatchObject({ value: 'Ministry', by: 'Amal Haddad', revision: 1 })
  const copies = filesIn(cells.get('measures.m01.evidence')?.value ?? null)
  expect(copies.map(({ id, name }) => [id === ('file' in kept ? kept.file.id : ''), name])).toEqual([
    [false, 'law.pdf'],
  ])
  expect((await responseOf(db, 'XA', 'short-2')).progress).toMatchObject({ required: 2, requiredAnswered: 1 })
  // Another country's reply is not found, in any form.
  await expect(confirmCarried(db, { ...here, country: 'XB', fields: all, word: 'gone' })).rejects.toThrow('no response')
  await saveCells(db, { ...here, at: minutes(8), cells: [value('institution', 'Prosecution', 1)] })
  const states = (await listCarried(db, own.id)).map(({ field, state }) => [field, state])
  expect(states).toEqual([
    ['has_law', 'valid'],
    ['institution', 'changed'],
    ['measures.m01.evidence', 'valid'],
    ['staff', 'open'],
  ])
  expect([await verifyAnswers(db), (await verifyAudit(db)).filter(({ fault }) => fault)]).toEqual([[], []])
})

test('an answer that waits no longer names who gave it once that person is erased', async ({ db }) => {
  const { amal, round, nextId } = await aWorld(db)
  const act = await answerAll(db, amal)
  const moving = { roundId: round.id, versionId: nextId, role: 'manager', today: TODAY } as const
  await moveRound(db, { ...BY_SYSTEM, ...moving })
  const names = async () => (await listCarried(db, act.responseId)).map(({ givenBy }) => givenBy)
  expect(await names()).toEqual(['Amal Haddad'])
  await erasePerson(db, { ...BY_SYSTEM, id: amal, why: 'Asked for it' })
  expect((await names()).join()).toMatch(/^#[0-9a-f]{12}$/)
})
