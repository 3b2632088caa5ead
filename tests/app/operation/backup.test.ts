// A backup is believed only when it proves itself: what was changed, cut, sealed otherwise or made elsewhere is refused.
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { symmetricEncrypt } from 'better-auth/crypto'
import Sqlite from 'better-sqlite3'
import { test as base, expect, inject } from 'vitest'
import { sayBackup } from '#app/commands/backup.ts'
import { readRestoring, sayRestored } from '#app/commands/restore.ts'
import { type Config, readConfig } from '#app/config.ts'
import { makeBackup } from '#app/operation/backup/making.ts'
import { restoreBackup } from '#app/operation/backup/restoring.ts'

const NOW = new Date('2027-02-01T08:00:00.000Z')
const SECRET = 's'.repeat(40)

/** A copy of the demonstration, and what to back it up with. */
const test = base.extend<{ folder: string; config: Config }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures it needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-backup-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  config: async ({ folder }, use) => {
    await copyFile(inject('demonstration') ?? '', join(folder, 'house.db'))
    await use(configIn(folder))
  },
})

const configIn = (folder: string, more: Record<string, string> = {}) =>
  readConfig({ DATABASE_URL: `file:${folder}/house.db`, SECRET, ...more })
const elsewhere = (config: Config, name = 'restored') => ({
  ...config,
  databaseUrl: `file:${join(config.dataFolder, name, 'house.db')}`,
})
const restore = (config: Config, path: string) => restoreBackup(elsewhere(config), { path, now: NOW })

test('a backup says what it holds, and its restore what ended', async ({ config }) => {
  const backup = await makeBackup(config, NOW)
  expect(backup.isNoted).toBe(true)
  expect(backup.manifest).toMatchObject({ madeAt: NOW.toISOString(), engine: 'sqlite', sealedWith: null })
  expect(backup.manifest.counts.submission).toBeGreaterThan(7)
  expect(sayBackup(backup)[0]).toMatch(/^tour-de-table-2027-02-01T08-00-00-000Z\.db: .* NOT encrypted/)
  const restored = await restore(config, backup.path)
  expect(restored.aside).toBeNull()
  // Whoever may look into the folder: only the house reads what is in it.
  const made = [
    join(dirname(backup.path), backup.manifest.file),
    backup.path,
    join(config.dataFolder, 'restored/house.db'),
  ]
  for (const path of made) expect((await stat(path)).mode & 0o077, path).toBe(0)
  expect(sayRestored(restored)[0]).toContain(`entry ${backup.manifest.audit.seq},`)
  expect(readRestoring([backup.path, '--replace'], NOW)).toMatchObject({ isReplacing: true, isOtherSecret: false })
  expect(() => readRestoring([], NOW)).toThrow('npm run restore -- <manifest>.json')
})

test('under a passphrase nothing can be read, and only the same passphrase opens it', async ({ folder, config }) => {
  const sealed = { ...config, backupPassphrase: 'four words that nobody guesses' }
  const { path, manifest } = await makeBackup(sealed, NOW)
  const bytes = await readFile(join(dirname(path), manifest.file))
  for (const readable of ['SQLite format', 'demo.example', 'account']) expect(bytes.includes(readable)).toBe(false)
  // Nothing that is not encrypted is left behind.
  expect((await readdir(folder)).filter((name) => name.includes('.part'))).toEqual([])
  await expect(restore(config, path)).rejects.toThrow('set BACKUP_PASSPHRASE')
  await expect(restore({ ...sealed, backupPassphrase: 'four words that he guesses' }, path)).rejects.toThrow(
    'does not open',
  )
  expect((await restore(sealed, path)).manifest.audit).toEqual(manifest.audit)
})

