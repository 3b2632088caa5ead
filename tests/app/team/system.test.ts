// The page of the system: how it stands in one word, and what the last backup was.
import { expect, test } from 'vitest'
import { backupOf, standOf } from '#app/routes/team/system-stand.ts'

const now = new Date('2027-02-02T08:00:00.000Z')
const closed = { why: 'space', since: now } as const

test.each([
  [{ closed, backupAt: null, now }, 'closed'],
  [{ closed: null, backupAt: null, now }, 'no_backup'],
  [{ closed: null, backupAt: '2027-02-01T05:00:00.000Z', now }, 'old_backup'],
  [{ closed: null, backupAt: '2027-02-01T07:00:00.000Z', now }, 'well'],
] as const)('%o stands %s', (facts, stand) => {
  expect(standOf(facts)).toBe(stand)
})

test('the last backup is what the trail says of it', () => {
  const details = { bytes: 1200, isEncrypted: true, seq: 12, hash: '0'.repeat(64), sha256: '1'.repeat(64) }
  const entry = { at: now.toISOString(), details }
  expect(backupOf(entry)).toEqual({ at: entry.at, bytes: 1200, isEncrypted: true, seq: 12 })
})
