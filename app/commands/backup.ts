// `npm run backup`: a proved copy of the database while the server runs, and a manifest beside it.
import { readConfig } from '../config.ts'
import { type Backup, makeBackup } from '../operation/backup/making.ts'

/** What the command prints. */
export function sayBackup({ path, manifest, isNoted }: Backup): string[] {
  const { file, bytes, audit, sealedWith, counts } = manifest
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return [
    `${file}: ${(bytes / 1_000_000).toFixed(1)} MB, ${rows} rows, ${sealedWith ? 'encrypted' : 'NOT encrypted: set BACKUP_PASSPHRASE'}`,
    `The trail in it is whole up to entry ${audit.seq}, ${audit.hash}`,
    `Restore it with: npm run restore -- ${path}`,
    ...(isNoted ? [] : ['The trail of the running database could not be told that this backup was made.']),
  ]
}

if (import.meta.main) {
  try {
    console.log(sayBackup(await makeBackup(readConfig(process.env), new Date())).join('\n'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
