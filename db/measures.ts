// What the page of the system says about the database: its engine, its size, and what waits to be sent.
import { sql } from 'kysely'
import { kindOf } from './engine.ts'
import type { Db } from './tables.ts'

export type Measures = {
  readonly engine: 'sqlite' | 'postgres'
  /** as the engine says it: `3.54.1` */
  readonly engineVersion: string
  readonly bytes: number
  /** name of the last migration */
  readonly schema: string
  readonly auditEntries: number
  /** when the heads of the trail were last chained; null: never */
  readonly checkpointAt: string | null
}

export async function measuresOf(db: Db): Promise<Measures> {
  const engine = kindOf(db)
  const { rows } = await (engine === 'sqlite'
    ? sql<{ version: string; bytes: number }>`
        select sqlite_version() as version, page_count * page_size as bytes from pragma_page_count, pragma_page_size`
    : sql<{ version: string; bytes: number }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`
  ).execute(db)
  const schema = await sql<{ name: string }>`select name from migration order by name desc limit 1`.execute(db)
  const head = await db.selectFrom('audit_head').select('link').where('chain', '=', '*').executeTakeFirst()
  const checkpoint = db.selectFrom('audit_checkpoint').select('at').orderBy('number', 'desc').limit(1)
  return {
    engine,
    engineVersion: rows[0]?.version ?? '',
    bytes: Number(rows[0]?.bytes ?? 0),
    schema: schema.rows[0]?.name ?? '',
    auditEntries: head?.link ?? 0,
    checkpointAt: (await checkpoint.executeTakeFirst())?.at ?? null,
  }
}

export type MailQueue = { readonly waiting: number; readonly refused: number; readonly oldest: string | null }

/** Letters that wait, letters that nobody took, and since when the oldest one waits. */
export async function mailQueueOf(db: Db): Promise<MailQueue> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count'), fn.min('created_at').as('oldest')])
    .where('state', '<>', 'sent')
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)
  return {
    waiting: Number(of('waiting')?.count ?? 0),
    refused: Number(of('refused')?.count ?? 0),
    oldest: of('waiting')?.oldest ?? null,
  }
}
