// Proves the audit trail: every hash recomputed, every chain without a gap, every head and checkpoint still there.
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { hashOf, headOf, NO_HASH, WHOLE_TRAIL } from './audit.ts'
import { sha256 } from './digest.ts'
import type { Db, Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

export type AuditFault = {
  /** of the first entry that is wrong or missing; null where a checkpoint is */
  readonly seq: number | null
  readonly link: number
  readonly reason: 'changed' | 'missing' | 'out_of_order' | 'head_differs' | 'checkpoint_changed' | 'checkpoint_differs'
}
export type ChainProof = {
  readonly chain: string
  readonly entries: number
  readonly head: string
  /** the first fault; null: the chain is whole */
  readonly fault: AuditFault | null
}

type Head = { link: number; hash: string }
type Chain = { head: Head; entries: number; fault: AuditFault | null }
type Chains = Map<string, Chain>
const PAGE = 1000

/**
 * Recomputes the whole trail, with constant memory but for one line per chain.
 * @returns one proof per chain in the order of their first entries; last the trail as a whole (`*`), which also covers
 *   the checkpoints: entries cut off the end and chains that vanished are found there
 */
export async function verifyAudit(db: Db): Promise<ChainProof[]> {
  const chains: Chains = new Map()
  const trail = await walkTrail(db, chains)
  await compareHeads(db, chains, trail)
  trail.fault ??= await checkpointFault(db)
  const proofs = [...chains, [WHOLE_TRAIL, trail] as const]
  return proofs.map(([chain, { head, entries, fault }]) => ({ chain, entries, head: head.hash, fault }))
}

/** The heads are kept beside the trail: a chain that was cut at its end, or is gone, no longer reaches its head. */
async function compareHeads(db: Db, chains: Chains, trail: Chain): Promise<void> {
  const rows = await db.selectFrom('audit_head').selectAll().orderBy('chain').execute()
  const heads = new Map(rows.map(({ chain, link, hash }) => [chain, { link, hash }]))
  const names = new Set([...chains.keys(), ...heads.keys()])
  for (const name of names) {
    const found = name === WHOLE_TRAIL ? trail : chainOf(chains, name)
    const head = heads.get(name) ?? { link: 0, hash: NO_HASH }
    if (head.link === found.head.link && head.hash === found.head.hash) continue
    found.fault ??= { seq: null, link: Math.min(head.link, found.head.link) + 1, reason: 'head_differs' }
  }
}

const noChain = (): Chain => ({ head: { link: 0, hash: NO_HASH }, entries: 0, fault: null })

function chainOf(chains: Chains, chain: string): Chain {
  const known = chains.get(chain) ?? noChain()
  chains.set(chain, known)
  return known
}

async function walkTrail(db: Db, chains: Chains): Promise<Chain> {
  const trail = noChain()
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', trail.head.link)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      if (row.seq !== trail.head.link + 1) {
        trail.fault ??= { seq: trail.head.link + 1, link: trail.head.link + 1, reason: 'missing' }
      }
      const chain = chainOf(chains, row.chain)
      chain.fault ??= faultOf(row, chain.head)
      chain.head = { link: row.link, hash: row.hash }
      chain.entries += 1
      trail.head = { link: row.seq, hash: row.hash }
      trail.entries += 1
    }
    if (rows.length < PAGE) return trail
  }
}

function faultOf(row: Tables['audit'], head: Head): AuditFault | null {
  const { seq, link } = row
  if (link > head.link + 1) return { seq: null, link: head.link + 1, reason: 'missing' }
  if (link !== head.link + 1) return { seq, link, reason: 'out_of_order' }
  if (row.previous_hash !== head.hash) return { seq, link, reason: 'changed' }
  return hashOf(row, head.hash) === row.hash ? null : { seq, link, reason: 'changed' }
}

/**
 * Chains the heads that moved since the last checkpoint into a new one.
 * @param options `minutes`: only when the last one is at least that old (0: in any case)
 * @returns its number and hash; null when there is nothing new, or it is too early
 */
export async function checkpointAudit(
  db: Db,
  { at, minutes = 0 }: { at: string; minutes?: number },
): Promise<{ number: number; hash: string } | null> {
  return inTransaction(db, async (trx) => {
    const { link: seq } = await headOf(trx, WHOLE_TRAIL)
    const last = await trx
      .selectFrom('audit_checkpoint')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (seq <= (last?.seq ?? 0)) return null
    if (last && Date.parse(at) - Date.parse(last.at) < minutes * 60_000) return null
    const row = { number: (last?.number ?? 0) + 1, at, seq, heads: await headsSince(trx, last?.seq ?? 0) }
    const previous_hash = last?.hash ?? NO_HASH
    const hash = checkpointHash(row, previous_hash)
    await trx
      .insertInto('audit_checkpoint')
      .values({ ...row, previous_hash, hash })
      .execute()
    return { number: row.number, hash }
  })
}

async function headsSince(db: Db, seq: number): Promise<string> {
  const moved = db.selectFrom('audit').select('chain').distinct().where('seq', '>', seq)
  const rows = await db.selectFrom('audit_head').selectAll().where('chain', 'in', moved).execute()
  return canonicalJson(Object.fromEntries(rows.map(({ chain, link, hash }) => [chain, [link, hash]])))
}

function checkpointHash(row: Pick<Tables['audit_checkpoint'], 'number' | 'at' | 'seq' | 'heads'>, previous: string) {
  const { number, at, seq, heads } = row
  return sha256(`v1\n${previous}\n${canonicalJson({ number, at, seq, heads })}`)
}

async function checkpointFault(db: Db): Promise<AuditFault | null> {
  const checkpoints = await db.selectFrom('audit_checkpoint').selectAll().orderBy('number').execute()
  let previous = NO_HASH
  for (const [index, row] of checkpoints.entries()) {
    const isWhole =
      row.number === index + 1 && row.previous_hash === previous && checkpointHash(row, previous) === row.hash
    if (!isWhole) return { seq: null, link: row.number, reason: 'checkpoint_changed' }
    for (const [chain, [link, hash]] of Object.entries(JSON.parse(row.heads) as Record<string, [number, string]>)) {
      const entry = db.selectFrom('audit').select('hash').where('chain', '=', chain).where('link', '=', link)
      if ((await entry.executeTakeFirst())?.hash !== hash)
        return { seq: null, link: row.number, reason: 'checkpoint_differs' }
    }
    previous = row.hash
  }
  return null
}
