// The delegation's own record: who got which role in it, and who showed its answers in the hall.
import { expect } from 'vitest'
import type { RecordPage } from '#app/components/answering/record-page.ts'
import { loader as record } from '#app/routes/answer/record.tsx'
import { addMembership, changeRole, listMemberships } from '#db/accounts.ts'
import { handOver } from '#db/handover.ts'
import { noteProjection } from '#db/projections.ts'
import { saveCells } from '#db/responses.ts'
import { submitResponse } from '#db/submitting.ts'
import { test } from '../../support/database.ts'
import { anAccount, BY_SYSTEM, minutes, responseOf, TODAY, value } from '../../support/world.ts'
import { anAnsweringWorld, ask, type World } from './answer-house.ts'

const deeds = async (world: World) =>
  ((await ask(world, record, '/answer/short-1/record', { at: 60 })) as unknown as RecordPage).deeds.map(
    ({ who, what }) => `${who}: ${what}`.replaceAll(/[\u2068\u2069]/g, ''),
  )

test('roles given, changed and handed over are in the record; those of others are not', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const place = { ...BY_SYSTEM, meetingId: world.meeting.id, country: 'XA' }
  const [before, after] = [await anAccount(db, 'Focal Before'), await anAccount(db, 'Focal After')]
  const leaver = await addMembership(db, { ...place, accountId: before, role: 'focal_point' })
  const successor = await addMembership(db, { ...place, accountId: after, role: 'alternate' })
  await addMembership(db, { ...place, country: 'XB', accountId: after, role: 'reader' })
  await addMembership(db, { ...place, country: null, accountId: before, role: 'observer' })
  const [karim] = await listMemberships(db, world.karim)
  const act = { actor: world.amal, at: minutes(3) }
  await changeRole(db, { ...act, id: karim?.id ?? '', role: 'alternate' })
  await handOver(db, { ...act, leaver, successor, leaverRole: null, why: 'Leaves the ministry' })
  const said = await deeds(world)
  expect(said.filter((line) => line.startsWith('Amal'))).toEqual([
    'Amal Haddad: Focal Before no longer has the role of focal point – Leaves the ministry',
    'Amal Haddad: Focal After was given the role of focal point',
    'Amal Haddad: Focal After no longer has the role of alternate – Leaves the ministry',
    'Amal Haddad: Karim Solari was given the role of alternate',
    'Amal Haddad: Karim Solari no longer has the role of contributor',
  ])
  expect(said.join()).not.toContain('reader')
  expect(said.join()).not.toContain('observer')
})

test('answers on the screens by name are in the record of those they name', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const presenter = await anAccount(db, 'Teodor Wielan')
  const { id } = await responseOf(db, 'XA')
  const act = { actor: presenter, at: minutes(4), meetingId: world.meeting.id, shows: 'country:XA' }
  const shown = { ...act, rounds: [world.round.id], countries: ['XA'] }
  expect(await noteProjection(db, shown)).toBe(0)
  const cells = [value('institution', 'Ministry')]
  const head = { responseId: id, country: 'XA', role: 'head', actor: world.amal, today: TODAY, at: minutes(5) } as const
  await saveCells(db, { ...head, cells })
  const signed = { signedName: 'Amal', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  expect(await submitResponse(db, { ...head, ...signed })).toMatchObject({ state: 'submitted' })
  expect(await noteProjection(db, { ...shown, countries: ['XB'] })).toBe(0)
  expect(await noteProjection(db, shown)).toBe(1)
  expect((await deeds(world))[0]).toBe('Teodor Wielan: Your answers shown by name on the screens of the session')
})
