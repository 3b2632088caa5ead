// Which sentences were slow: known by their words, counted together whatever they were asked with, and never with it.
import { expect } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { createQueryMeter } from '#db/slow-queries.ts'
import { test } from '../support/database.ts'

test('the slowest come first, and lists of any length are one sentence', () => {
  const meter = createQueryMeter()
  meter.note('select "a" from "t" where "id" in (?, ?)', 3)
  meter.note('select "a" from "t" where "id" in (?, ?, ?)', 9)
  meter.note('insert into "t" values (?, ?), (?, ?)', 20)
  meter.note('insert into "t" values ($1, $2)', 1)
  meter.note('select 1', 5)
  meter.note(`insert into "t" values (?, ?)${', (?, ?)'.repeat(5000)}`, 2)
  expect(meter.slowest(3)).toEqual([
    { sentence: 'insert into "t" values (?, …), …', times: 2, longest: 20, total: 22 },
    { sentence: 'select "a" from "t" where "id" in (?, …)', times: 2, longest: 9, total: 12 },
    { sentence: 'select 1', times: 1, longest: 5, total: 5 },
  ])
})

test('quick ones are forgotten before the memory fills', () => {
  const meter = createQueryMeter()
  for (let number = 0; number < 2000; number += 1) meter.note(`select ${number}`, number)
  expect(meter.slowest(10_000).length).toBeLessThanOrEqual(400)
  expect(meter.slowest(1)[0]?.longest).toBe(1999)
})

test('a connection tells the words of a sentence, not its values', async ({ url }) => {
  const meter = createQueryMeter()
  const { db, close } = await openDatabase(url, { meter })
  await db.insertInto('setting').values({ name: 'motto', value: 'nobody should read this' }).execute()
  await close()
  const [known] = meter.slowest(100).filter(({ sentence }) => sentence.includes('"setting"'))
  expect(known?.sentence).toMatch(/^insert into "setting" \("name", "value"\) values \(\?, …\)$/)
  expect(JSON.stringify(meter.slowest(100))).not.toContain('nobody')
})
