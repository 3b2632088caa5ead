// How a database stands: what it holds, how far its trail reaches, and whether everything in it still holds.
import { sql } from 'kysely'
import { verifyAnswers } from './answers-proof.ts'
import { NO_HASH, WHOLE_TRAIL } from './audit.ts'
import { verifyAudit } from './audit-proof.ts'
import { kindOf } from './engine.ts'
import type { Db, Tables } from './tables.ts'

/** Rows by table. */
export type Counts = Readonly<Record<string, number>>
export type Standing = {
  /** names of the migrations that ran, in order */
  readonly migrations: readonly string[]
  /** the last entry of the trail: its number and its hash; 0 where there is none */
  readonly audit: { readonly seq: number; readonly hash: string }
  readonly counts: Counts
}

/** What a database holds at this moment; ask inside a transaction where others write. */
export async function standingOf(db: Db): Promise<Standing> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  const head = await db
    .selectFrom('audit_head')
    .select(['link', 'hash'])
    .where('chain', '=', WHOLE_TRAIL)
    .executeTakeFirst()
  return {
    migrations: rows.map(({ name }) => name),
    audit: { seq: head?.link ?? 0, hash: head?.hash ?? NO_HASH },
    counts: await countRows(db),
  }
}

/** How many rows each table has, whichever tables there are. */
export async function countRows(db: Db): Promise<Counts> {
  const tables = await db.introspection.getTables()
  const counts: [string, number][] = []
  for (const { name } of tables.filter(({ isView }) => !isView)) {
    const { count } = await db
      .selectFrom(name as keyof Tables)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts.push([name, Number(count)])
  }
  return Object.fromEntries(counts.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/**
 * What does not hold in a database: pages, references, the trail, answers against the trail.
 * @returns one line for each; empty: everything holds
 */
export async function flawsOf(db: Db): Promise<string[]> {
  const flaws: string[] = []
  if (kindOf(db) === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    flaws.push(...rows.map((row) => row.integrity_check).filter((said) => said !== 'ok'))
    const foreign = await sql`pragma foreign_key_check`.execute(db)
    flaws.push(...foreign.rows.map((row) => `a reference leads nowhere: ${JSON.stringify(row)}`))
    // Where pages are broken, what stands on them proves nothing.
    if (flaws.length > 0) return flaws
  }
  for (const { chain, fault } of await verifyAudit(db)) {
    if (fault) flaws.push(`the trail of ${chain} at link ${fault.link}: ${fault.reason}`)
  }
  for (const { country, what, where } of await verifyAnswers(db))
    flaws.push(`answers of ${country}: ${what} at ${where}`)
  return flaws
}
