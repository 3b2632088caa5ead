// The audit trail: whole, in order, and whoever alters it is found out, with the first entry that is wrong.
import { type Kysely, sql } from 'kysely'
import { describe, expect } from 'vitest'
import { type Deed, HOUSE, listAudit, recordAudit } from '#db/audit.ts'
import { checkpointAudit, verifyAudit } from '#db/audit-proof.ts'
import type { Tables } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { engine, test } from '../support/database.ts'
import { anAccount, BY_SYSTEM, minutes } from '../support/world.ts'

const record = (db: Kysely<Tables>, deed: Partial<Deed> = {}) =>
  inTransaction(db, (trx) =>
    recordAudit(trx, { ...BY_SYSTEM, chains: [HOUSE], action: 'thing.done', subject: 'thing:1', ...deed }),
  )

async function aTrail(db: Kysely<Tables>) {
  for (let i = 1; i <= 5; i += 1) {
    await record(db, { chains: ['meeting:a'], subject: `thing:${i}`, details: { i } })
    await record(db, { chains: ['meeting:b', HOUSE], subject: `thing:${i}`, after: { i }, why: 'because' })
  }
}

/** What somebody with the database in hand can do: the triggers are a seat belt, not the control. */
async function withoutTriggers(db: Kysely<Tables>, work: () => Promise<unknown>) {
  const names = ['audit_no_update', 'audit_no_delete', 'audit_in_order']
  for (const name of names) await sql.raw(`drop trigger ${name}${engine === 'postgres' ? ' on audit' : ''}`).execute(db)
  await work()
}

const faults = async (db: Kysely<Tables>) =>
  (await verifyAudit(db)).flatMap(({ chain, fault }) => (fault ? [{ chain, ...fault }] : []))

test('an untouched trail is whole, chain by chain', async ({ db }) => {
  await aTrail(db)
  const proofs = await verifyAudit(db)
  expect(proofs.map(({ chain, entries, fault }) => ({ chain, entries, fault }))).toEqual([
    { chain: 'meeting:a', entries: 5, fault: null },
    { chain: 'meeting:b', entries: 5, fault: null },
    { chain: HOUSE, entries: 5, fault: null },
    { chain: '*', entries: 15, fault: null },
  ])
})

test('an empty trail is whole too', async ({ db }) => {
  expect(await verifyAudit(db)).toMatchObject([{ chain: '*', entries: 0, fault: null }])
})

