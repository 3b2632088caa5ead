// The delegation's own record: who got which role in it, and who outside of it opened, took away and projected its answers.
import { expect } from 'vitest'
import type { RecordPage } from '#app/components/answering/record-page.ts'
import { loader as record } from '#app/routes/answer/record.tsx'
import { noteAccess, notNotedSince, repliesOf } from '#db/access-log.ts'
import { addMembership, changeRole, listMemberships } from '#db/accounts.ts'
import { handOver } from '#db/handover.ts'
import { test } from '../../support/database.ts'
import { anAccount, BY_SYSTEM, minutes, responseOf } from '../../support/world.ts'
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

test('every access by name is in the record, and one sitting is one opening', async ({ db }) => {
  const world = await anAnsweringWorld(db)
  const officer = await anAccount(db, 'Leonid Varga')
  const { id } = await responseOf(db, 'XA')
  expect(await repliesOf(db, { rounds: [world.round.id], countries: ['XA'] })).toEqual([])
  const act = { actor: officer, at: minutes(4), responses: [id] }
  await noteAccess(db, { ...act, access: 'opened' })
  await noteAccess(db, { ...act, access: 'exported', details: { file: 'answers.csv' } })
  await noteAccess(db, { ...act, access: 'projected' })
  expect(await notNotedSince(db, { ...act, access: 'opened' }, minutes(3))).toEqual([])
  expect(await notNotedSince(db, { ...act, access: 'opened' }, minutes(5))).toEqual([id])
  expect((await deeds(world)).slice(0, 3)).toEqual([
    'Leonid Varga: Your answers shown by name on the screens of the session',
    'Leonid Varga: Exported with your answers: answers.csv',
    'Leonid Varga: Results opened in which your answers have your name',
  ])
})
