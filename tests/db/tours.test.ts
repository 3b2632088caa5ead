// The tour de table: the floor moves, the clock stops and goes on, who is passed over comes back, words are recorded.
import { expect } from 'vitest'
import { keepItem, listAgenda } from '#db/agenda.ts'
import { listAudit } from '#db/audit.ts'
import { endTurn, giveFloor, holdClock, readTour, recordWords, skipCountry } from '#db/tours.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes } from '../support/world.ts'

test('the floor goes from one to the next; nobody is lost', async ({ db }) => {
  const { meeting } = await aRound(db)
  const at = { actor: await anAccount(db, 'Solenne Dubrac'), at: minutes(5), meetingId: meeting.id }
  const give = (country: string) => giveFloor(db, { ...at, country, endsAt: minutes(10), itemId: null })
  expect(await readTour(db, meeting.id)).toEqual({ country: null, leftSeconds: null, states: new Map(), records: [] })
  expect(await endTurn(db, { ...at, act: 'done' })).toBe(false)
  await give('XD')
  await skipCountry(db, { ...at, country: 'XC' })
  await give('XA')
  expect(await readTour(db, meeting.id)).toMatchObject({ country: 'XA', leftSeconds: null })
  expect([...(await readTour(db, meeting.id)).states]).toEqual([
    ['XD', 'done'],
    ['XC', 'skipped'],
    ['XA', 'floor'],
  ])
  expect(await holdClock(db, { ...at, leftSeconds: null })).toBe(false)
  expect(await holdClock(db, { ...at, leftSeconds: 133 })).toBe(true)
  expect((await readTour(db, meeting.id)).leftSeconds).toBe(133)
  expect(await holdClock(db, { ...at, leftSeconds: null })).toBe(true)
  expect(await endTurn(db, { ...at, act: 'skipped' })).toBe(true)
  await give('XC')
  const { country, states } = await readTour(db, meeting.id)
  expect([country, states.get('XA'), states.get('XC')]).toEqual(['XC', 'skipped', 'floor'])
})

test('what is said stays, with who said it', async ({ db }) => {
  const { meeting } = await aRound(db)
  const at = { actor: await anAccount(db, 'Solenne Dubrac'), at: minutes(5), meetingId: meeting.id }
  await keepItem(db, { ...at, title: {}, says: {}, startsAt: null, minutes: 5, shows: 'tour', notes: '', itemId: null })
  expect((await listAgenda(db, meeting.id))[0]?.shows).toBe('tour')
  const said = {
    country: 'XA',
    kind: 'comment',
    organisation: 'EJN',
    words: 'The contact point is known to us.',
  } as const
  await recordWords(db, { ...at, ...said })
  expect((await readTour(db, meeting.id)).records).toEqual([{ ...said, at: minutes(5) }])
  await expect(db.deleteFrom('tour_record').execute()).rejects.toThrow(/append-only/)
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'tour.recorded' })
  expect(trail[0]?.details).toEqual({ country: 'XA', kind: 'comment', organisation: 'EJN' })
})
