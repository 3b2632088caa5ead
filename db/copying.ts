// A copy of the database as it is at one moment, made while the server writes on.
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { openReader } from './connection.ts'
import type { Db } from './tables.ts'

/**
 * Writes a copy of a SQLite database into a new file, on the disk when this returns: what one reader sees, so a moment of
 * the history, whole. It has no journal beside it, and nothing of what was erased.
 * @throws when the file exists already
 */
export async function copySqlite(url: string, file: string): Promise<void> {
  const { db, close } = await openReader(url)
  try {
    // The only write it could do is the one into the new file: the connection itself is open for reading.
    await sql`pragma query_only = off`.execute(db)
    await sql`vacuum into ${file}`.execute(db)
  } finally {
    await close()
  }
  syncFile(file)
}

/** A file and its name in its folder survive a power cut from now on. */
export function syncFile(file: string): void {
  for (const path of [file, dirname(file)]) {
    const handle = openSync(path, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
}

/**
 * Shows `work` one moment of a PostgreSQL database, and the name under which another program can see the same moment.
 * @param work may take as long as it needs
 */
export async function atOneMoment<T>(db: Db, work: (moment: Db, snapshot: string) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      const { rows } = await sql<{ name: string }>`select pg_export_snapshot() as name`.execute(trx)
      // Without its plugins: what is asked here is asked inside.
      return work(trx.withoutPlugins() as Db, rows[0]?.name ?? '')
    })
}
