// The pulse: one vote for each delegation, unknown to everybody until it is closed, and then without names.
import { expect } from 'vitest'
import { keepItem, listAgenda } from '#db/agenda.ts'
import { listAudit } from '#db/audit.ts'
import { castVote, closePulse, findPulse, openPulse, ownVote, votesOf } from '#db/pulses.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes } from '../support/world.ts'

async function aWorld(db: Db) {
  const { meeting, round } = await aRound(db)
  const act = { actor: await anAccount(db, 'Solenne Dubrac'), at: minutes(5), meetingId: meeting.id }
  const item = { title: { en: 'Item' }, says: {}, startsAt: null, minutes: 5, shows: 'text', notes: '', itemId: null }
  await keepItem(db, { ...act, ...item })
  const [{ id: itemId } = expect.fail()] = await listAgenda(db, meeting.id)
  const place = { ...act, itemId }
  return { place, opening: { ...place, roundId: round.id, field: 'has_law' } }
}

test('votes are taken while the pulse is open, one for each delegation, and known to nobody else', async ({ db }) => {
  const { place, opening } = await aWorld(db)
  const vote = { ...place, country: 'XA', value: 'yes', enteredBy: 'delegation' } as const
  expect(await castVote(db, vote)).toBe(false)
  expect([await openPulse(db, opening), await openPulse(db, opening)]).toEqual([true, false])
  const pulse = (await findPulse(db, place)) ?? expect.fail()
  expect(await castVote(db, { ...vote, country: 'XB', value: 'no', enteredBy: 'chair' })).toBe(true)
  expect(await castVote(db, vote)).toBe(true)
  expect(await castVote(db, { ...vote, value: 'no' })).toBe(true)
  expect(await castVote(db, { ...vote, value: 'yes', enteredBy: 'chair' })).toBe(false)
  expect(await votesOf(db, pulse.id)).toEqual([])
  expect(await ownVote(db, { pulseId: pulse.id, country: 'XA' })).toBe('no')
  expect((await findPulse(db, place))?.voted).toEqual([
    { country: 'XA', enteredBy: 'delegation' },
    { country: 'XB', enteredBy: 'chair' },
  ])
  expect(JSON.stringify(await findPulse(db, place))).not.toMatch(/"(?:yes|no)"/)
})

test('once it is closed its votes are counted without names, and another one may be opened', async ({ db }) => {
  const { place, opening } = await aWorld(db)
  await openPulse(db, opening)
  const pulse = (await findPulse(db, place)) ?? expect.fail()
  const vote = { ...place, value: 'yes', enteredBy: 'delegation' } as const
  for (const country of ['XA', 'XB', 'XC']) await castVote(db, { ...vote, country })
  expect([await closePulse(db, place), await closePulse(db, place)]).toEqual([true, false])
  expect(await castVote(db, { ...vote, country: 'XD' })).toBe(false)
  expect(await votesOf(db, pulse.id)).toEqual(['yes', 'yes', 'yes'])
  const trail = await listAudit(db, { chains: [`meeting:${place.meetingId}`], limit: 50 })
  const deeds = trail.filter(({ action }) => action.startsWith('pulse.'))
  expect(deeds.map(({ action }) => action)).toEqual([
    'pulse.closed',
    'pulse.voted',
    'pulse.voted',
    'pulse.voted',
    'pulse.opened',
  ])
  expect(
    deeds.some(({ afterDigest, details }) => afterDigest !== null || JSON.stringify(details).includes('yes')),
  ).toBe(false)
  expect(await openPulse(db, opening)).toBe(true)
  expect((await findPulse(db, place))?.voted).toEqual([])
})
