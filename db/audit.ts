// The audit trail: who did what, when and why, chained by hashes in the same transaction as the deed.
import type { Transaction } from 'kysely'
import { canonicalJson } from '#surveys/definition/sealing.ts'
import { digestOf, sha256 } from './digest.ts'
import { locked } from './engine.ts'
import type { Db, Tables } from './tables.ts'

/** Who does it, when, and in answer to which request. Every sentence that writes takes one. */
export type Act = {
  /** an account's id, or `system` */
  readonly actor: string
  /** ISO 8601 UTC with milliseconds, from the server's clock */
  readonly at: string
  readonly requestId?: string | null
}

export type Deed = Act & {
  /** `house`, `meeting:<id>`, `response:<id>`; in each it becomes an entry */
  readonly chains: readonly string[]
  /** noun and past participle: `round.opened` */
  readonly action: string
  /** what it was done to: `round:<id>` */
  readonly subject: string
  /** the state before and after, of which the trail keeps digests */
  readonly before?: unknown
  readonly after?: unknown
  readonly why?: string | null
  /** plain facts that every reader of the chain may know; never an answer */
  readonly details?: Readonly<Record<string, unknown>>
  /** secret of the response, where an answer could be guessed from its digest */
  readonly salt?: string
}

export type AuditEntry = {
  readonly seq: number
  readonly chain: string
  readonly link: number
  readonly at: string
  readonly actor: string
  /** the account's name; null for `system` */
  readonly actorName: string | null
  readonly action: string
  readonly subject: string
  readonly beforeDigest: string | null
  readonly afterDigest: string | null
  readonly why: string | null
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string | null
  readonly hash: string
}

export const HOUSE = 'house'
export const meetingChain = (meetingId: string) => `meeting:${meetingId}`
export const responseChain = (responseId: string) => `response:${responseId}`

/** What the first link of a chain follows. */
export const NO_HASH = '0'.repeat(64)
/** The row of `audit_head` that counts all entries. */
export const WHOLE_TRAIL = '*'

type Row = Tables['audit']

/**
 * Adds a deed to its chains. Call it last in a transaction: the trail is one queue, and whoever is in it makes others wait.
 * @returns the hash of the new entry in each chain, in the order of `chains`
 */
export async function recordAudit(trx: Transaction<Tables>, deed: Deed): Promise<string[]> {
  const before_digest = deed.before === undefined ? null : digestOf(deed.before, deed.salt)
  const after_digest = deed.after === undefined ? null : digestOf(deed.after, deed.salt)
  const hashes: string[] = []
  let last = await headOf(trx, WHOLE_TRAIL)
  for (const chain of deed.chains) {
    const head = await headOf(trx, chain)
    const entry = {
      seq: last.link + 1,
      chain,
      link: head.link + 1,
      at: deed.at,
      actor: deed.actor,
      action: deed.action,
      subject: deed.subject,
      before_digest,
      after_digest,
      why: deed.why || null,
      details: canonicalJson(deed.details ?? {}),
      request_id: deed.requestId ?? null,
    }
    const hash = hashOf(entry, head.hash)
    await trx
      .insertInto('audit')
      .values({ ...entry, previous_hash: head.hash, hash })
      .execute()
    await moveHead(trx, chain, entry.link, hash)
    await moveHead(trx, WHOLE_TRAIL, entry.seq, hash)
    last = { link: entry.seq, hash }
    hashes.push(hash)
  }
  return hashes
}

/**
 * The hash that an entry must have: SHA-256 over `v1`, the hash before it, and its canonical JSON (after Crosby and
 * Wallach 2009; security.md 1.8).
 */
export function hashOf(entry: Omit<Row, 'hash' | 'previous_hash'>, previousHash: string): string {
  const { seq, chain, link, at, actor, action, subject, before_digest, after_digest, why, details, request_id } = entry
  const sealed = { seq, chain, link, at, actor, action, subject, before_digest, after_digest, why, details, request_id }
  return sha256(`v1\n${previousHash}\n${canonicalJson(sealed)}`)
}

/** The last link of a chain, locked until the transaction ends; link 0 where there is none yet. */
export async function headOf(trx: Transaction<Tables>, chain: string): Promise<{ link: number; hash: string }> {
  // The row exists before it is locked: two processes must not both believe that they are first.
  await trx
    .insertInto('audit_head')
    .values({ chain, link: 0, hash: NO_HASH })
    .onConflict((oc) => oc.column('chain').doNothing())
    .execute()
  const query = trx.selectFrom('audit_head').select(['link', 'hash']).where('chain', '=', chain)
  return locked(trx, query, 'audit_head').executeTakeFirstOrThrow()
}

async function moveHead(trx: Transaction<Tables>, chain: string, link: number, hash: string): Promise<void> {
  await trx.updateTable('audit_head').set({ link, hash }).where('chain', '=', chain).execute()
}

export type AuditFilter = {
  readonly chains?: readonly string[]
  readonly actor?: string
  /** an action, or its noun: `round` finds `round.opened` */
  readonly action?: string
  readonly subject?: string
  /** ISO times, `from` included, `to` not */
  readonly from?: string
  readonly to?: string
  /** only entries older than this seq, for the next page */
  readonly before?: number
  readonly limit?: number
}

/** Entries, newest first; at most `limit` (100). */
export async function listAudit(db: Db, filter: AuditFilter = {}): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit').leftJoin('account', 'account.id', 'audit.actor').selectAll('audit')
  if (filter.chains) {
    if (filter.chains.length === 0) return []
    query = query.where('audit.chain', 'in', filter.chains)
  }
  if (filter.actor) query = query.where('audit.actor', '=', filter.actor)
  if (filter.subject) query = query.where('audit.subject', '=', filter.subject)
  if (filter.from) query = query.where('audit.at', '>=', filter.from)
  if (filter.to) query = query.where('audit.at', '<', filter.to)
  if (filter.before !== undefined) query = query.where('audit.seq', '<', filter.before)
  const { action } = filter
  if (action?.includes('.')) query = query.where('audit.action', '=', action)
  // Between `round.` and `round/`, the next character: a prefix search that uses the index on both engines.
  else if (action) query = query.where('audit.action', '>=', `${action}.`).where('audit.action', '<', `${action}/`)
  const rows = await query
    .select('account.name as actorName')
    .orderBy('audit.seq', 'desc')
    .limit(filter.limit ?? 100)
    .execute()
  return rows.map(readEntry)
}

function readEntry(row: Row & { actorName: string | null }): AuditEntry {
  return {
    seq: row.seq,
    chain: row.chain,
    link: row.link,
    at: row.at,
    actor: row.actor,
    actorName: row.actorName,
    action: row.action,
    subject: row.subject,
    beforeDigest: row.before_digest,
    afterDigest: row.after_digest,
    why: row.why,
    details: JSON.parse(row.details),
    requestId: row.request_id,
    hash: row.hash,
  }
}
