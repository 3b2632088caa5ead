// Signing off: sealed as it stood, verifiable for ever, and the only thing that results see.
import { expect } from 'vitest'
import { listAudit, responseChain } from '#db/audit.ts'
import { listBoard } from '#db/board.ts'
import { loadConsultation, streamReplies } from '#db/consultations.ts'
import { sha256 } from '#db/digest.ts'
import { changeDisclosure } from '#db/disclosure-changes.ts'
import { type Saving, saveCells } from '#db/responses.ts'
import { declineCountry, inviteCountry } from '#db/round-countries.ts'
import { closeRound } from '#db/round-states.ts'
import { findRound } from '#db/rounds.ts'
import { documentOf, findSubmission, findSubmissionByHash, listSubmissions, submittedCells } from '#db/submissions.ts'
import { reopenResponse, type Submitting, submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { withCells } from '#surveys/analysis/rows.ts'
import { verifyReply } from '#surveys/answering/reply.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../support/world.ts'

type World = Awaited<ReturnType<typeof aRound>>

const save = async (db: Db, { amal }: World, country: string, cells: Saving['cells'], at = minutes(1)) => {
  const { id } = await responseOf(db, country)
  return saveCells(db, { responseId: id, country, role: 'head', cells, today: TODAY, actor: amal, at })
}

const submit = async (db: Db, { amal }: World, country: string, rest: Partial<Submitting> = {}) => {
  const { id } = await responseOf(db, country)
  return submitResponse(db, {
    responseId: id,
    country,
    role: 'head',
    signedName: 'Amal Haddad',
    signedFunction: 'Head of delegation',
    level: 'named',
    sectionLevels: {},
    today: TODAY,
    actor: amal,
    at: minutes(2),
    ...rest,
  })
}

async function submitted(db: Db, world: World, country: string, staff = 3) {
  await save(db, world, country, [value('institution', `Ministry of ${country}`), value('staff', staff)])
  const done = await submit(db, world, country)
  if (done.state !== 'submitted') throw new Error(done.state)
  return done
}

test('a submission seals what was said: anybody can check the document against its hash', async ({ db }) => {
  const world = await aRound(db)
  const { id, hash, revision } = await submitted(db, world, 'XA')
  expect(revision).toBe(1)
  const document = await documentOf(db, id)
  expect(sha256(document)).toBe(hash)
  expect(verifyReply(document, hash, sha256)).toMatchObject({ isGenuine: true })
  expect(JSON.parse(document)).toMatchObject({
    country: 'XA',
    round: 'short-1',
    signed: { name: 'Amal Haddad', function: 'Head of delegation' },
    answers: 2,
  })
  expect(await findSubmissionByHash(db, hash)).toMatchObject({
    id,
    country: 'XA',
    roundSlug: 'short-1',
    isOfficial: true,
  })
})

test('the receipt names the entry of the trail that says so, and the entry has the hash of the document', async ({
  db,
}) => {
  const world = await aRound(db)
  const { id, hash } = await submitted(db, world, 'XA')
  const response = await responseOf(db, 'XA')
  const [entry] = await listAudit(db, { chains: [responseChain(response.id)] })
  expect(entry).toMatchObject({ action: 'response.submitted', afterDigest: hash, details: { hash, revision: 1 } })
  const submission = await findSubmission(db, { round: 'short-1', country: 'XA' })
  expect(submission).toMatchObject({ id, auditHead: entry?.hash, level: 'named', isLate: false, by: 'Amal Haddad' })
})

test('answers that do not apply are set aside: they stay in the draft and are not submitted', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('institution', 'M'), value('has_law', 'yes'), value('law', 'Law 12')])
  await save(db, world, 'XA', [value('has_law', 'no', 1)])
  const done = await submit(db, world, 'XA')
  if (done.state !== 'submitted') throw new Error(done.state)
  expect([...(await submittedCells(db, done.id)).keys()]).toEqual(['has_law', 'institution'])
})

test('what is missing keeps a reply from being submitted, and nothing changes', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('staff', 3)])
  const done = await submit(db, world, 'XA')
  expect(done).toMatchObject({ state: 'incomplete', problems: [{ field: 'institution', code: 'required' }] })
  expect(await responseOf(db, 'XA')).toMatchObject({ state: 'draft', officialSubmissionId: null })
})

test('only the head signs', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('institution', 'M')])
  expect(await submit(db, world, 'XA', { role: 'focal_point' })).toEqual({ state: 'refused', refusal: 'role' })
})

