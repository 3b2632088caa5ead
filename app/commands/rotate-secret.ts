// `npm run rotate-secret`: a new secret, and everything that the old one encrypted, encrypted anew; `-- --drop` ends the old one.
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/connection.ts'
import { renewFactors, type Secrets } from '../auth/secrets.ts'
import { type Config, makeSecret, PREVIOUS_FILE, readConfig, SECRET_FILE } from '../config.ts'

type Rotating = Pick<Config, 'databaseUrl' | 'secret' | 'previousSecret'>

const LATER =
  'Restart every process of the house; everybody signs in again, and codes in letters that are on their way end.'

/**
 * With the secret in the environment: only what is encrypted is brought to it. Otherwise, in the data folder: the present
 * secret becomes the previous one, before the new one is written, so that a power cut loses neither.
 * @param folder the data folder; null when the secret comes from the environment
 * @returns the lines to print
 * @throws when a rotation has begun already, or a second factor can be read with neither secret
 */
export async function rotate({ databaseUrl, ...secrets }: Rotating, folder: string | null): Promise<string[]> {
  if (folder === null && secrets.previousSecret === null) {
    return [
      `A new secret: ${makeSecret()}`,
      'Set it as SECRET, and what SECRET was as SECRET_PREVIOUS; restart, and run this command again.',
    ]
  }
  if (folder !== null && secrets.previousSecret !== null) {
    throw new Error('A rotation has begun already: end it with npm run rotate-secret -- --drop')
  }
  const now = folder === null ? secrets : replaceIn(folder, secrets.secret)
  const renewed = await encryptAnew(databaseUrl, now)
  const next =
    folder === null ? 'Then take SECRET_PREVIOUS away.' : 'Then end the old one: npm run rotate-secret -- --drop'
  return [`Second factors encrypted anew: ${renewed}`, LATER, next]
}

function replaceIn(folder: string, secret: string): Secrets {
  const fresh = { secret: makeSecret(), previousSecret: secret }
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, `${name}.new`), `${text}\n`, { mode: 0o600 })
    renameSync(join(folder, `${name}.new`), join(folder, name))
  }
  write(PREVIOUS_FILE, secret)
  write(SECRET_FILE, fresh.secret)
  return fresh
}

/**
 * Ends the previous secret of the data folder, after everything was brought to the present one.
 * @throws when a second factor can be read with neither secret; then nothing is dropped
 */
export async function drop({ databaseUrl, ...secrets }: Rotating, folder: string | null): Promise<string[]> {
  const file = folder === null ? null : join(folder, PREVIOUS_FILE)
  if (file === null || !existsSync(file)) return ['There is no previous secret in the data folder.']
  await encryptAnew(databaseUrl, secrets)
  rmSync(file)
  return ['The previous secret is gone. Backups made with it need it: keep it with them, and nowhere else.']
}

async function encryptAnew(databaseUrl: string, secrets: Secrets): Promise<number> {
  const { db, close } = await openDatabase(databaseUrl)
  return renewFactors(db, secrets).finally(close)
}

if (import.meta.main) {
  try {
    const config = readConfig(process.env)
    const folder = process.env.SECRET?.trim() ? null : config.dataFolder
    const work = process.argv.includes('--drop') ? drop : rotate
    console.log((await work(config, folder)).join('\n'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
