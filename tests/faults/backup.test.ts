// The drill: backups while people write, each restored to another place, where it is a piece of the same history and runs.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Config, readConfig } from '#app/config.ts'
import { makeBackup } from '#app/operation/backup/making.ts'
import { restoreBackup } from '#app/operation/backup/restoring.ts'
import { openDatabase, openReader } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { SECRET } from '../bench/people.ts'
import { createClient } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { differencesFromPrefix } from './prefix.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

const BACKUPS = times(10, 100)
/** Encrypting takes a while on purpose: every fifth backup is enough of them. */
const isSealed = (number: number) => number % 5 === 0

test(
  `${BACKUPS} backups under load: each restores, holds what was acknowledged before it, and is a prefix of the history`,
  async () => {
    const { folder, gone } = await aFolder('backup')
    const url = `file:${folder}/house.db`
    const world = await aWorldAt(url)
    const server = await serverOn(url)
    const client = createClient(server)
    const writers = writersOf(world)
    const load = startLoad(client, writers, { giveUp: false })
    const live = await openReader(url)
    for (let number = 1; number <= BACKUPS; number += 1) {
      const config = configFor(url, join(folder, 'backups'), isSealed(number))
      const before = writers.map((writer) => ({ ...writer }))
      const { path, manifest } = await makeBackup(config, new Date())
      const place = `file:${join(folder, `restored-${number}`, 'house.db')}`
      await restoreBackup({ ...config, databaseUrl: place }, { path, now: new Date() })
      const restored = await openDatabase(place)
      // What was acknowledged before the backup began is in it; what came after may be.
      const kept = await lossesOf(restored.db, before)
      expect(
        kept.filter((line) => !line.includes('kept even')),
        `backup ${number}`,
      ).toEqual([])
      expect(await differencesFromPrefix(restored.db, live.db, manifest.audit), `backup ${number}`).toEqual([])
      await restored.close()
    }
    await load.stop()
    client.close()
    expect([...load.refused.keys()]).toEqual([])
    expect(await server.stop()).toBe(0)
    expect(await lossesOf(live.db, writers)).toEqual([])
    expect(await flawsOf(live.db)).toEqual([])
    await live.close()
    // Two files for each, and nothing half-written is left behind.
    expect(await readdir(join(folder, 'backups'))).toHaveLength(2 * BACKUPS)
    expect((await readdir(folder)).filter((name) => /part|sealing/.test(name))).toEqual([])
    await gone()
  },
  times(180_000, 3_600_000),
)

test('a house goes on from its backup: the same answers, nobody signed in any more, and the trail says why', async () => {
  const { folder, gone } = await aFolder('restored')
  const url = `file:${folder}/house.db`
  const world = await aWorldAt(url)
  const config = configFor(url, join(folder, 'backups'), true)
  const { path } = await makeBackup(config, new Date())
  await expect(restoreBackup(config, { path, now: new Date() })).rejects.toThrow('is there already')
  const server = await serverOn(url)
  const replacing = { path, now: new Date(), isReplacing: true }
  await expect(restoreBackup(config, replacing)).rejects.toThrow('Another server is running')
  const [head] = world.heads
  if (!head) throw new Error('nobody is there')
  const client = createClient(server)
  expect((await client.get('/answer', head.cookie)).status).toBe(200)
  client.close()
  await server.stop()
  const { aside, invalidated } = await restoreBackup(config, replacing)
  expect(aside).toContain('house.db.before-')
  expect(invalidated.sessions).toBe(world.heads.length + 1)
  const again = await serverOn(url)
  const asking = createClient(again)
  expect((await asking.get('/answer', head.cookie)).status).toBe(303)
  expect((await asking.get('/readyz')).status).toBe(200)
  asking.close()
  await again.stop()
  const { db, close } = await openReader(url)
  expect(await flawsOf(db)).toEqual([])
  const entry = await db
    .selectFrom('audit')
    .select('details')
    .where('action', '=', 'backup.restored')
    .executeTakeFirst()
  expect(JSON.parse(entry?.details ?? '{}')).toMatchObject({ sessions: world.heads.length + 1, letters: 0 })
  await close()
  await gone()
})

function configFor(url: string, folder: string, sealed: boolean): Config {
  const passphrase = sealed ? { BACKUP_PASSPHRASE: 'four words that nobody guesses' } : {}
  return readConfig({ DATABASE_URL: url, SECRET, BACKUP_FOLDER: folder, ...passphrase })
}