test('nobody signs what a colleague has changed meanwhile', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('institution', 'M')])
  const seen = (await responseOf(db, 'XA')).lastActivity?.at
  await save(db, world, 'XA', [value('staff', 9)], minutes(2))
  expect(await submit(db, world, 'XA', { seen, at: minutes(3) })).toMatchObject({ state: 'changed', at: minutes(2) })
  expect(await submit(db, world, 'XA', { seen: minutes(2), at: minutes(3) })).toMatchObject({ state: 'submitted' })
})

test('after the deadline a reply is taken and marked late', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('institution', 'M')])
  expect(await submit(db, world, 'XA', { at: minutes(61) })).toMatchObject({ state: 'submitted', isLate: true })
  expect((await listBoard(db, world.round.id)).find(({ country }) => country === 'XA')?.official).toMatchObject({
    isLate: true,
  })
})

test('a submitted reply is edited only after it was reopened; the last revision stays official meanwhile', async ({
  db,
}) => {
  const world = await aRound(db)
  await submitted(db, world, 'XA', 3)
  expect(await save(db, world, 'XA', [value('staff', 4, 1)], minutes(3))).toMatchObject({ refusal: 'submitted' })
  const { id } = await responseOf(db, 'XA')
  const step = { responseId: id, country: 'XA', actor: world.amal }
  expect(await reopenResponse(db, { ...step, role: 'alternate', at: minutes(4) })).toBeUndefined()
  await save(db, world, 'XA', [value('staff', 4, 1)], minutes(5))
  const draft = await loadConsultation(db, world.round.id, { today: TODAY })
  expect(draft.replies[0]?.cells.get('staff')?.value).toBe(3)
  expect(await submit(db, world, 'XA', { at: minutes(6) })).toMatchObject({ state: 'submitted', revision: 2 })
  const after = await loadConsultation(db, world.round.id, { today: TODAY })
  expect(after.replies).toMatchObject([{ country: 'XA', revision: 2, submittedAt: minutes(6) }])
  expect(after.replies[0]?.cells.get('staff')?.value).toBe(4)
  expect((await listSubmissions(db, id)).map(({ revision, isOfficial }) => [revision, isOfficial])).toEqual([
    [2, true],
    [1, false],
  ])
  expect((await findSubmission(db, { round: 'short-1', country: 'XA', revision: 1 }))?.isOfficial).toBe(false)
})

test('after the deadline the delegation asks the team, who reopens with a reason', async ({ db }) => {
  const world = await aRound(db)
  await submitted(db, world, 'XA')
  const { id } = await responseOf(db, 'XA')
  const step = { responseId: id, country: 'XA', actor: world.amal, at: minutes(70) }
  expect(await reopenResponse(db, { ...step, role: 'head' })).toBe('after_deadline')
  expect(await reopenResponse(db, { ...step, role: 'translator' })).toBe('role')
  expect(await reopenResponse(db, { ...step, role: 'officer', why: 'Asked by letter' })).toBeUndefined()
  expect(await reopenResponse(db, { ...step, role: 'officer', why: 'Again' })).toBe('not_submitted')
  expect((await listAudit(db, { action: 'response.reopened' }))[0]).toMatchObject({ why: 'Asked by letter' })
})

test('what was sealed cannot be changed, even by hand; how it is shown can', async ({ db }) => {
  const world = await aRound(db)
  await submitted(db, world, 'XA')
  await expect(db.updateTable('submission').set({ document: '{}' }).execute()).rejects.toThrow(/append-only/)
  await expect(db.updateTable('submission_cell').set({ value: '9' }).execute()).rejects.toThrow(/append-only/)
  await expect(db.deleteFrom('submission').execute()).rejects.toThrow()
})

test('the head changes how much is shown, at once; nobody else does', async ({ db }) => {
  const world = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const change = {
    responseId: id,
    country: 'XA',
    actor: world.amal,
    at: minutes(3),
    level: 'pmt_only',
    sectionLevels: { general: 'named' },
  } as const
  expect(await changeDisclosure(db, { ...change, role: 'head' })).toBe('not_submitted')
  const { hash } = await submitted(db, world, 'XA')
  expect(await changeDisclosure(db, { ...change, role: 'contributor' })).toBe('role')
  const before = await findRound(db, 'short-1')
  expect(await changeDisclosure(db, { ...change, role: 'head' })).toBeUndefined()
  const { replies } = await loadConsultation(db, world.round.id, { today: TODAY })
  expect(replies[0]).toMatchObject({ level: 'pmt_only', sectionLevels: { general: 'named' } })
  expect((await findRound(db, 'short-1'))?.stamp).toBeGreaterThan(before?.stamp ?? 0)
  expect((await findSubmissionByHash(db, hash))?.level).toBe('pmt_only')
  const raised = { ...change, role: 'focal_point', level: 'named', sectionLevels: {} } as const
  expect(await changeDisclosure(db, raised)).toBe('role')
  expect(await changeDisclosure(db, { ...raised, level: 'pmt_only' })).toBeUndefined()
  expect(await changeDisclosure(db, { ...raised, role: 'head' })).toBeUndefined()
})

