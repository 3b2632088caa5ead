// The drill on PostgreSQL, with its own pg_dump: what it copies is the moment that was proved, while people write on.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { makeBackup } from '#app/operation/backup/making.ts'
import { dumpPostgres } from '#app/operation/backup/postgres-tools.ts'
import { restoreBackup } from '#app/operation/backup/restoring.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf, standingOf } from '#db/standing.ts'
import { SECRET } from '../bench/people.ts'
import { createClient } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { differencesFromPrefix } from './prefix.ts'
import { type SystemPostgres, startSystemPostgres, systemPostgres } from './system-postgres.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

const BACKUPS = times(2, 20)
const programs = systemPostgres()

describe.runIf(programs)('with pg_dump', () => {
  let [postgres, folder, gone] = [] as unknown as [SystemPostgres, string, () => Promise<void>]
  beforeAll(async () => {
    const made = await aFolder('pg-backup')
    folder = made.folder
    gone = made.gone
    postgres = await startSystemPostgres(programs ?? '', folder)
  })
  afterAll(async () => {
    await postgres?.stop()
    await gone()
  })

  test(
    `${BACKUPS} backups of PostgreSQL under load: each restores into an empty database, as a prefix of the history`,
    async () => {
      const config = readConfig({ DATABASE_URL: postgres.url, SECRET, BACKUP_FOLDER: join(folder, 'backups') })
      const world = await aWorldAt(postgres.url)
      const server = await serverOn(postgres.url)
      const client = createClient(server)
      const writers = writersOf(world)
      const load = startLoad(client, writers)
      const live = await openDatabase(postgres.url)
      for (let number = 1; number <= BACKUPS; number += 1) {
        const before = writers.map((writer) => ({ ...writer }))
        const { path, manifest } = await makeBackup(config, new Date())
        const target = { ...config, databaseUrl: postgres.createDatabase(`restored_${number}`) }
        await restoreBackup(target, { path, now: new Date() })
        const restored = await openDatabase(target.databaseUrl)
        const kept = await lossesOf(restored.db, before)
        expect(kept.filter((line) => !line.includes('kept even'))).toEqual([])
        expect(await differencesFromPrefix(restored.db, live.db, manifest.audit)).toEqual([])
        await restored.close()
        await expect(restoreBackup(target, { path, now: new Date() })).rejects.toThrow('holds tables already')
      }
      await load.stop()
      client.close()
      expect(await server.stop()).toBe(0)
      expect(await flawsOf(live.db)).toEqual([])
      await live.close()
    },
    times(120_000, 900_000),
  )

  test('a dump that says something else than its manifest is taken out again', async () => {
    const config = readConfig({ DATABASE_URL: postgres.url, SECRET, BACKUP_FOLDER: join(folder, 'backups') })
    const { path } = await makeBackup(config, new Date())
    const manifest = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...manifest, counts: { ...manifest.counts, account: 1 } }))
    const target = { ...config, databaseUrl: postgres.createDatabase('empty') }
    await expect(restoreBackup(target, { path, now: new Date() })).rejects.toThrow('another number of rows: account')
    await writeFile(path, JSON.stringify(manifest))
    await restoreBackup(target, { path, now: new Date() })
    const { db, close } = await openDatabase(target.databaseUrl)
    expect((await standingOf(db)).audit.seq).toBe(manifest.audit.seq + 1)
    await close()
  })
})

test('without pg_dump the refusal says what to install, and leaves nothing behind', async () => {
  const { folder, gone } = await aFolder('no-pg-dump')
  const path = process.env.PATH
  process.env.PATH = folder
  try {
    await expect(dumpPostgres('postgres://house@127.0.0.1/house', join(folder, 'dump'), 'none')).rejects.toThrow(
      'pg_dump is not installed',
    )
  } finally {
    process.env.PATH = path
  }
  expect(await readdir(folder)).toEqual([])
  await gone()
})
