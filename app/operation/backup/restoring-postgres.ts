// A backup of PostgreSQL goes into an empty database: what does not verify is taken out again.
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '#db/connection.ts'
import type { Invalidated } from '#db/restored.ts'
import { countRows } from '#db/standing.ts'
import type { Db } from '#db/tables.ts'
import type { Config } from '../../config.ts'
import type { Manifest } from './manifest.ts'
import { restorePostgres } from './postgres-tools.ts'
import { openSealed } from './sealing.ts'

type Wanted = Pick<Config, 'databaseUrl' | 'backupPassphrase'>
type Putting = {
  readonly file: string
  readonly manifest: Manifest
  readonly settle: (db: Db) => Promise<Invalidated>
}

/** @throws with a sentence when the database holds any table, or the backup does not verify */
export async function putIntoEmptyPostgres(
  { databaseUrl, backupPassphrase }: Wanted,
  { file, manifest, settle }: Putting,
): Promise<Invalidated> {
  const { db, close } = await openDatabase(databaseUrl)
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-restoring-'))
  try {
    if (Object.keys(await countRows(db)).length > 0) {
      throw new Error('The database holds tables already. Create an empty one, and name it in DATABASE_URL.')
    }
    const plain = manifest.sealedWith === null ? file : join(folder, 'dump')
    if (manifest.sealedWith !== null) await openSealed(file, plain, backupPassphrase ?? '')
    await restorePostgres(databaseUrl, plain)
    return await settle(db).catch(async (error) => {
      // It was empty when we came: nothing in it is anybody else's.
      await sql`drop schema public cascade`.execute(db)
      await sql`create schema public`.execute(db)
      throw error
    })
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}
