// What a running server does by itself on the database: checkpoints of the trail each hour, and forgetting what has ended.
import { expect } from 'vitest'
import { readConfig } from '#app/config.ts'
import type { House } from '#app/house.ts'
import { createLog } from '#app/log.ts'
import { jobsOf } from '#app/operation/jobs.ts'
import { verifyAudit } from '#db/audit-proof.ts'
import { saveSetting } from '#db/settings.ts'
import { test } from '../../support/database.ts'
import { anAccount, BY_SYSTEM, minutes } from '../../support/world.ts'

const DAY = 24 * 60

/** The jobs of a house whose clock the test sets, by name. */
function jobsAt(db: House['db'], now: { at: string }) {
  const clock = () => new Date(now.at)
  const lines: string[] = []
  const log = createLog(clock, (line) => lines.push(line))
  const storage: House['storage'] = { closed: null, space: null, hear: () => null, look: async () => {} }
  const config = readConfig({ SECRET: 's'.repeat(40) })
  const house = { db, config, clock, log, storage } as Parameters<typeof jobsOf>[0]
  const jobs = jobsOf(house)
  const run = async (name: string) => {
    const job = jobs.find((one) => one.name === name)
    if (!job) throw new Error(`There is no job ${name}`)
    await job.run()
  }
  return { jobs, run, lines }
}

test('once an hour the heads that moved are chained into a checkpoint; where nothing happened, none is made', async ({
  db,
}) => {
  const now = { at: minutes(0) }
  const { jobs, run } = jobsAt(db, now)
  const count = async () => (await db.selectFrom('audit_checkpoint').selectAll().execute()).length
  await run('checkpoint')
  expect(await count()).toBe(0)
  await saveSetting(db, { ...BY_SYSTEM, name: 'motto', value: 'one' })
  await run('checkpoint')
  expect(await count()).toBe(1)
  await saveSetting(db, { ...BY_SYSTEM, name: 'motto', value: 'two' })
  now.at = minutes(59)
  await run('checkpoint')
  expect(await count()).toBe(1)
  now.at = minutes(61)
  await run('checkpoint')
  expect(await count()).toBe(2)
  expect((await verifyAudit(db)).filter(({ fault }) => fault)).toEqual([])
  // It looks often enough that an hour is an hour, and waits while nothing can be written.
  const job = jobs.find(({ name }) => name === 'checkpoint')
  expect(job?.every).toBeLessThanOrEqual(5 * 60_000)
  expect(job?.writes).toBe(true)
})

test('an intent is kept for ninety days, and forgotten the day after', async ({ db }) => {
  const now = { at: minutes(90 * DAY) }
  const { run, lines } = jobsAt(db, now)
  const intent = { account_id: await anAccount(db, 'Amal'), request_hash: '0'.repeat(64), answer: 'null' }
  await db
    .insertInto('intent')
    .values([
      { ...intent, key: 'a'.repeat(36), at: minutes(0) },
      { ...intent, key: 'b'.repeat(36), at: minutes(DAY) },
    ])
    .execute()
  await run('forgetting')
  expect(await db.selectFrom('intent').selectAll().execute()).toHaveLength(2)
  now.at = minutes(90 * DAY + 1)
  await run('forgetting')
  const left = await db.selectFrom('intent').select('key').execute()
  expect(left.map(({ key }) => key)).toEqual(['b'.repeat(36)])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'forgotten', intents: 1 }])
})
