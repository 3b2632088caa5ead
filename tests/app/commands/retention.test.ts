// The command of retention: a day that is over, a decision with a name, and a dry run that changes nothing.
import { expect } from 'vitest'
import { readDecision, retain } from '#app/commands/retention.ts'
import { openDatabase } from '#db/connection.ts'
import { test } from '../../support/database.ts'
import { anAccount } from '../../support/world.ts'

const NOW = new Date('2030-01-01T00:00:00.000Z')

test('without a day, a decision, or with a day to come, nothing is done', () => {
  expect(() => readDecision([], NOW)).toThrow('npm run retention -- --before')
  expect(() => readDecision(['--before', '2028-01-01'], NOW)).toThrow('who decided')
  expect(() => readDecision(['--before', '2028-13-01', '--dry-run'], NOW)).toThrow('npm run retention')
  expect(() => readDecision(['--before', '2031-01-01', '--dry-run'], NOW)).toThrow('not over yet')
})

test('a dry run says whom it would erase; the decision does it', async ({ url }) => {
  const { db, close } = await openDatabase(url)
  const id = await anAccount(db, 'Amal')
  const named = async () => (await db.selectFrom('account').select('name').executeTakeFirst())?.name
  const dry = await retain(url, readDecision(['--before', '2029-01-01', '--dry-run'], NOW), NOW)
  expect(dry).toContain(`  account ${id}`)
  expect(dry.at(-1)).toBe('Nothing was changed.')
  expect(await named()).toBe('Amal')
  const decided = readDecision(['--before', '2029-01-01', '--decision', 'Committee'], NOW)
  expect((await retain(url, decided, NOW))[0]).toContain('erased: 1 people')
  expect(await named()).toMatch(/^#/)
  await close()
})
