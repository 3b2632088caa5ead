// How often somebody may try: kept in the database, felt by whoever guesses, never by the person they aim at.
import { expect } from 'vitest'
import { countTry, forgetLimits } from '#db/rate-limits.ts'
import { test } from '../support/database.ts'
import { anAuth, aPerson, PASSWORD } from '../support/signing.ts'

const MINUTE = 60_000
/** Milliseconds: each try costs what a passphrase costs, and these make many. */
const PATIENCE = 30_000
const wrong = (email: string) => ({ email, password: 'not the right passphrase', code: '' })
const right = (email: string) => ({ email, password: PASSWORD, code: '' })

test('after five failures each further one waits, longer and longer, and a restart forgets nothing', async ({ db }) => {
  const { auth, clock, pass, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await auth.signIn(browser().caller, wrong(amal.email))).state).toBe('refused')
  }
  const limited = await auth.signIn(browser().caller, right(amal.email))
  expect(limited).toEqual({ state: 'limited', until: new Date(clock.now.getTime() + MINUTE / 2) })
  const restarted = anAuth(db, { now: clock.now })
  expect((await restarted.auth.signIn(restarted.browser().caller, right(amal.email))).state).toBe('limited')
  const pauses: number[] = []
  for (let turn = 0; turn < 7; turn += 1) {
    const answer = await auth.signIn(browser().caller, wrong(amal.email))
    if (answer.state !== 'limited') return expect.fail('it was let through')
    pauses.push((answer.until.getTime() - clock.now.getTime()) / MINUTE)
    pass(answer.until.getTime() - clock.now.getTime())
    expect((await auth.signIn(browser().caller, wrong(amal.email))).state).toBe('refused')
  }
  expect(pauses).toEqual([0.5, 1, 2, 4, 8, 15, 15])
  pass(15 * MINUTE)
  expect((await auth.signIn(browser().caller, right(amal.email))).state).toBe('open')
})

test('an address that nobody has is limited like any other, with the same words', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const answers: string[] = []
  for (let turn = 0; turn < 6; turn += 1)
    answers.push((await auth.signIn(browser().caller, wrong('nobody@justice.example'))).state)
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'limited'])
})

test('a hundred tries at once are counted as a hundred', async ({ db }) => {
  const { auth, browser } = anAuth(db)
  const amal = await aPerson(db, 'Amal Haddad')
  const answers = await Promise.all(Array.from({ length: 40 }, () => auth.signIn(browser().caller, wrong(amal.email))))
  expect(answers.filter(({ state }) => state === 'refused')).toHaveLength(5)
  expect(answers.filter(({ state }) => state === 'limited')).toHaveLength(35)
})

test(
  'a stranger who fails and fails, even from many networks, locks nobody out of a browser they know',
  async ({ db }) => {
    const { auth, browser } = anAuth(db)
    const amal = await aPerson(db, 'Amal Haddad')
    const laptop = browser('192.0.2.7')
    laptop.take(await auth.signIn(laptop.caller, right(amal.email)))
    laptop.take({ headers: await auth.signOut(laptop.caller) })
    for (let turn = 0; turn < 30; turn += 1) await auth.signIn(browser(`10.${turn}.0.1`).caller, wrong(amal.email))
    for (let turn = 0; turn < 10; turn += 1) await auth.signIn(browser('192.0.2.99').caller, wrong(amal.email))
    expect((await auth.signIn(browser('10.200.0.1').caller, right(amal.email))).state).toBe('limited')
    expect(laptop.take(await auth.signIn(laptop.caller, right(amal.email))).state).toBe('open')
    // The mark is for one address: it helps nobody to try another.
    const karim = await aPerson(db, 'Karim Aziz')
    for (let turn = 0; turn < 5; turn += 1) await auth.signIn(laptop.caller, wrong(karim.email))
    expect((await auth.signIn(laptop.caller, wrong(karim.email))).state).toBe('limited')
  },
  PATIENCE,
)

test(
  'one network that tries many addresses is slowed down; other networks are not',
  async ({ db }) => {
    const { auth, browser } = anAuth(db)
    const karim = await aPerson(db, 'Karim Aziz')
    const answers: string[] = []
    for (let turn = 0; turn < 52; turn += 1) {
      answers.push(
        (await auth.signIn(browser(`203.0.113.${turn}`).caller, wrong(`person${turn}@justice.example`))).state,
      )
    }
    expect(answers.filter((state) => state === 'refused')).toHaveLength(50)
    expect((await auth.signIn(browser('203.0.113.200').caller, right(karim.email))).state).toBe('limited')
    expect((await auth.signIn(browser('198.51.100.1').caller, right(karim.email))).state).toBe('open')
  },
  PATIENCE,
)

test('whoever has to wait fills no table, however many addresses they think of', async ({ db }) => {
  const now = new Date().toISOString()
  const shape = { free: 1, window: 15 * MINUTE, pause: MINUTE, longest: MINUTE }
  const tryFor = (person: string) => [
    { key: 'network', ...shape },
    { key: person, ...shape },
  ]
  expect(await countTry(db, { limits: tryFor('one'), at: now })).toBeNull()
  for (const person of ['two', 'three']) expect(await countTry(db, { limits: tryFor(person), at: now })).not.toBeNull()
  const rows = await db.selectFrom('rate_limit').select('key').orderBy('key').execute()
  expect(rows.map(({ key }) => key)).toEqual(['network', 'one'])
})

test(
  'a room full of people who sign in from one address is nobody to slow down',
  async ({ db }) => {
    const { auth, browser } = anAuth(db)
    const amal = await aPerson(db, 'Amal Haddad')
    for (let turn = 0; turn < 60; turn += 1) {
      expect((await auth.signIn(browser('203.0.113.1').caller, right(amal.email))).state).toBe('open')
    }
  },
  PATIENCE,
)

test('no address of a person or a machine stands in the table, and what nobody counts any more is forgotten', async ({
  db,
}) => {
  const { auth, clock, browser } = anAuth(db)
  await auth.signIn(browser('203.0.113.1').caller, wrong('amal@justice.example'))
  const rows = await db.selectFrom('rate_limit').selectAll().execute()
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).not.toMatch(/amal|203\.0/)
  expect(await forgetLimits(db, clock.now.toISOString())).toBe(0)
  expect(await forgetLimits(db, new Date(clock.now.getTime() + 1).toISOString())).toBe(3)
})
