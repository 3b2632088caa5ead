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
  // Whoever holds the head of the whole trail holds those of all chains: they need no lock of their own.
  const heads = new Map([[WHOLE_TRAIL, await headOf(trx, WHOLE_TRAIL)], ...(await headsOf(trx, deed.chains))])
  const said = saidOf(deed)
  const rows = deed.chains.map((chain): Row => {
    const { link: last } = heads.get(WHOLE_TRAIL) ?? NO_LINK
    const { link, hash: previous_hash } = heads.get(chain) ?? NO_LINK
    const entry = { ...said, seq: last + 1, chain, link: link + 1 }
    const hash = hashOf(entry, previous_hash)
    heads.set(chain, { link: entry.link, hash }).set(WHOLE_TRAIL, { link: entry.seq, hash })
    return { ...entry, previous_hash, hash }
  })
  await trx.insertInto('audit').values(rows).execute()
  await moveHeads(trx, heads)
  return rows.map(({ hash }) => hash)
}

/** What a deed says, whichever chain it is added to. */
function saidOf({ at, actor, action, subject, before, after, why, details, requestId, salt }: Deed) {
  return {
    at,
    actor,
    action,
    subject,
    before_digest: before === undefined ? null : digestOf(before, salt),
    after_digest: after === undefined ? null : digestOf(after, salt),
    why: why || null,
    details: canonicalJson(details ?? {}),
    request_id: requestId ?? null,
  }
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

type Head = { readonly link: number; readonly hash: string }
const NO_LINK: Head = { link: 0, hash: NO_HASH }

/** The last link of the whole trail, as it is now; link 0 where there is none yet. */
export async function trailHead(db: Db): Promise<Head> {
  const query = db.selectFrom('audit_head').select(['link', 'hash']).where('chain', '=', WHOLE_TRAIL)
  return (await query.executeTakeFirst()) ?? NO_LINK
}

/** The last link of a chain, locked until the transaction ends; link 0 where there is none yet. */
export async function headOf(trx: Transaction<Tables>, chain: string): Promise<Head> {
  const query = trx.selectFrom('audit_head').select(['link', 'hash']).where('chain', '=', chain)
  const head = await locked(trx, query, 'audit_head').executeTakeFirst()
  if (head) return head
  // The row exists before it is locked: two processes must not both believe that they are first.
  await trx
    .insertInto('audit_head')
    .values({ chain, ...NO_LINK })
    .onConflict((oc) => oc.column('chain').doNothing())
    .execute()
  return locked(trx, query, 'audit_head').executeTakeFirstOrThrow()
}

async function headsOf(trx: Transaction<Tables>, chains: readonly string[]): Promise<[string, Head][]> {
  const rows = await trx.selectFrom('audit_head').selectAll().where('chain', 'in', chains).execute()
  return rows.map(({ chain, link, hash }) => [chain, { link, hash }])
}

async function moveHeads(trx: Transaction<Tables>, heads: ReadonlyMap<string, Head>): Promise<void> {
  await trx
    .insertInto('audit_head')
    .values([...heads].map(([chain, head]) => ({ chain, ...head })))
    .onConflict((oc) =>
      oc.column('chain').doUpdateSet((eb) => ({ link: eb.ref('excluded.link'), hash: eb.ref('excluded.hash') })),
    )
    .execute()
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

/** An entry from its row, with the name of who did it. */
export function readEntry(row: Row & { actorName: string | null }): AuditEntry {
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
