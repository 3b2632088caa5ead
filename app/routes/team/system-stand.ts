// How the system stands, in one word, and the last backup as the trail tells it.
import type { AuditEntry } from '#db/audit.ts'
import type { Closed } from '../../operation/storage.ts'

export type Stand = 'closed' | 'no_backup' | 'old_backup' | 'well'

/** A backup a day is what the README asks for; two hours of grace for one that takes long. Milliseconds. */
const OLD = 26 * 3_600_000

export function standOf(facts: { closed: Closed | null; backupAt: string | null; now: Date }): Stand {
  if (facts.closed) return 'closed'
  if (!facts.backupAt) return 'no_backup'
  return facts.now.getTime() - Date.parse(facts.backupAt) > OLD ? 'old_backup' : 'well'
}

export type LastBackup = {
  readonly at: string
  readonly bytes: number
  readonly isEncrypted: boolean
  /** the last entry of the trail in it */
  readonly seq: number
}

export function backupOf({ at, details }: Pick<AuditEntry, 'at' | 'details'>): LastBackup {
  const { bytes, isEncrypted, seq } = details
  return { at, bytes: Number(bytes), isEncrypted: isEncrypted === true, seq: Number(seq) }
}
