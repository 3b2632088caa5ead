// `npm run rotate-secret`: a new secret beside the old one; `-- --drop` brings everything to the new one and ends the old.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOUSE, recordAudit } from '#db/audit.ts'
import { openDatabase } from '#db/connection.ts'
import { syncFile } from '#db/copying.ts'
import { inTransaction } from '#db/transaction.ts'
import { fingerprintOf, renewFactors } from '../auth/secrets.ts'
import { type Config, makeSecret, PREVIOUS_FILE, readConfig, SECRET_FILE } from '../config.ts'

type Rotating = Pick<Config, 'databaseUrl' | 'secret' | 'previousSecret'>

const LATER = [
  'Restart every process of the house: from then on both secrets hold, and nobody notices.',
  'After fourteen days, when no letter with a code of the old one is on its way, end it: npm run rotate-secret -- --drop',
  'Where somebody else may know the old one, end it at once: who is signed in then signs in again.',
]

/**
 * In the data folder the present secret becomes the previous one before the new one is written, so that a power cut loses
 * neither. Nothing that is encrypted changes yet: a process that still runs knows the old secret only.
 * @param folder the data folder; null when the secret comes from the environment, where only people can set it
 * @returns the lines to print
 * @throws when a rotation has begun already
 */
export function rotate({ secret, previousSecret }: Omit<Rotating, 'databaseUrl'>, folder: string | null): string[] {
  if (previousSecret !== null) {
    throw new Error('A rotation has begun already: end it with npm run rotate-secret -- --drop')
  }
  const fresh = makeSecret()
  if (folder === null) return [`Set SECRET=${fresh}`, 'and SECRET_PREVIOUS to what SECRET was.', ...LATER]
  const write = (name: string, text: string) => {
    const file = join(folder, name)
    writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600 })
    syncFile(`${file}.new`)
    renameSync(`${file}.new`, file)
    syncFile(file)
  }
  write(PREVIOUS_FILE, secret)
  write(SECRET_FILE, fresh)
  return ['A new secret is in the data folder, beside the old one.', ...LATER]
}

/**
 * Encrypts every second factor with the present secret, says so in the trail, and takes the previous one away.
 * @throws when a second factor can be read with neither secret; then nothing is dropped
 */
export async function drop({ databaseUrl, ...secrets }: Rotating, folder: string | null, now: Date): Promise<string[]> {
  if (secrets.previousSecret === null) return ['There is no previous secret.']
  const renewed = await encryptAnew(databaseUrl, secrets, now)
  if (folder !== null && existsSync(join(folder, PREVIOUS_FILE))) rmSync(join(folder, PREVIOUS_FILE))
  return [
    `Second factors encrypted anew: ${renewed}`,
    folder === null ? 'Take SECRET_PREVIOUS away, and restart.' : 'The previous secret is gone: restart.',
    `Backups from before need it (${fingerprintOf(secrets.previousSecret)}): keep it where they can be restored, and not with them.`,
  ]
}

async function encryptAnew(databaseUrl: string, secrets: Omit<Rotating, 'databaseUrl'>, now: Date): Promise<number> {
  const { db, close } = await openDatabase(databaseUrl)
  const details = { secret: fingerprintOf(secrets.secret) }
  const deed = { actor: 'system', at: now.toISOString(), chains: [HOUSE], subject: 'setting:secret', details }
  return inTransaction(db, async (trx) => {
    const renewed = await renewFactors(trx, secrets)
    await recordAudit(trx, { ...deed, action: 'secret.rotated' })
    return renewed
  }).finally(close)
}

if (import.meta.main) {
  try {
    const config = readConfig(process.env)
    const folder = process.env.SECRET?.trim() ? null : config.dataFolder
    const isDrop = process.argv.includes('--drop')
    console.log((isDrop ? await drop(config, folder, new Date()) : rotate(config, folder)).join('\n'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
