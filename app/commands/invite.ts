// `npm run invite -- <address>`: invites the first manager of an installation, and prints the link and the code.
import { parseArgs } from 'node:util'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { type Sent, sendInvitation } from '../auth/inviting.ts'
import { type Config, readConfig } from '../config.ts'
import { isLanguage, type Language } from '../languages.ts'
import { createWords } from '../words.ts'

export type Asked = { readonly email: string; readonly name: string; readonly language: Language }

const USAGE = 'Say whom to invite: npm run invite -- someone@example.org [--name "First Last"] [--language en|fr|ar]'

/**
 * Reads what follows the command.
 * @throws with the sentence to print when it is not one address
 */
export function readAsked(given: readonly string[]): Asked {
  const options = { name: { type: 'string' }, language: { type: 'string', default: 'en' } } as const
  const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true })
  const [email = '', ...more] = positionals
  const isAddress = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254
  if (!isAddress || more.length > 0 || !isLanguage(values.language)) throw new Error(USAGE)
  return { email: email.toLowerCase(), name: values.name?.trim() || email, language: values.language }
}

/** Invites a manager of all meetings into the configured installation; the letter goes into the outbox as well. */
export async function inviteManager(config: Config, asked: Asked, now: Date): Promise<Sent> {
  const { db, close } = await openDatabase(config.databaseUrl)
  try {
    await migrate(db)
    const desk = { db, config, words: createWords(() => {}) }
    const place = { role: 'manager', meetingId: null, country: null } as const
    return await sendInvitation(desk, { actor: 'system', by: null, at: now.toISOString() }, { ...asked, ...place })
  } finally {
    await close()
  }
}

if (import.meta.main) {
  try {
    const asked = readAsked(process.argv.slice(2))
    const { link, code } = await inviteManager(readConfig(process.env), asked, new Date())
    console.log(`${asked.email} is invited to be a manager. For the next fourteen days, open\n\n  ${link}\n`)
    console.log(`and enter this address, the code\n\n  ${code}\n\nand a passphrase of at least fifteen characters.`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