test('results see the roster in protocol order, and of each reply the submitted cells only', async ({ db }) => {
  const world = await aRound(db)
  for (const country of ['XA', 'XD']) await submitted(db, world, country)
  await save(db, world, 'XB', [value('institution', 'A draft')])
  const step = { ...BY_SYSTEM, roundId: world.round.id, role: 'officer' } as const
  expect(await declineCountry(db, { ...step, country: 'XC', why: 'No capacity' })).toBeUndefined()
  const { roster, replies, round, snapshot } = await loadConsultation(db, world.round.id, { today: TODAY })
  expect({ round, snapshot }).toEqual({ round: 'short-1', snapshot: null })
  expect(roster.map(({ code }) => code)).toEqual(['XD', 'XA', 'XB'])
  expect(replies.map(({ country }) => country)).toEqual(['XD', 'XA'])
  expect(JSON.stringify(replies.map(({ cells }) => [...cells]))).not.toContain('draft')
  const some = await loadConsultation(db, world.round.id, { today: TODAY, fields: ['staff'] })
  expect(some.replies.map(({ cells }) => [...cells.keys()])).toEqual([['staff'], ['staff']])
  const none = await loadConsultation(db, world.round.id, { today: TODAY, fields: [] })
  expect(none.replies.map(({ cells }) => cells.size)).toEqual([0, 0])
})

test('a stream of replies is what the consultation is, and one moment of the round', async ({ db }) => {
  const world = await aRound(db)
  for (const country of ['XA', 'XD']) await submitted(db, world, country)
  const { replies } = await loadConsultation(db, world.round.id, { today: TODAY })
  const streamed = []
  for await (const reply of streamReplies(db, world.round.id)) {
    streamed.push(withCells(reply))
    if (streamed.length === 1) await submitted(db, world, 'XB')
  }
  expect(streamed).toEqual(replies)
})

test('every change of what results show moves the stamp; a draft does not', async ({ db }) => {
  const world = await aRound(db)
  const stamp = async () => (await findRound(db, 'short-1'))?.stamp ?? -1
  let last = await stamp()
  await save(db, world, 'XA', [value('institution', 'M')])
  expect(await stamp()).toBe(last)
  const { id } = await responseOf(db, 'XA')
  const team = { ...BY_SYSTEM, roundId: world.round.id, role: 'manager' } as const
  const steps = [
    () => submit(db, world, 'XA'),
    () => reopenResponse(db, { responseId: id, country: 'XA', role: 'head', actor: world.amal, at: minutes(3) }),
    () => declineCountry(db, { ...team, country: 'XB' }),
    () => inviteCountry(db, { ...team, country: 'XB' }),
    () => closeRound(db, team),
  ]
  for (const step of steps) {
    await step()
    expect(await stamp()).toBeGreaterThan(last)
    last = await stamp()
  }
})

test('two heads who sign at the same moment make one revision', async ({ db }) => {
  const world = await aRound(db)
  await save(db, world, 'XA', [value('institution', 'M')])
  const both = await Promise.all([submit(db, world, 'XA'), submit(db, world, 'XA')])
  expect(both.map(({ state }) => state).sort()).toEqual(['refused', 'submitted'])
})

test('delegations that submit at the same moment do not stand in each other’s way', async ({ db }) => {
  const world = await aRound(db)
  const countries = ['XA', 'XB', 'XC', 'XD']
  for (const country of countries) await save(db, world, country, [value('institution', country)])
  const all = await Promise.all(countries.map((country) => submit(db, world, country)))
  expect(all.map(({ state }) => state)).toEqual(Array(4).fill('submitted'))
})

test('one country’s canary is in no answer to another', async ({ db }) => {
  const world = await aRound(db)
  const canary = 'CANARY-XA-7d1f'
  await save(db, world, 'XA', [value('institution', canary)])
  await submit(db, world, 'XA')
  await anAccount(db, 'Bilal Nasser')
  const { findOwnResponse, listOwnResponses } = await import('#db/responses.ts')
  const asked = await Promise.all([
    findOwnResponse(db, { round: 'short-1', country: 'XB' }),
    listOwnResponses(db, { country: 'XB' }),
    findSubmission(db, { round: 'short-1', country: 'XB' }),
    findSubmission(db, { round: 'short-1', country: 'XB', revision: 1 }),
    listBoard(db, world.round.id),
    listAudit(db),
  ])
  expect(JSON.stringify(asked)).not.toContain(canary)
})
