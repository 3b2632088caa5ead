// Puts a backup in the place of the database: only one that proves itself, and never over the only copy of anything.
import { existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { holdFile, openDatabase } from '#db/connection.ts'
import { syncFile } from '#db/copying.ts'
import { migrate } from '#db/migrate.ts'
import { type Invalidated, invalidateAccess } from '#db/restored.ts'
import { flawsOf, standingOf } from '#db/standing.ts'
import type { Db } from '#db/tables.ts'
import { unreadableFactors } from '../../auth/secrets.ts'
import type { Config } from '../../config.ts'
import { hashFile, type Manifest, readManifest } from './manifest.ts'
import { putIntoEmptyPostgres } from './restoring-postgres.ts'
import { openSealed } from './sealing.ts'

type Wanted = Pick<Config, 'databaseUrl' | 'backupPassphrase' | 'secret' | 'previousSecret'>
export type Restoring = {
  /** path of the manifest */
  readonly path: string
  readonly now: Date
  /** the present database is put aside, under another name; without it, one that is there is refused */
  readonly isReplacing?: boolean
  /** second factors that the present SECRET cannot read are accepted: their owners need new ones */
  readonly isOtherSecret?: boolean
}
export type Restored = {
  readonly manifest: Manifest
  readonly invalidated: Invalidated
  /** where the database from before lies now; null: there was none */
  readonly aside: string | null
}

/** @throws with a sentence for everything that does not verify; the database in place is then what it was */
export async function restoreBackup(config: Wanted, restoring: Restoring): Promise<Restored> {
  const manifest = await readManifest(restoring.path)
  const file = join(dirname(restoring.path), manifest.file)
  if (!existsSync(file)) throw new Error(`${file} is not there: the manifest is, the backup is not.`)
  if ((await hashFile(file)) !== manifest.sha256) {
    throw new Error(`${file} is not the file that was written: its SHA-256 differs from the manifest's.`)
  }
  const isForSqlite = config.databaseUrl.startsWith('file:')
  if (isForSqlite !== (manifest.engine === 'sqlite')) {
    throw new Error(`This is a backup of ${manifest.engine}; DATABASE_URL names the other engine.`)
  }
  if (manifest.sealedWith !== null && config.backupPassphrase === null) {
    throw new Error('The backup is encrypted: set BACKUP_PASSPHRASE to what it was made with.')
  }
  const settle = (db: Db) => settleIn(db, { config, manifest, restoring })
  if (!isForSqlite) {
    const invalidated = await putIntoEmptyPostgres(config, { file, manifest, settle })
    return { manifest, invalidated, aside: null }
  }
  return { manifest, ...(await putInPlace(config, { file, manifest, restoring, settle })) }
}

type Settling = { readonly config: Wanted; readonly manifest: Manifest; readonly restoring: Restoring }

/** Proves what was restored against its manifest, brings it up to the program, and ends what gave access. */
async function settleIn(db: Db, { config, manifest, restoring }: Settling): Promise<Invalidated> {
  await proveAgainst(db, manifest)
  if (!db.isTransaction) await migrate(db as Parameters<typeof migrate>[0])
  const unreadable = await unreadableFactors(db, config)
  if (unreadable.length > 0 && !restoring.isOtherSecret) {
    throw new Error(
      `${unreadable.length} second factors were encrypted with another SECRET (${manifest.secret}). Set it as SECRET, or as SECRET_PREVIOUS; without it, restore with --other-secret: these people then need new ones.`,
    )
  }
  const origin = { ...manifest.audit, madeAt: manifest.madeAt }
  return invalidateAccess(db, { actor: 'system', at: restoring.now.toISOString(), origin })
}

/** @throws naming the first thing that is not as the manifest says */
async function proveAgainst(db: Db, manifest: Manifest): Promise<void> {
  const refuse = (why: string) => new Error(`The backup does not verify, and nothing was changed: ${why}`)
  const flaws = await flawsOf(db).catch((error: Error) => [error.message])
  if (flaws.length > 0) throw refuse(flaws.join('\n'))
  const { audit, counts, migrations } = await standingOf(db)
  if (audit.seq !== manifest.audit.seq || audit.hash !== manifest.audit.hash) {
    throw refuse(
      `its trail ends at entry ${audit.seq}, the manifest's at ${manifest.audit.seq}, or under another hash.`,
    )
  }
  if (migrations.join() !== manifest.migrations.join()) throw refuse('its schema is another one.')
  const names = new Set([...Object.keys(counts), ...Object.keys(manifest.counts)])
  const differing = [...names].filter((name) => counts[name] !== manifest.counts[name])
  if (differing.length > 0) throw refuse(`these tables have another number of rows: ${differing.join(', ')}.`)
}

type Placing = {
  readonly file: string
  readonly manifest: Manifest
  readonly restoring: Restoring
  readonly settle: (db: Db) => Promise<Invalidated>
}

async function putInPlace(config: Wanted, { file, manifest, restoring, settle }: Placing) {
  const place = resolve(config.databaseUrl.replace(/^file:(?:\/\/(?=\/))?/, ''))
  if (existsSync(place) && !restoring.isReplacing) {
    throw new Error(`${place} is there already. Restore with --replace: it is kept beside, under another name.`)
  }
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const release = holdFile(place)
  const fresh = `${place}.restoring`
  try {
    remove(fresh)
    if (manifest.sealedWith === null) await copyFile(file, fresh)
    else await openSealed(file, fresh, config.backupPassphrase ?? '')
    const { db, close } = await openDatabase(`file:${fresh}`)
    const invalidated = await settle(db).finally(close)
    syncFile(fresh)
    const aside = existsSync(place) ? await putAside(place, restoring.now) : null
    renameSync(fresh, place)
    syncFile(place)
    return { invalidated, aside }
  } finally {
    remove(fresh)
    release()
  }
}

/** Keeps the present database under a second name; its journal must not be read into the one that takes its place. */
async function putAside(place: string, now: Date): Promise<string> {
  const aside = `${place}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  // Closing writes the journal back. One that is damaged is kept as it is, journal and all.
  await openDatabase(`file:${place}`)
    .then(({ close }) => close())
    .catch(() => {})
  const parts = JOURNALS.filter((part) => existsSync(place + part))
  for (const part of parts) linkSync(place + part, aside + part)
  syncFile(aside)
  for (const part of parts) if (part) rmSync(place + part)
  return aside
}

const JOURNALS = ['', '-wal', '-shm', '-journal'] as const
const remove = (file: string) => {
  for (const part of JOURNALS) rmSync(file + part, { force: true })
}
