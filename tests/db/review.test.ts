// The review: what is asked opens that and nothing else, acceptance falls with every change, and no order of deeds breaks it.
import { expect } from 'vitest'
import { askAgain, dropNoted, noteClarification, sendBack } from '#db/asking.ts'
import { listAudit, responseChain } from '#db/audit.ts'
import { cellsOf } from '#db/cells.ts'
import { listClarifications } from '#db/clarifications.ts'
import { removeFile } from '#db/files.ts'
import { GOOD, markAnswer, marksOf } from '#db/marks.ts'
import { decideProposal } from '#db/proposals.ts'
import { takeStep } from '#db/reply-steps.ts'
import { askTeam, decideRequest, listRequests, takeBackRequest } from '#db/requests.ts'
import { saveCells } from '#db/responses.ts'
import { answerClarification, settleClarification } from '#db/settling.ts'
import { reopenResponse, submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { unlockedOf } from '#db/unlocks.ts'
import { test } from '../support/database.ts'
import { diceOf } from '../support/dice.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

/** XA with its first revision submitted, and everything that can be done to it, one minute after the other. */
async function aReply(db: Db) {
  const { amal } = await aRound(db, { deadline: minutes(5000) })
  const rita = await anAccount(db, 'Rita Amsel')
  const { id } = await responseOf(db, 'XA')
  let minute = 0
  const head = () => ({ responseId: id, country: 'XA', role: 'head', actor: amal, at: minutes(++minute) }) as const
  const team = () => ({ responseId: id, country: 'XA', role: 'officer', actor: rita, at: minutes(++minute) }) as const
  const cell = async (field: string) => (await cellsOf(db, id)).get(field)
  const reply = {
    id,
    rita,
    head,
    team,
    state: async () => (await responseOf(db, 'XA')).state,
    said: async (field: string) => (await cell(field))?.value ?? null,
    save: async (field: string, said: string | number) =>
      saveCells(db, { ...head(), today: TODAY, cells: [value(field, said, (await cell(field))?.revision ?? 0)] }),
    submit: () =>
      submitResponse(db, {
        ...head(),
        today: TODAY,
        level: 'named',
        sectionLevels: {},
        signedName: 'Amal Haddad',
        signedFunction: 'Head',
      }),
    ask: (field: string) =>
      noteClarification(db, {
        ...team(),
        field,
        question: `Why ${field}?`,
        language: 'en',
        assignee: rita,
        dueOn: null,
      }),
    send: () => sendBack(db, team()),
    step: (step: 'accept' | 'take_back_acceptance', revision = 1) =>
      takeStep(db, { ...team(), step, revision, today: TODAY }),
    asked: (side: 'team' | 'delegation' = 'team') => listClarifications(db, { responseId: id }, { side }),
  }
  await reply.save('institution', 'Ministry')
  await reply.save('staff', 3)
  await reply.submit()
  return reply
}

test('only what is asked about unlocks, with what its answer brings up', async ({ db }) => {
  const xa = await aReply(db)
  expect(await xa.ask('staff')).toBeUndefined()
  expect(await xa.ask('has_law')).toBeUndefined()
  expect(await xa.asked('delegation')).toEqual([])
  expect(await xa.state()).toBe('submitted')
  expect(await xa.send()).toEqual({ state: 'sent', fields: ['staff', 'has_law'] })
  expect(await xa.state()).toBe('returned')
  expect(await xa.asked('delegation')).toMatchObject([
    { number: 1, field: 'staff', state: 'open', question: 'Why staff?', askedBy: 'Rita Amsel', revision: 1 },
    { number: 2, field: 'has_law', state: 'open' },
  ])
  expect(await xa.save('institution', 'Another')).toMatchObject({ locked: ['institution'], kept: [] })
  expect(await xa.save('staff', 4)).toMatchObject({ locked: [], kept: [{ field: 'staff', revision: 2 }] })
  expect(await xa.save('has_law', 'yes')).toMatchObject({ locked: [] })
  expect(await xa.save('law', 'Law 12')).toMatchObject({ locked: [] })
  expect(await xa.said('institution')).toBe('Ministry')
  const file = { ...xa.head(), today: TODAY, field: 'measures.m01.evidence', id: 'any' }
  expect(await removeFile(db, file)).toBe('submitted')
})

test('what was noted can be changed and dropped, and a field is asked about once at a time', async ({ db }) => {
  const xa = await aReply(db)
  await xa.ask('staff')
  await noteClarification(db, {
    ...xa.team(),
    field: 'staff',
    question: 'How many?',
    language: 'en',
    assignee: null,
    dueOn: '2027-02-01',
  })
  const [noted] = await xa.asked()
  expect(await xa.asked()).toMatchObject([
    { question: 'How many?', assignee: null, dueOn: '2027-02-01', state: 'noted' },
  ])
  expect(await dropNoted(db, { ...xa.team(), id: noted?.id ?? '' })).toBeUndefined()
  expect(await dropNoted(db, { ...xa.team(), id: noted?.id ?? '' })).toBe('not_asked')
  expect(await xa.send()).toEqual({ state: 'refused', refusal: 'not_asked' })
  await xa.ask('staff')
  await xa.send()
  expect(await xa.ask('staff')).toBe('asked_already')
  await expect(xa.ask('nothing')).rejects.toThrow(/no field/)
})

test('words answer a question; settled without a change, the official revision stands again', async ({ db }) => {
  const xa = await aReply(db)
  await xa.ask('staff')
  await xa.ask('has_law')
  await xa.send()
  const [staff, law] = await xa.asked()
  const words = { body: 'Three, all of them trained', language: 'en' }
  expect(await settleClarification(db, { ...xa.team(), id: staff?.id ?? '', to: 'accepted', words: null })).toBe(
    'not_asked',
  )
  expect(await answerClarification(db, { ...xa.head(), role: 'contributor', id: staff?.id ?? '', ...words })).toBe(
    'role',
  )
  expect(await answerClarification(db, { ...xa.head(), id: staff?.id ?? '', ...words })).toBeUndefined()
  expect(await xa.asked()).toMatchObject([{ state: 'answered', messages: [{ side: 'delegation', ...words }] }, {}])
  await settleClarification(db, { ...xa.team(), id: staff?.id ?? '', to: 'accepted', words: null })
  expect(await unlockedOf(db, xa.id)).toEqual(['has_law'])
  expect(await xa.state()).toBe('returned')
  await settleClarification(db, {
    ...xa.team(),
    id: law?.id ?? '',
    to: 'withdrawn',
    words: { body: 'Found it', language: 'en' },
  })
  expect(await xa.state()).toBe('submitted')
  expect((await listAudit(db, { chains: [responseChain(xa.id)] })).map(({ action }) => action).slice(0, 4)).toEqual([
    'response.recalled',
    'clarification.withdrawn',
    'clarification.accepted',
    'clarification.answered',
  ])
})

test('once something was changed, a new revision has to be signed; it answers what was open', async ({ db }) => {
  const xa = await aReply(db)
  await xa.ask('staff')
  await xa.send()
  await xa.save('staff', 5)
  const [staff] = await xa.asked()
  await settleClarification(db, { ...xa.team(), id: staff?.id ?? '', to: 'withdrawn', words: null })
  expect([await xa.state(), await unlockedOf(db, xa.id)]).toEqual(['returned', ['staff']])
  expect(await askAgain(db, { ...xa.team(), id: staff?.id ?? '', body: 'And now?', language: 'en' })).toBeUndefined()
  expect(await xa.submit()).toMatchObject({ state: 'submitted', revision: 2 })
  expect(await xa.asked()).toMatchObject([{ state: 'answered', messages: [{ side: 'team', body: 'And now?' }] }])
  expect(await unlockedOf(db, xa.id)).toEqual([])
  expect(await xa.step('accept', 2)).toEqual({ state: 'refused', refusal: 'unsettled' })
})

test('acceptance is of the revision that was seen, and falls when the reply is opened or asked about again', async ({
  db,
}) => {
  const xa = await aReply(db)
  expect(await xa.step('accept', 2)).toEqual({ state: 'refused', refusal: 'changed' })
  expect(await xa.step('accept')).toEqual({ state: 'done' })
  expect(await xa.state()).toBe('accepted')
  expect(await reopenResponse(db, xa.head())).toBe('not_submitted')
  await xa.step('take_back_acceptance')
  expect(await xa.state()).toBe('submitted')
  await xa.step('accept')
  await xa.ask('staff')
  await xa.send()
  expect(await xa.state()).toBe('returned')
  const [staff] = await xa.asked()
  await settleClarification(db, { ...xa.team(), id: staff?.id ?? '', to: 'withdrawn', words: null })
  expect(await xa.state()).toBe('submitted')
})

test('the delegation asks to unlock more, with a reason; what is granted opens, and nothing else', async ({ db }) => {
  const xa = await aReply(db)
  await xa.ask('staff')
  await xa.send()
  const asking = { kind: 'unlock', fields: ['institution'], why: 'It was renamed' } as const
  expect(await askTeam(db, { ...xa.head(), ...asking })).toBeUndefined()
  expect(await askTeam(db, { ...xa.head(), ...asking })).toBe('asked_already')
  expect(await listRequests(db, { responseId: xa.id })).toMatchObject([{ ...asking, state: 'open', by: 'Amal Haddad' }])
  expect(await xa.save('institution', 'New name')).toMatchObject({ locked: ['institution'] })
  expect(await decideRequest(db, { ...xa.team(), isGranted: true, answer: null })).toBeUndefined()
  expect(await xa.save('institution', 'New name')).toMatchObject({ locked: [] })
  expect(await decideRequest(db, { ...xa.team(), isGranted: true, answer: null })).toBe('not_asked')
  await askTeam(db, { ...xa.head(), ...asking, fields: ['has_law'] })
  await decideRequest(db, { ...xa.team(), isGranted: false, answer: 'Not needed' })
  expect(await xa.save('has_law', 'yes')).toMatchObject({ locked: ['has_law'] })
  await askTeam(db, { ...xa.head(), ...asking })
  expect(await takeBackRequest(db, xa.head())).toBeUndefined()
})

test('an accepted reply is reopened on request; the revision before stays official until the next', async ({ db }) => {
  const xa = await aReply(db)
  const asking = { kind: 'reopen', fields: [], why: 'The law was passed' } as const
  expect(await askTeam(db, { ...xa.head(), ...asking })).toBe('can_reopen')
  await xa.step('accept')
  expect(await askTeam(db, { ...xa.head(), ...asking })).toBeUndefined()
  await decideRequest(db, { ...xa.team(), isGranted: true, answer: null })
  expect(await responseOf(db, 'XA')).toMatchObject({ state: 'draft', nextRevision: 2 })
  expect((await responseOf(db, 'XA')).officialSubmissionId).not.toBeNull()
  expect(await xa.save('institution', 'Free again')).toMatchObject({ locked: [] })
})

test('the focal point says ready, then nothing changes until the head signs or says not yet', async ({ db }) => {
  const xa = await aReply(db)
  await reopenResponse(db, xa.head())
  const ready = () => takeStep(db, { ...xa.head(), role: 'focal_point', step: 'ready', today: TODAY })
  await db.updateTable('round').set({ needs_ready: 1 }).execute()
  expect(await xa.submit()).toEqual({ state: 'refused', refusal: 'not_ready' })
  expect(await takeStep(db, { ...xa.head(), step: 'ready', today: TODAY })).toEqual({
    state: 'refused',
    refusal: 'role',
  })
  const cells = [{ ...value('institution', null, 1) }]
  await saveCells(db, { ...xa.head(), today: TODAY, cells })
  expect(await ready()).toMatchObject({ state: 'incomplete', problems: [{ field: 'institution' }] })
  await xa.save('institution', 'Ministry')
  expect(await ready()).toEqual({ state: 'done' })
  expect(await xa.save('staff', 9)).toMatchObject({ refusal: 'ready' })
  expect(await takeStep(db, { ...xa.head(), step: 'not_ready_yet', today: TODAY })).toEqual({ state: 'done' })
  await xa.save('staff', 9)
  await ready()
  expect(await xa.submit()).toMatchObject({ state: 'submitted', revision: 2 })
})

test('a proposed correction becomes the answer by the delegation alone; its comment stays, and nothing else opens', async ({
  db,
}) => {
  const xa = await aReply(db)
  const propose = (field: string, said: string | number) =>
    noteClarification(db, {
      ...xa.team(),
      field,
      question: 'Is this meant?',
      language: 'en',
      assignee: xa.rita,
      dueOn: null,
      proposed: { ...value(field, said), comment: 'The team’s own words' },
    })
  const commented = { ...value('staff', 3, 1), comment: 'With the two on loan' }
  await reopenResponse(db, xa.head())
  await saveCells(db, { ...xa.head(), today: TODAY, cells: [commented] })
  await xa.submit()
  await propose('staff', 30)
  await propose('institution', 'Ministry of Justice')
  expect(await xa.asked('delegation')).toEqual([])
  await xa.send()
  const [staff, institution] = await xa.asked('delegation')
  expect(staff?.proposal).toMatchObject({ state: 'open', cell: { value: 30 } })
  const decide = (id = '', isTaken = true) => decideProposal(db, { ...xa.head(), id, isTaken, today: TODAY })
  expect(
    await decideProposal(db, { ...xa.head(), role: 'contributor', id: staff?.id ?? '', isTaken: true, today: TODAY }),
  ).toBe('role')
  expect(await xa.said('staff')).toBe(3)
  expect(await decide(staff?.id)).toBeUndefined()
  expect((await cellsOf(db, xa.id)).get('staff')).toMatchObject({
    value: 30,
    comment: 'With the two on loan',
    revision: 3,
  })
  expect(await decide(staff?.id)).toBe('not_asked')
  expect(await decide(institution?.id, false)).toBeUndefined()
  expect(await xa.said('institution')).toBe('Ministry')
  expect((await xa.asked()).map(({ state, proposal }) => [state, proposal?.state])).toEqual([
    ['answered', 'taken'],
    ['answered', 'refused'],
  ])
  expect(await xa.save('has_law', 'yes')).toMatchObject({ locked: ['has_law'] })
  const deeds = (await listAudit(db, { chains: [responseChain(xa.id)] })).map(({ action }) => action)
  expect(deeds).toEqual(expect.arrayContaining(['proposal.taken', 'proposal.refused', 'cells.saved']))
})

test('a mark on an answer holds through a new revision that says the same, and falls with another', async ({ db }) => {
  const xa = await aReply(db)
  const { round_id } = await db
    .selectFrom('response')
    .select('round_id')
    .where('id', '=', xa.id)
    .executeTakeFirstOrThrow()
  const mark = (field: string, isMarked = true) =>
    markAnswer(db, { ...xa.team(), field, matter: GOOD, note: null, isMarked })
  const marked = async () => (await marksOf(db, round_id)).map(({ field }) => field)
  await mark('staff')
  await mark('institution')
  expect(await marked()).toEqual(['institution', 'staff'])
  await reopenResponse(db, xa.head())
  await xa.save('staff', 4)
  expect(await marked()).toEqual(['institution', 'staff'])
  await xa.submit()
  expect(await marked()).toEqual(['institution'])
  await mark('institution', false)
  expect(await marked()).toEqual([])
  expect(
    await markAnswer(db, {
      ...xa.team(),
      role: 'translator',
      field: 'staff',
      matter: GOOD,
      note: null,
      isMarked: true,
    }),
  ).toBe('role')
})

test.for([1, 2, 3, 4, 5, 6])(
  'whatever order things are done in (%i): no cell is lost, no unasked question opens, no acceptance outlives a change',
  { timeout: 60_000 },
  async (seed, { db }) => {
    const xa = await aReply(db)
    const dice = diceOf(seed)
    const FIELDS = ['institution', 'staff', 'measures.m01.status'] as const
    const expected = new Map<string, unknown>([
      ['institution', 'Ministry'],
      ['staff', 3],
    ])
    const one = async () => dice.pick((await xa.asked()).map(({ id }) => id).concat('none'))
    const saidOf = (field: string) =>
      field === 'staff'
        ? dice.between(1, 900)
        : field === 'institution'
          ? `M${dice.between(1, 900)}`
          : dice.pick(['planned', 'implemented'])
    const deeds = [
      async () => {
        const field = dice.pick([...FIELDS])
        const said = saidOf(field)
        const before = await xa.state()
        const unlocked = await unlockedOf(db, xa.id)
        const saved = await xa.save(field, said)
        const isKept = saved.kept.length > 0 && saved.locked.length === 0
        if (isKept) expected.set(field, said)
        const wasAsked = (await xa.asked('delegation')).some((asked) => asked.field === field)
        const wasGranted = (await listRequests(db, { responseId: xa.id })).some(
          ({ state, fields }) => state === 'granted' && fields.includes(field),
        )
        if (before === 'returned' && isKept)
          expect([unlocked.includes(field), wasAsked || wasGranted]).toEqual([true, true])
        if (before === 'submitted' || before === 'accepted') expect(saved.refusal).toBe(before)
      },
      () => xa.ask(dice.pick([...FIELDS])),
      () => xa.send(),
      async () => answerClarification(db, { ...xa.head(), id: await one(), body: 'So', language: 'en' }),
      async () =>
        settleClarification(db, {
          ...xa.team(),
          id: await one(),
          to: dice.pick(['accepted', 'withdrawn']),
          words: null,
        }),
      async () => askAgain(db, { ...xa.team(), id: await one(), body: 'Again', language: 'en' }),
      async () => {
        const field = dice.pick([...FIELDS])
        const proposed = value(field, saidOf(field))
        const words = { question: 'So?', language: 'en', assignee: null, dueOn: null }
        return noteClarification(db, { ...xa.team(), field, ...words, proposed })
      },
      async () => {
        const id = await one()
        const asked = (await xa.asked()).find((thread) => thread.id === id)
        const taking = { id, isTaken: dice.chance(0.7), today: TODAY }
        const refusal = await decideProposal(db, { ...xa.head(), ...taking })
        if (!refusal && taking.isTaken) expected.set(asked?.field ?? '', asked?.proposal?.cell.value)
      },
      () => xa.submit(),
      () => xa.submit(),
      async () => xa.step('accept', (await responseOf(db, 'XA')).nextRevision - 1),
      () => xa.step('take_back_acceptance'),
      () => reopenResponse(db, xa.head()),
      () => takeStep(db, { ...xa.head(), role: 'focal_point', step: 'ready', today: TODAY }),
      () => takeStep(db, { ...xa.head(), step: 'not_ready_yet', today: TODAY }),
      () => askTeam(db, { ...xa.head(), kind: 'unlock', fields: [dice.pick([...FIELDS])], why: 'So' }),
      () => askTeam(db, { ...xa.head(), kind: 'reopen', fields: [], why: 'So' }),
      () => decideRequest(db, { ...xa.team(), isGranted: dice.chance(0.7), answer: null }),
    ]
    for (let count = 0; count < 120; count += 1) {
      await dice.pick(deeds)()
      for (const [field, said] of expected) expect(await xa.said(field), field).toEqual(said)
      const row = await db.selectFrom('response').selectAll().where('id', '=', xa.id).executeTakeFirstOrThrow()
      if (row.accepted_submission_id !== null) {
        expect([row.state, row.accepted_submission_id]).toEqual(['submitted', row.official_submission_id])
      }
      if (row.state === 'submitted') expect(await unlockedOf(db, xa.id)).toEqual([])
    }
  },
)
