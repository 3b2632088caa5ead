// Saving: kept whole, never overwritten, never lost, never by a stranger.
import { expect } from 'vitest'
import { listAudit, responseChain } from '#db/audit.ts'
import { cellsOf, historyOf } from '#db/cells.ts'
import { listPresence, touchPresence } from '#db/presence.ts'
import { findOwnResponse, listOwnResponses, type Saving, saveCells } from '#db/responses.ts'
import { extendCountryDeadline } from '#db/round-countries.ts'
import { closeRound } from '#db/round-states.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aDraft(db: Db) {
  const world = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const save = (
    cells: Saving['cells'],
    { by = world.amal, at = minutes(1), ...rest }: Partial<Saving> & { by?: string } = {},
  ) => saveCells(db, { responseId: id, country: 'XA', role: 'alternate', cells, today: TODAY, actor: by, at, ...rest })
  return { ...world, id, save }
}

test('an answer is kept with its revision, its author and its time', async ({ db }) => {
  const { id, save } = await aDraft(db)
  const saved = await save([value('institution', 'Ministry of Justice')])
  expect(saved).toMatchObject({
    at: minutes(1),
    kept: [{ field: 'institution', revision: 1, at: minutes(1) }],
    conflicts: [],
  })
  const cells = await cellsOf(db, id)
  expect(cells.get('institution')).toEqual({
    field: 'institution',
    value: 'Ministry of Justice',
    absence: null,
    comment: null,
    typed: null,
    language: null,
    revision: 1,
    at: minutes(1),
    by: 'Amal Haddad',
  })
})

test('every kind of value comes back as it was', async ({ db }) => {
  const { id, save } = await aDraft(db)
  const link = [{ kind: 'link', url: 'https://example.org/decree' } as const]
  await save([
    value('institution', 'نيابة – "quoted" \n l’été'),
    value('staff', 12),
    value('measures.m01.evidence', link),
  ])
  await save([{ ...value('has_law', null), absence: 'pns', comment: 'Not before June' }])
  const cells = await cellsOf(db, id)
  expect(cells.get('institution')?.value).toBe('نيابة – "quoted" \n l’été')
  expect(cells.get('staff')?.value).toBe(12)
  expect(cells.get('measures.m01.evidence')?.value).toEqual(link)
  expect(cells.get('has_law')).toMatchObject({ value: null, absence: 'pns', comment: 'Not before June' })
})

test('two people who change the same answer both get both values, and nothing is overwritten', async ({ db }) => {
  const { id, save } = await aDraft(db)
  const bilal = await anAccount(db, 'Bilal Nasser')
  await save([value('institution', 'Ministry')])
  await save([value('institution', 'Ministry of Justice', 1)], { by: bilal, at: minutes(2) })
  const late = await save([value('institution', 'The Prosecutor', 1), value('staff', 3)], { at: minutes(3) })
  expect(late.kept).toEqual([{ field: 'staff', revision: 1, at: minutes(3) }])
  expect(late.conflicts).toMatchObject([
    {
      field: 'institution',
      yours: { value: 'The Prosecutor' },
      theirs: { value: 'Ministry of Justice', revision: 2, by: 'Bilal Nasser', at: minutes(2) },
    },
  ])
  expect((await cellsOf(db, id)).get('institution')?.value).toBe('Ministry of Justice')
})

test('the choice after a conflict is based on the value that was shown', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', 1)])
  await save([value('staff', 2, 1)])
  const { conflicts } = await save([value('staff', 3, 1)])
  const chosen = await save([value('staff', 3, conflicts[0]?.theirs.revision)])
  expect(chosen).toMatchObject({ kept: [{ field: 'staff', revision: 3 }], conflicts: [] })
  expect((await historyOf(db, id, 'staff')).map((cell) => cell.value)).toEqual([3, 2, 1])
})

test('a form that still says what it showed does not fight with what a colleague wrote since', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', 7)])
  await save([value('staff', 8, 1), value('institution', 'Ministry')], { at: minutes(2) })
  const whole = await save([value('staff', 7, 1), value('institution', null), value('has_law', 'yes')], {
    at: minutes(3),
  })
  expect(whole.conflicts).toEqual([])
  expect(whole.kept).toContainEqual({ field: 'staff', revision: 2, at: minutes(2) })
  const cells = await cellsOf(db, id)
  expect([cells.get('staff')?.value, cells.get('institution')?.value]).toEqual([8, 'Ministry'])
})