test('a file that was changed, cut off or exchanged is refused, and nothing is put in place', async ({ config }) => {
  const { path, manifest } = await makeBackup({ ...config, backupPassphrase: 'a passphrase of some length' }, NOW)
  const file = join(dirname(path), manifest.file)
  const sealed = { ...config, backupPassphrase: 'a passphrase of some length' }
  const bytes = await readFile(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await writeFile(file, bytes)
  await expect(restore(sealed, path)).rejects.toThrow('SHA-256 differs')
  // Whoever changes the manifest as well meets the seal.
  await retell(path, { sha256: (await import('node:crypto')).hash('sha256', bytes) })
  await expect(restore(sealed, path)).rejects.toThrow('does not open')
  await truncate(file, 20)
  await expect(restore(sealed, path)).rejects.toThrow('SHA-256 differs')
  await rm(file)
  await expect(restore(sealed, path)).rejects.toThrow('is not there')
  await writeFile(path, '{}')
  await expect(restore(sealed, path)).rejects.toThrow('is not the manifest of a backup')
  expect(await readdir(join(config.dataFolder, 'restored'))).toEqual(['house.db-server'])
})

test.for([
  [{ audit: { seq: 3, hash: '0'.repeat(64) } }, 'its trail ends at entry'],
  [{ counts: { account: 1 } }, 'another number of rows'],
  [{ migrations: ['0001-meetings'] }, 'its schema is another one'],
  [{ engine: 'postgres' }, 'a backup of postgres'],
] as const)('a manifest that says something else is refused: %o', async ([said, why], { config }) => {
  const { path } = await makeBackup(config, NOW)
  await retell(path, said)
  await expect(restore(config, path)).rejects.toThrow(why)
})

test('a database in which something was changed by hand is not backed up as if it were whole', async ({
  folder,
  config,
}) => {
  const sqlite = new Sqlite(join(folder, 'house.db'))
  sqlite.exec('drop trigger audit_no_update')
  sqlite.prepare("update audit set why = 'no reason' where seq = 5").run()
  sqlite.close()
  await expect(makeBackup(config, NOW)).rejects.toThrow(/does not hold:\nthe trail of .* changed/)
  expect(await readdir(config.backupFolder)).toEqual([])
})

test('second factors of another secret are refused, unless somebody decides that new ones are made', async ({
  folder,
  config,
}) => {
  const sqlite = new Sqlite(join(folder, 'house.db'))
  const { id } = sqlite.prepare('select id from account limit 1').get() as { id: string }
  const sealed = await symmetricEncrypt({ key: SECRET, data: 'a secret of an app' })
  sqlite
    .prepare("insert into second_factor (id, account_id, secret, backup_codes) values ('f', ?, ?, '')")
    .run(id, sealed)
  sqlite.close()
  const { path } = await makeBackup(config, NOW)
  const other = { ...config, secret: 'o'.repeat(40) }
  await expect(restore(other, path)).rejects.toThrow('1 second factors were encrypted with another SECRET')
  expect((await restore({ ...other, previousSecret: SECRET }, path)).aside).toBeNull()
  const place = elsewhere(other, 'second')
  const restored = await restoreBackup(place, { path, now: NOW, isOtherSecret: true })
  expect(restored.invalidated.sessions).toBeGreaterThanOrEqual(0)
})

test('what is replaced lies beside, with everything in it', async ({ folder, config }) => {
  const { path, manifest } = await makeBackup(config, NOW)
  const { aside } = await restoreBackup(config, { path, now: NOW, isReplacing: true })
  const before = new Sqlite(aside ?? '', { readonly: true })
  // The entry about the backup itself is in what was put aside, and not in the backup.
  expect(before.prepare('select max(seq) as seq from audit').get()).toEqual({ seq: manifest.audit.seq + 1 })
  before.close()
  expect((await readdir(folder)).filter((name) => /restoring|^house.db-(?:wal|shm)/.test(name))).toEqual([])
})

async function retell(path: string, said: Readonly<Record<string, unknown>>): Promise<void> {
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...said }))
}
