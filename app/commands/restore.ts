// `npm run restore -- <manifest>`: puts a backup that verifies in the place of the database.
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { type Restored, type Restoring, restoreBackup } from '../operation/backup/restoring.ts'

const USAGE = 'Say what to restore: npm run restore -- <manifest>.json [--replace] [--other-secret]'

/** @throws with the sentence to print when what follows the command is anything else than one manifest */
export function readRestoring(given: readonly string[], now: Date): Restoring {
  const options = { replace: { type: 'boolean' }, 'other-secret': { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true })
  const [path = '', ...more] = positionals
  if (!path.endsWith('.json') || more.length > 0) throw new Error(USAGE)
  return { path, now, isReplacing: values.replace ?? false, isOtherSecret: values['other-secret'] ?? false }
}

/** What the command prints. */
export function sayRestored({ manifest, invalidated, aside }: Restored): string[] {
  const { sessions, invitations, passwordResets, factorResets, letters } = invalidated
  return [
    `Restored as it was at ${manifest.madeAt}: the trail ends at entry ${manifest.audit.seq}, and says so in the next.`,
    `Ended, until somebody confirms: ${sessions} sessions, ${invitations} invitations, ${passwordResets + factorResets} resets; ${letters} letters are held back.`,
    ...(aside ? [`The database from before lies in ${aside}`] : []),
  ]
}

if (import.meta.main) {
  try {
    const restoring = readRestoring(process.argv.slice(2), new Date())
    console.log(sayRestored(await restoreBackup(readConfig(process.env), restoring)).join('\n'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