test('two people who write the same do not conflict, and nothing is written again', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', 7)])
  const again = await save([value('staff', 7, 0)], { at: minutes(5) })
  expect(again).toMatchObject({ kept: [{ field: 'staff', revision: 1, at: minutes(1) }], conflicts: [] })
  expect(await historyOf(db, id, 'staff')).toHaveLength(1)
  expect(await listAudit(db, { action: 'cells.saved' })).toHaveLength(1)
})

test('an answer that is taken back stays in its history', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', 7)])
  await save([value('staff', null, 1)])
  expect((await cellsOf(db, id)).get('staff')).toMatchObject({ value: null, revision: 2 })
  expect((await historyOf(db, id)).map((cell) => cell.value)).toEqual([null, 7])
})

test('a blank where nothing was is not an answer', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', null), value('law', null)])
  expect((await cellsOf(db, id)).size).toBe(0)
  expect((await responseOf(db, 'XA')).state).toBe('invited')
})

test('the first answer begins a draft; progress and last activity are on the response', async ({ db }) => {
  const { save } = await aDraft(db)
  await save([value('institution', 'Ministry')])
  expect(await responseOf(db, 'XA')).toMatchObject({
    state: 'draft',
    lastActivity: { at: minutes(1), by: 'Amal Haddad' },
    progress: { required: 1, requiredAnswered: 1 },
  })
  expect((await listAudit(db, { action: 'response' })).map((entry) => entry.action)).toEqual(['response.begun'])
})

test('the trail names fields and holds digests, never answers', async ({ db }) => {
  const { id, amal, save } = await aDraft(db)
  await save([value('institution', 'Secret Bureau')], { requestId: 'r-1' })
  const [entry] = await listAudit(db, { chains: [responseChain(id)], action: 'cells.saved' })
  expect(entry).toMatchObject({
    actor: amal,
    actorName: 'Amal Haddad',
    requestId: 'r-1',
    details: { fields: { institution: 1 } },
  })
  expect(entry?.afterDigest).toMatch(/^[0-9a-f]{64}$/)
  const trail = JSON.stringify(await db.selectFrom('audit').selectAll().execute())
  expect(trail).not.toContain('Secret Bureau')
})

test('the same answer of two delegations has different digests: nobody can guess one from the other', async ({
  db,
}) => {
  const { amal, save } = await aDraft(db)
  await save([value('has_law', 'yes')])
  const other = await responseOf(db, 'XB')
  const cells = [value('has_law', 'yes')]
  await saveCells(db, {
    responseId: other.id,
    country: 'XB',
    role: 'head',
    cells,
    today: TODAY,
    actor: amal,
    at: minutes(1),
  })
  const digests = (await listAudit(db, { action: 'cells.saved' })).map((entry) => entry.afterDigest)
  expect(new Set(digests).size).toBe(2)
})

test('another country’s response is not found, and cannot be written to', async ({ db }) => {
  const { id, amal, meeting } = await aDraft(db)
  expect(await findOwnResponse(db, { round: 'short-1', country: 'XZ' })).toBeUndefined()
  expect(await findOwnResponse(db, { round: 'short-1', country: 'XA', meetingId: 'another' })).toBeUndefined()
  expect(await listOwnResponses(db, { country: 'XA', meetingId: 'another' })).toEqual([])
  expect(await listOwnResponses(db, { country: 'XA', meetingId: meeting.id })).toHaveLength(1)
  const cells = [value('staff', 666)]
  const theft = {
    responseId: id,
    country: 'XB',
    role: 'head',
    cells,
    today: TODAY,
    actor: amal,
    at: minutes(1),
  } as const
  await expect(saveCells(db, theft)).rejects.toThrow(/XB has no response/)
  expect((await cellsOf(db, id)).size).toBe(0)
})

test('a field that the questionnaire does not have is refused whole', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await expect(save([value('staff', 1), value('__proto__', 'x')])).rejects.toThrow(/no field/)
  expect((await cellsOf(db, id)).size).toBe(0)
})

