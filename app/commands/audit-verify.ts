// `npm run audit:verify`: proves the audit trail and the answers against it; says OK, or the first thing that is wrong.
import { type AnswerFault, verifyAnswers } from '#db/answers-proof.ts'
import { type ChainProof, verifyAudit } from '#db/audit-proof.ts'
import { openReader } from '#db/connection.ts'
import type { Db } from '#db/tables.ts'
import { readConfig } from '../config.ts'

const REASONS: Readonly<Record<NonNullable<ChainProof['fault']>['reason'], string>> = {
  changed: 'was changed, or the entry before it was',
  missing: 'is missing',
  out_of_order: 'stands where another belongs',
  head_differs: 'is where the chain no longer meets its head: entries were cut off or added',
  checkpoint_changed: 'is a checkpoint that was changed or removed',
  checkpoint_differs: 'is a checkpoint that remembers another trail',
}

/** What the command prints, one line per chain and then the answers, and its exit code: 1 where anything is wrong. */
export async function report(db: Db): Promise<{ lines: string[]; code: number }> {
  const proofs = await verifyAudit(db)
  const faults = await verifyAnswers(db)
  const answers = faults.length > 0 ? faults.map(answerLine) : ['OK     answers and submissions are what was recorded']
  const isWhole = faults.length === 0 && proofs.every(({ fault }) => fault === null)
  return { lines: [...proofs.map(chainLine), ...answers], code: isWhole ? 0 : 1 }
}

function chainLine({ chain, entries, head, fault }: ChainProof): string {
  const name = chain === '*' ? 'the whole trail' : chain
  if (!fault) return `OK     ${name}: ${entries} entries, head ${head}`
  const place = fault.seq === null ? `link ${fault.link}` : `link ${fault.link} (entry ${fault.seq})`
  return `WRONG  ${name}: ${place} ${REASONS[fault.reason]}`
}

function answerLine({ responseId, country, what, where }: AnswerFault): string {
  return `WRONG  response:${responseId} (${country}): ${what} differs from the trail at ${where}`
}

async function main(): Promise<void> {
  // Reading needs no secret; given one, the configuration does not write one into the data folder.
  const { databaseUrl } = readConfig({ ...process.env, SECRET: '-'.repeat(32) })
  const { db, close } = await openReader(databaseUrl)
  const { lines, code } = await report(db).finally(close)
  console.log(lines.join('\n'))
  process.exitCode = code
}

if (import.meta.main) await main()
