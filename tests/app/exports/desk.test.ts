// Files of answers come from a thread of their own: the same bytes as made here, nothing left running, failures said.
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { openDesk, release } from '#app/exports/desk.ts'
import { type Content, contentOf } from '#app/exports/file.ts'
import { endingOf, type Format, partsIn } from '#app/exports/formats.ts'
import type { Order } from '#app/exports/orders.ts'
import { openDatabase } from '#db/connection.ts'
import { loadConsultation, streamReplies } from '#db/consultations.ts'
import type { Db } from '#db/tables.ts'
import { planDisclosure } from '#surveys/analysis/disclosure.ts'
import { lineageOf } from '#surveys/definition/comparison/history.ts'
import { test as base } from '../../support/database.ts'
import { TODAY } from '../../support/world.ts'
import { ROSTER } from '../../surveys/analysis/rounds.ts'
import { anInventedRound, replies } from '../results/house.tsx'

/** On a disk, where the other thread sees it. */
const test = base.extend<{ db: Db }>({
  db: async ({ url }, use) => {
    const { db, close } = await openDatabase(url)
    await use(db)
    await close()
  },
})

async function ordering(db: Db, format: Format): Promise<Order> {
  const world = await anInventedRound(db)
  for (const { code } of ROSTER.slice(0, 3)) await replies(db, world, code, { lead: 'police', remark: `=${code} ä ش` })
  return orderOf(db, world.round.id, format)
}

async function orderOf(db: Db, roundId: string, format: Format): Promise<Order> {
  const { round, codebook, roster, replies: signed } = await loadConsultation(db, roundId, { today: TODAY, fields: [] })
  const plan = planDisclosure(codebook, roster, signed, 'team', 'by_name')
  const of = { round, codebook, roster, snapshot: null, plan, language: 'ar' }
  const about = { lineage: lineageOf([codebook.questionnaire]), publishedAt: '', structureHash: 'a1', replies: 3 }
  return { roundId, format, of, about }
}

const here = (db: Db, { roundId, format, of, about }: Order) =>
  contentOf(() => partsIn(format, of, () => streamReplies(db, roundId), about), endingOf(format))

async function read(content: Content): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content.chunks(await content.measure())) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

test('a file from the other thread is the same, byte for byte, in every format, also when several are asked for', async ({
  db,
  url,
}) => {
  const desk = openDesk(url)
  const long = await ordering(db, 'long')
  const formats = ['long', 'wide', 'wide-codes', 'json', 'package'] as const
  const orders = formats.map((format) => ({ ...long, format }))
  const made = await Promise.all(orders.map((order) => read(desk.order(order))))
  expect(made).toEqual(await Promise.all(orders.map((order) => read(here(db, order)))))
  expect(made[0]).toContain('ش')
  expect(await desk.order(long).measure()).toEqual(await here(db, long).measure())
  await desk.close()
})

test('a file that nobody measured is read once: what it came to is known before its first byte', async ({
  db,
  url,
}) => {
  const desk = openDesk(url)
  const order = await ordering(db, 'wide')
  const made = await desk.order(order).make()
  expect(made.measured).toEqual(await here(db, order).measure())
  const chunks: Uint8Array[] = []
  for await (const chunk of made.chunks()) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString('utf8')).toBe(await read(here(db, order)))
  await desk.close()
})

test('memory of a chunk that was sent is given back; of chunks made here nothing is touched', async ({ db, url }) => {
  const desk = openDesk(url)
  const order = await ordering(db, 'long')
  const made = await desk.order(order).make()
  for await (const chunk of made.chunks()) {
    expect(chunk.length).toBeGreaterThan(100)
    release(chunk)
    expect(chunk.length).toBe(0)
  }
  const own = Buffer.from('made here')
  release(own)
  expect(own.toString()).toBe('made here')
  await desk.close()
})

test('a file that would be another one than was measured is not finished', async ({ db, url }) => {
  const desk = openDesk(url)
  const content = desk.order(await ordering(db, 'long'))
  const measured = { ...(await content.measure()), sha256: 'of another file' }
  const reading = (async () => {
    for await (const _ of content.chunks(measured));
  })()
  await expect(reading).rejects.toThrow('changed while its file was written')
  await desk.close()
})

test('a thread without orders ends, and comes again with the next one; a reader who leaves early holds nothing', async ({
  db,
  url,
}) => {
  const desk = openDesk(url, 50)
  const content = desk.order(await ordering(db, 'long'))
  const measured = await content.measure()
  for await (const _ of content.chunks(measured)) break
  await pause(300)
  expect(await content.measure()).toEqual(measured)
  await desk.close()
})

test('closed in the middle of a file, it says so, and takes no more orders', async ({ db, url }) => {
  const desk = openDesk(url)
  const content = desk.order(await ordering(db, 'long'))
  const measuring = expect(content.measure()).rejects.toThrow('has ended')
  await desk.close()
  await measuring
  await expect(content.measure()).rejects.toThrow('stopping')
})

test('a database that cannot be opened is a failure of the file, not of the server', async ({ db, folder }) => {
  const desk = openDesk(`file:${folder}/nothing-here.db`)
  await expect(desk.order(await ordering(db, 'long')).measure()).rejects.toThrow()
  await desk.close()
})