test('a reader changes nothing, and after the round has closed nobody does', async ({ db }) => {
  const { id, round, save } = await aDraft(db)
  expect(await save([value('staff', 1)], { role: 'reader' })).toMatchObject({ refusal: 'role', kept: [] })
  await closeRound(db, { ...BY_SYSTEM, roundId: round.id, role: 'manager' })
  expect(await save([value('staff', 1)])).toMatchObject({ refusal: 'round_closed', kept: [] })
  expect((await cellsOf(db, id)).size).toBe(0)
})

test('a deadline that has passed refuses nothing; one of its own is shown instead of the round’s', async ({ db }) => {
  const { round, save } = await aDraft(db)
  expect(await save([value('staff', 1)], { at: minutes(999) })).toMatchObject({ kept: [{ revision: 1 }] })
  const step = { ...BY_SYSTEM, roundId: round.id, country: 'XA', role: 'officer', why: 'Elections' } as const
  expect(await extendCountryDeadline(db, { ...step, deadline: minutes(2000) })).toBeUndefined()
  expect(await responseOf(db, 'XA')).toMatchObject({ deadline: minutes(2000), hasOwnDeadline: true })
  expect(await responseOf(db, 'XB')).toMatchObject({ deadline: minutes(60), hasOwnDeadline: false })
})

test('an answer to each of five thousand fields is saved in one go', async ({ db }) => {
  const { QUESTIONNAIRE } = await import('../support/world.ts')
  const [general] = QUESTIONNAIRE.sections
  const first = general?.items[0]
  if (!general || !first || !('key' in first)) throw new Error('the questionnaire begins with a question')
  const items = Array.from({ length: 5000 }, (_, index) => ({ ...first, key: `q${index}` }))
  const big = { ...QUESTIONNAIRE, questionnaire: 'big', sections: [{ ...general, items }], analysis: {} }
  const { amal } = await aRound(db, { slug: 'big-1', questionnaire: big })
  const { id } = await responseOf(db, 'XA', 'big-1')
  const cells = items.map(({ key }) => value(key, 'x'.repeat(100)))
  const saved = await saveCells(db, {
    responseId: id,
    country: 'XA',
    role: 'head',
    cells,
    today: TODAY,
    actor: amal,
    at: minutes(1),
  })
  expect(saved.kept).toHaveLength(5000)
  expect((await cellsOf(db, id)).size).toBe(5000)
})

test('a cell cannot be deleted, and its history cannot be changed, even by hand', async ({ db }) => {
  const { save } = await aDraft(db)
  await save([value('staff', 1)])
  await expect(db.deleteFrom('cell').execute()).rejects.toThrow(/append-only/)
  await expect(db.updateTable('cell_history').set({ value: '2' }).execute()).rejects.toThrow(/append-only/)
})

test('two who save at the same moment each keep theirs or are told', async ({ db }) => {
  const { id, save } = await aDraft(db)
  await save([value('staff', 0)])
  const all = await Promise.all(Array.from({ length: 10 }, (_, index) => save([value('staff', index + 1, 1)])))
  expect(all.filter((saved) => saved.kept.length === 1)).toHaveLength(1)
  expect(all.filter((saved) => saved.conflicts.length === 1)).toHaveLength(9)
  expect(await historyOf(db, id, 'staff')).toHaveLength(2)
})

test('who is there is a hint about colleagues, not about oneself', async ({ db }) => {
  const { id, amal } = await aDraft(db)
  const bilal = await anAccount(db, 'Bilal Nasser')
  await touchPresence(db, { responseId: id, accountId: amal, section: 'general', at: minutes(1) })
  await touchPresence(db, { responseId: id, accountId: bilal, section: 'general', at: minutes(1) })
  await touchPresence(db, { responseId: id, accountId: bilal, section: 'measures', at: minutes(2) })
  expect(await listPresence(db, { responseId: id, since: minutes(0), except: amal })).toEqual([
    { accountId: bilal, name: 'Bilal Nasser', section: 'measures', at: minutes(2) },
  ])
  expect(await listPresence(db, { responseId: id, since: minutes(3) })).toEqual([])
})
