// Whoever has the database in hand alters the trail a thousand times, each time in another way: every time it is found.
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { expect } from 'vitest'
import { HOUSE, hashOf, recordAudit } from '#db/audit.ts'
import { checkpointAudit, verifyAudit } from '#db/audit-proof.ts'
import { sha256 } from '#db/digest.ts'
import type { Tables } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { engine, test } from '../support/database.ts'
import { BY_SYSTEM, minutes } from '../support/world.ts'

const ENTRIES = 24
const TEXTS = ['at', 'actor', 'action', 'subject', 'why', 'details', 'request_id', 'hash', 'previous_hash'] as const
const place = fc.integer({ min: 1, max: ENTRIES })
const TAMPERING = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), seq: place, column: fc.constantFrom(...TEXTS), to: fc.nat() }),
  fc.record({ kind: fc.constant('forge' as const), seq: place, to: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), seq: place }),
  fc.record({ kind: fc.constant('swap' as const), seq: place, other: place }),
  fc.record({ kind: fc.constant('move' as const), seq: place }),
  fc.record({ kind: fc.constant('cut' as const), seq: place }),
  fc.record({ kind: fc.constant('cut_with_heads' as const), seq: place }),
)
type Tampering = typeof TAMPERING extends fc.Arbitrary<infer T> ? T : never
type Db = Kysely<Tables>

async function tamper(db: Db, how: Tampering): Promise<void> {
  const row = await db.selectFrom('audit').selectAll().where('seq', '=', how.seq).executeTakeFirstOrThrow()
  const change = (set: Partial<Tables['audit']>) =>
    db.updateTable('audit').set(set).where('seq', '=', how.seq).execute()
  switch (how.kind) {
    case 'edit':
      await change({ [how.column]: altered(how.column, how.to) })
      return
    case 'forge': {
      // The hash of the entry is made to fit; the next one still remembers the other.
      const forged = { ...row, details: JSON.stringify({ said: how.to }) }
      await change({ details: forged.details, hash: hashOf(forged, row.previous_hash) })
      return
    }
    case 'delete':
      await db.deleteFrom('audit').where('seq', '=', how.seq).execute()
      return
    case 'swap': {
      const from = db.selectFrom('audit').selectAll().where('seq', '=', how.other)
      const { action, details, subject } = await from.executeTakeFirstOrThrow()
      const other = db.updateTable('audit').set({ action: row.action, details: row.details, subject: row.subject })
      await other.where('seq', '=', how.other).execute()
      await change({ action, details, subject })
      return
    }
    case 'move':
      await change({ chain: `${row.chain}-elsewhere` })
      return
    case 'cut':
    case 'cut_with_heads':
      await db.deleteFrom('audit').where('seq', '>=', how.seq).execute()
      if (how.kind === 'cut_with_heads') await healHeads(db)
  }
}

/** Something else in the shape that the database insists on. */
function altered(column: (typeof TEXTS)[number], to: number): string {
  if (column === 'at') return minutes(500 + (to % 9999))
  return column === 'hash' || column === 'previous_hash' ? sha256(`${to}`) : `altered ${to}`
}

/** The heads are set back to what is left: only a checkpoint remembers that there was more. */
async function healHeads(db: Db): Promise<void> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('seq').execute()
  await db.deleteFrom('audit_head').execute()
  const heads = new Map<string, { link: number; hash: string }>()
  for (const { chain, link, seq, hash } of rows) heads.set(chain, { link, hash }).set('*', { link: seq, hash })
  for (const [chain, head] of heads)
    await db
      .insertInto('audit_head')
      .values({ chain, ...head })
      .execute()
}

class Undo extends Error {}

test('a thousand random tamperings are all found', { timeout: 120_000 }, async ({ db }) => {
  for (let i = 1; i <= ENTRIES; i += 1) {
    const chain = i % 3 === 0 ? HOUSE : `meeting:${i % 2}`
    const deed = { chains: [chain], action: `thing.${i}`, subject: `thing:${i}`, details: { i }, requestId: `r${i}` }
    await inTransaction(db, (trx) => recordAudit(trx, { ...BY_SYSTEM, ...deed }))
  }
  await checkpointAudit(db, { at: minutes(10) })
  const names = {
    audit_no_update: 'audit',
    audit_no_delete: 'audit',
    audit_in_order: 'audit',
    audit_head_no_delete: 'audit_head',
  }
  for (const [name, table] of Object.entries(names))
    await sql.raw(`drop trigger ${name}${engine === 'postgres' ? ` on ${table}` : ''}`).execute(db)
  const isFound = async (how: Tampering) => {
    let found = false
    const tampered = db.transaction().execute(async (trx) => {
      await tamper(trx, how)
      found = (await verifyAudit(trx)).some(({ fault }) => fault !== null)
      throw new Undo()
    })
    await tampered.catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
    // To exchange an entry with itself changes nothing.
    return found || (how.kind === 'swap' && how.seq === how.other)
  }
  await fc.assert(fc.asyncProperty(TAMPERING, isFound), { numRuns: engine === 'postgres' ? 60 : 1000 })
  expect((await verifyAudit(db)).filter(({ fault }) => fault)).toEqual([])
})
