// What is sent twice is kept once, and what waits to be sent is sent once.
import { expect } from 'vitest'
import { forgetIntents, once } from '#db/intents.ts'
import { listMail, markRefused, markSent, queueMail, sendAgain, takeDue } from '#db/outbox.ts'
import { findSetting, saveSetting } from '#db/settings.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, BY_SYSTEM, minutes } from '../support/world.ts'

const counter = () => {
  let count = 0
  return async () => ({ count: ++count })
}
const intent = (account: string, more = {}) => ({ account, key: 'k-1', requestHash: 'h-1', at: minutes(0), ...more })

test('the same intent sent twice is done once, with the same answer', async ({ db }) => {
  const amal = await anAccount(db, 'Amal')
  const work = counter()
  expect(await once(db, intent(amal), work)).toEqual({ state: 'done', answer: { count: 1 }, isRepeat: false })
  expect(await once(db, intent(amal), work)).toEqual({ state: 'done', answer: { count: 1 }, isRepeat: true })
})

test('the same key for another request is refused', async ({ db }) => {
  const amal = await anAccount(db, 'Amal')
  await once(db, intent(amal), counter())
  expect(await once(db, intent(amal, { requestHash: 'h-2' }), counter())).toEqual({ state: 'refused' })
})

test('the same key of another person is another intent', async ({ db }) => {
  const work = counter()
  for (const name of ['Amal', 'Bilal']) {
    expect(await once(db, intent(await anAccount(db, name)), work)).toMatchObject({ isRepeat: false })
  }
})

test('an intent whose work failed can be tried again', async ({ db }) => {
  const amal = await anAccount(db, 'Amal')
  const failing = once(db, intent(amal), () => Promise.reject(new Error('disk full')))
  await expect(failing).rejects.toThrow('disk full')
  expect(await once(db, intent(amal), counter())).toMatchObject({ answer: { count: 1 }, isRepeat: false })
})

test('ten at the same moment have one effect and ten equal answers', async ({ db }) => {
  const amal = await anAccount(db, 'Amal')
  const add = () =>
    once(db, intent(amal), async (trx) => {
      const value = `${Number((await findSetting(trx, 'n')) ?? 0) + 1}`
      await saveSetting(trx, { ...BY_SYSTEM, name: 'n', value })
      return { value }
    })
  const all = await Promise.all(Array.from({ length: 10 }, add))
  expect(await findSetting(db, 'n')).toBe('1')
  expect(all.map((done) => (done.state === 'done' ? done.answer : null))).toEqual(Array(10).fill({ value: '1' }))
})

test('old intents are forgotten, young ones are not', async ({ db }) => {
  const amal = await anAccount(db, 'Amal')
  await once(db, intent(amal), counter())
  await once(db, intent(amal, { key: 'k-2', at: minutes(10) }), counter())
  expect(await forgetIntents(db, minutes(5))).toBe(1)
  expect(await once(db, intent(amal, { key: 'k-2' }), counter())).toMatchObject({ isRepeat: true })
})

const letter = (db: Db, more = {}) =>
  queueMail(db, {
    to: 'a@demo.example',
    subject: 'Hello',
    text: 'Open http://link',
    language: 'en',
    at: minutes(0),
    ...more,
  })

test('a letter is taken by one sender, and again only after a pause', async ({ db }) => {
  const id = await letter(db)
  await letter(db, { at: minutes(30) })
  const both = await Promise.all([takeDue(db, { at: minutes(1) }), takeDue(db, { at: minutes(1) })])
  expect(both.flat()).toMatchObject([{ id, to: 'a@demo.example', attempts: 1 }])
  expect(await takeDue(db, { at: minutes(1) })).toEqual([])
  expect(await takeDue(db, { at: minutes(2) })).toMatchObject([{ id, attempts: 2 }])
})

test('a letter that was sent loses its body and is not taken again', async ({ db }) => {
  const id = await letter(db, { html: '<p>x</p>' })
  await takeDue(db, { at: minutes(1) })
  await markSent(db, { id, at: minutes(1) })
  expect(await takeDue(db, { at: minutes(9999) })).toEqual([])
  expect(await listMail(db)).toMatchObject([{ id, state: 'sent', text: '', sentAt: minutes(1), subject: 'Hello' }])
})

test('a letter that fails waits longer each time, is refused in the end, and can be sent again', async ({ db }) => {
  const id = await letter(db)
  let at = minutes(0)
  let attempts = 0
  for (;;) {
    const [taken] = await takeDue(db, { at })
    if (!taken) break
    attempts = taken.attempts
    await markRefused(db, { id, error: '450 try later', isFinal: false })
    at = (await listMail(db))[0]?.nextAttemptAt ?? at
  }
  expect(attempts).toBe(7)
  expect(await listMail(db, { state: 'refused' })).toMatchObject([{ lastError: '450 try later' }])
  expect(await sendAgain(db, { id, at })).toBe(true)
  expect(await sendAgain(db, { id, at })).toBe(false)
  expect(await takeDue(db, { at })).toHaveLength(1)
})

test('what the server refuses for good is not tried again', async ({ db }) => {
  const id = await letter(db)
  await takeDue(db, { at: minutes(0) })
  await markRefused(db, { id, error: '550 no such user', isFinal: true })
  expect(await takeDue(db, { at: minutes(9999) })).toEqual([])
  expect(await listMail(db, { state: 'waiting' })).toEqual([])
})
