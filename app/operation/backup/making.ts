// Makes a backup: one moment of the database, proved before it counts, with a manifest beside it; the server writes on.
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOUSE, recordAudit } from '#db/audit.ts'
import { openDatabase, openReader } from '#db/connection.ts'
import { atOneMoment, copySqlite, syncFile } from '#db/copying.ts'
import { flawsOf, type Standing, standingOf } from '#db/standing.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { fingerprintOf } from '../../auth/secrets.ts'
import type { Config } from '../../config.ts'
import { VERSION } from '../../version.ts'
import { FORMAT, hashFile, type Manifest } from './manifest.ts'
import { dumpPostgres, readDump } from './postgres-tools.ts'
import { SEALED_WITH, sealFile } from './sealing.ts'

type Wanted = Pick<Config, 'databaseUrl' | 'dataFolder' | 'backupFolder' | 'backupPassphrase' | 'secret'>
export type Backup = {
  /** path of the manifest */
  readonly path: string
  readonly manifest: Manifest
  /** the trail says that it was made; false where the database could not be written */
  readonly isNoted: boolean
}

/**
 * Makes a backup of the configured database.
 * @throws with a sentence when anything in it does not hold: such a copy is taken away again
 */
export async function makeBackup(config: Wanted, now: Date): Promise<Backup> {
  const name = `tour-de-table-${now.toISOString().replaceAll(/[:.]/g, '-')}`
  const isSqlite = config.databaseUrl.startsWith('file:')
  const file = `${name}${isSqlite ? '.db' : '.dump'}${config.backupPassphrase ? '.sealed' : ''}`
  const target = join(config.backupFolder, file)
  mkdirSync(config.backupFolder, { recursive: true, mode: 0o700 })
  // What is not encrypted yet never leaves the folder that holds the database.
  const plain = config.backupPassphrase ? join(config.dataFolder, `${name}.part`) : `${target}.part`
  const sealed = `${target}.sealing`
  try {
    // Nobody else may read it, whoever may look into the folder: the programs that write it keep the rights it has.
    writeFileSync(plain, '', { mode: 0o600, flag: 'wx' })
    const standing = await (isSqlite ? copyAndProve : dumpAndProve)(config.databaseUrl, plain)
    if (config.backupPassphrase) await sealFile(plain, sealed, config.backupPassphrase)
    renameSync(config.backupPassphrase ? sealed : plain, target)
    syncFile(target)
    const engine = isSqlite ? 'sqlite' : 'postgres'
    const manifest = await describe(target, { file, now, config, standing, engine })
    const path = join(config.backupFolder, `${name}.json`)
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    syncFile(path)
    return { path, manifest, isNoted: await note(config, manifest) }
  } finally {
    for (const left of [plain, `${plain}-journal`, sealed]) rmSync(left, { force: true })
  }
}

async function copyAndProve(url: string, file: string): Promise<Standing> {
  await copySqlite(url, file)
  const { db, close } = await openReader(`file:${file}`)
  return prove(db).finally(close)
}

async function dumpAndProve(url: string, file: string): Promise<Standing> {
  const { db, close } = await openReader(url)
  const standing = await atOneMoment(db, async (moment, snapshot) => {
    await dumpPostgres(url, file, snapshot)
    return prove(moment)
  }).finally(close)
  await readDump(file)
  syncFile(file)
  return standing
}

/** @throws naming what does not hold */
async function prove(db: Db): Promise<Standing> {
  const flaws = await flawsOf(db)
  if (flaws.length > 0) throw new Error(`No backup was made, because the database does not hold:\n${flaws.join('\n')}`)
  return standingOf(db)
}

type Described = Pick<Manifest, 'file' | 'engine'> & { now: Date; config: Wanted; standing: Standing }

async function describe(target: string, { file, engine, now, config, standing }: Described): Promise<Manifest> {
  return {
    format: FORMAT,
    version: VERSION,
    madeAt: now.toISOString(),
    engine,
    file,
    bytes: statSync(target).size,
    sha256: await hashFile(target),
    sealedWith: config.backupPassphrase ? SEALED_WITH : null,
    secret: fingerprintOf(config.secret),
    migrations: [...standing.migrations],
    audit: { ...standing.audit },
    counts: { ...standing.counts },
  }
}

/** A backup is an export of everything: the trail says that it was made. One that cannot be noted is still a backup. */
async function note({ databaseUrl }: Wanted, { madeAt, bytes, sha256, sealedWith, audit }: Manifest): Promise<boolean> {
  const { db, close } = await openDatabase(databaseUrl)
  const details = { bytes, sha256, isEncrypted: sealedWith !== null, seq: audit.seq, hash: audit.hash }
  const deed = { actor: 'system', at: madeAt, chains: [HOUSE], action: 'backup.made', subject: `audit:${audit.seq}` }
  return inTransaction(db, async (trx) => {
    await recordAudit(trx, { ...deed, details })
    return true
  })
    .catch(() => false)
    .finally(close)
}
