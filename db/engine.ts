// Which of the two engines a handle talks to, and the few words in which they differ.
import { type Kysely, PostgresAdapter, type SelectQueryBuilder } from 'kysely'
import type { Db, Tables } from './tables.ts'

export type EngineKind = 'sqlite' | 'postgres'

/** `sqlite` or `postgres`, for any handle: the database, a transaction, or one with plugins. */
// biome-ignore lint/suspicious/noExplicitAny: the tables do not matter here, and Kysely is invariant in them
export function kindOf(db: Kysely<any>): EngineKind {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
}

/**
 * A select whose rows stay as they are until the transaction ends. SQLite needs no word for it: its transactions are
 * immediate, so the writer is alone.
 * @param table the one table whose rows are locked, where the select joins others
 */
export function locked<T extends keyof Tables & string, O>(
  db: Db,
  query: SelectQueryBuilder<Tables, T, O>,
  table: T,
): SelectQueryBuilder<Tables, T, O> {
  return kindOf(db) === 'postgres' ? query.forUpdate(table) : query
}

/** Splits rows so that one statement never has more parameters than an engine takes (SQLite 32,766, PostgreSQL 65,535). */
export function inPortions<T>(rows: readonly T[], size = 500): T[][] {
  const portions: T[][] = []
  for (let start = 0; start < rows.length; start += size) portions.push(rows.slice(start, start + size))
  return portions
}
