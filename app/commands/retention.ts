// `npm run retention`: erases what has been kept long enough, by a decision that the trail names; or only says what it would.
import { parseArgs } from 'node:util'
import { openDatabase } from '#db/connection.ts'
import { applyRetention, type Expired, expiredBy } from '#db/retention.ts'
import { readConfig } from '../config.ts'

export type Decision = { readonly before: string; readonly why: string; readonly isDryRun: boolean }

const USAGE =
  'Say until when, and who decided: npm run retention -- --before 2026-01-01 --decision "Steering committee, 3 March 2027", or --dry-run'

/** @throws with the sentence to print when the day or the decision is missing, or the day is not over yet */
export function readDecision(given: readonly string[], now: Date): Decision {
  const options = { before: { type: 'string' }, decision: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
  const { values } = parseArgs({ args: [...given], options })
  const { before = '', decision = '' } = values
  const isDryRun = values['dry-run'] ?? false
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(before) && !Number.isNaN(Date.parse(before))
  if (!isDay || (decision.trim() === '' && !isDryRun)) throw new Error(USAGE)
  if (Date.parse(before) > now.getTime()) throw new Error(`${before} is not over yet.`)
  return { before: `${before}T00:00:00.000Z`, why: decision.trim(), isDryRun }
}

/** Does it, or only counts. @returns the lines to print */
export async function retain(databaseUrl: string, decision: Decision, now: Date): Promise<string[]> {
  const { db, close } = await openDatabase(databaseUrl)
  const { before, why, isDryRun } = decision
  const work = isDryRun
    ? expiredBy(db, before)
    : applyRetention(db, { actor: 'system', at: now.toISOString(), before, why })
  return sayExpired(await work.finally(close), decision)
}

function sayExpired({ people, letters, invitations }: Expired, { before, isDryRun }: Decision): string[] {
  const verb = isDryRun ? 'would be erased' : 'erased'
  return [
    `Ended before ${before.slice(0, 10)}, ${verb}: ${people.length} people, ${letters} letters, ${invitations} invitations.`,
    ...people.map((id) => `  account ${id}`),
    'Answers, documents and signatures stay their countries’; the audit trail stays whole, and knows people by number only.',
    ...(isDryRun ? ['Nothing was changed.'] : []),
  ]
}

if (import.meta.main) {
  try {
    const now = new Date()
    const decision = readDecision(process.argv.slice(2), now)
    console.log((await retain(readConfig(process.env).databaseUrl, decision, now)).join('\n'))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