test('a deed that is rolled back leaves no entry and no gap', async ({ db }) => {
  await record(db)
  const undone = inTransaction(db, async (trx) => {
    await recordAudit(trx, { ...BY_SYSTEM, chains: [HOUSE], action: 'thing.done', subject: 'thing:2' })
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await record(db)
  expect((await listAudit(db)).map(({ seq, link }) => [seq, link])).toEqual([
    [2, 2],
    [1, 1],
  ])
  expect(await faults(db)).toEqual([])
})

test('many at the same moment queue up, without a gap', async ({ db }) => {
  await Promise.all(Array.from({ length: 20 }, (_, i) => record(db, { chains: [i % 2 ? 'meeting:a' : HOUSE] })))
  expect((await listAudit(db)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => 20 - i))
  expect(await faults(db)).toEqual([])
})

test('the database refuses to change, delete, replace or slip in an entry', async ({ db }) => {
  await aTrail(db)
  await expect(db.updateTable('audit').set({ why: 'x' }).where('seq', '=', 1).execute()).rejects.toThrow(/append-only/)
  await expect(db.deleteFrom('audit').where('seq', '=', 15).execute()).rejects.toThrow(/append-only/)
  const entry = await db.selectFrom('audit').selectAll().where('seq', '=', 3).executeTakeFirstOrThrow()
  await expect(
    db
      .insertInto('audit')
      .values({ ...entry, seq: 99, link: 9, hash: 'f'.repeat(64) })
      .execute(),
  ).rejects.toThrow(/gap/)
  if (engine === 'sqlite')
    await expect(
      db
        .replaceInto('audit')
        .values({ ...entry, why: 'x' })
        .execute(),
    ).rejects.toThrow()
})

describe('whoever has the database in hand is found out', () => {
  test('by an edit: the entry itself is named', async ({ db }) => {
    await aTrail(db)
    await withoutTriggers(db, () => db.updateTable('audit').set({ why: 'nothing' }).where('seq', '=', 5).execute())
    expect(await faults(db)).toEqual([{ chain: 'meeting:b', seq: 5, link: 2, reason: 'changed' }])
  })

  test('by an edit with a matching hash: the next entry no longer follows', async ({ db }) => {
    await aTrail(db)
    const { hashOf } = await import('#db/audit.ts')
    const row = await db.selectFrom('audit').selectAll().where('seq', '=', 5).executeTakeFirstOrThrow()
    const forged = { ...row, why: 'nothing' }
    const hash = hashOf(forged, row.previous_hash)
    await withoutTriggers(db, () =>
      db.updateTable('audit').set({ why: 'nothing', hash }).where('seq', '=', 5).execute(),
    )
    expect((await faults(db))[0]).toEqual({ chain: 'meeting:b', seq: 8, link: 3, reason: 'changed' })
  })

  test('by a deletion in the middle', async ({ db }) => {
    await aTrail(db)
    await withoutTriggers(db, () => db.deleteFrom('audit').where('seq', '=', 5).execute())
    expect(await faults(db)).toEqual([
      { chain: 'meeting:b', seq: null, link: 2, reason: 'missing' },
      { chain: '*', seq: 5, link: 5, reason: 'missing' },
    ])
  })

  test('by two entries that change places', async ({ db }) => {
    await aTrail(db)
    await withoutTriggers(db, async () => {
      const [a, b] = await db.selectFrom('audit').select('details').where('seq', 'in', [1, 4]).orderBy('seq').execute()
      await db.updateTable('audit').set({ details: b?.details }).where('seq', '=', 1).execute()
      await db.updateTable('audit').set({ details: a?.details }).where('seq', '=', 4).execute()
    })
    expect(await faults(db)).toEqual([{ chain: 'meeting:a', seq: 1, link: 1, reason: 'changed' }])
  })

  test('by cutting off the end: the heads no longer fit', async ({ db }) => {
    await aTrail(db)
    await withoutTriggers(db, () => db.deleteFrom('audit').where('seq', '>', 13).execute())
    expect(await faults(db)).toEqual([
      { chain: 'meeting:b', seq: null, link: 5, reason: 'head_differs' },
      { chain: HOUSE, seq: null, link: 5, reason: 'head_differs' },
      { chain: '*', seq: null, link: 14, reason: 'head_differs' },
    ])
  })

  test('by cutting off the end and setting the heads back: a checkpoint remembers', async ({ db }) => {
    await aTrail(db)
    await checkpointAudit(db, { at: minutes(60) })
    await withoutTriggers(db, async () => {
      await db.deleteFrom('audit').where('seq', '=', 15).execute()
      const last = async (chain: string) =>
        db
          .selectFrom('audit')
          .select(['link', 'hash'])
          .where('chain', '=', chain)
          .orderBy('link', 'desc')
          .limit(1)
          .executeTakeFirstOrThrow()
      await db
        .updateTable('audit_head')
        .set(await last(HOUSE))
        .where('chain', '=', HOUSE)
        .execute()
      const { hash } = await last('meeting:b')
      await db.updateTable('audit_head').set({ link: 14, hash }).where('chain', '=', '*').execute()
    })
    expect(await faults(db)).toEqual([{ chain: '*', seq: null, link: 1, reason: 'checkpoint_differs' }])
  })
})

test('checkpoints are chained, made when there is something new, and not too often', async ({ db }) => {
  expect(await checkpointAudit(db, { at: minutes(0) })).toBeNull()
  await record(db)
  const first = await checkpointAudit(db, { at: minutes(0), minutes: 60 })
  expect(first).toMatchObject({ number: 1 })
  expect(await checkpointAudit(db, { at: minutes(90), minutes: 60 })).toBeNull()
  await record(db, { chains: ['meeting:a'] })
  expect(await checkpointAudit(db, { at: minutes(30), minutes: 60 })).toBeNull()
  expect(await checkpointAudit(db, { at: minutes(60), minutes: 60 })).toMatchObject({ number: 2 })
  expect(await faults(db)).toEqual([])
  const drop = engine === 'postgres' ? ' on audit_checkpoint' : ''
  await sql.raw(`drop trigger audit_checkpoint_no_update${drop}`).execute(db)
  await db
    .updateTable('audit_checkpoint')
    .set({ at: minutes(1) })
    .where('number', '=', 1)
    .execute()
  expect(await faults(db)).toEqual([{ chain: '*', seq: null, link: 1, reason: 'checkpoint_changed' }])
})

test('the trail is filtered by chain, person, action, subject and time, page by page', async ({ db }) => {
  await aTrail(db)
  const amal = await anAccount(db, 'Amal Haddad')
  await record(db, { actor: amal, at: minutes(10), action: 'round.opened', chains: ['meeting:a'] })
  expect(await listAudit(db, { chains: ['meeting:a'] })).toHaveLength(6)
  expect(await listAudit(db, { chains: [] })).toEqual([])
  expect(await listAudit(db, { actor: amal })).toMatchObject([{ actorName: 'Amal Haddad', action: 'round.opened' }])
  expect(await listAudit(db, { action: 'round' })).toHaveLength(1)
  expect(await listAudit(db, { action: 'round.opened' })).toHaveLength(1)
  expect(await listAudit(db, { action: 'rou' })).toHaveLength(0)
  expect(await listAudit(db, { subject: 'thing:2' })).toHaveLength(3)
  expect(await listAudit(db, { from: minutes(1), to: minutes(11) })).toHaveLength(1)
  expect((await listAudit(db, { limit: 2 })).map(({ seq }) => seq)).toEqual([16, 15])
  expect((await listAudit(db, { limit: 2, before: 15 })).map(({ seq }) => seq)).toEqual([14, 13])
})
