// The system refuses to write: a small disk that is really full, and calls that really fail. The server goes on reading.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { TOOLS } from '#app/commands/faults.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { createClient } from './client.ts'
import { aFolder, aWorldAt, IS_LONG, serverOn } from './house.ts'
import { expectReadOnly, untilWritable } from './read-only.ts'
import { mounted } from './tools.ts'
import { lossesOf, startLoad, type Writer, writersOf } from './writers.ts'

/** What the system says, to which calls, from which time on. */
const FAILURES = [
  { name: 'no space at any write', inject: 'pwrite64:error=ENOSPC' },
  { name: 'a broken disk at any write', inject: 'pwrite64:error=EIO' },
  { name: 'a broken disk at any sync', inject: 'fsync,fdatasync:error=EIO' },
  { name: 'no space at every third write', inject: 'pwrite64:error=ENOSPC:when=3+3' },
  { name: 'a broken disk at every second sync', inject: 'fsync,fdatasync:error=EIO:when=2+2' },
] as const

describe.runIf(IS_LONG && TOOLS.strace.isThere())('calls that fail', () => {
  test.each(FAILURES)(
    '$name: nothing acknowledged is lost, and it ends by itself',
    async ({ inject }) => {
      const { folder, gone } = await aFolder('io')
      const url = `file:${folder}/house.db`
      const world = await aWorldAt(url)
      const writers = writersOf(world)
      const server = await serverOn(url)
      const client = createClient(server)
      const load = startLoad(client, writers, { giveUp: false })
      await pause(500)
      const strace = spawn(
        'strace',
        [
          '-f',
          '-qq',
          '-e',
          `trace=${inject.split(':')[0]}`,
          '-e',
          `inject=${inject}`,
          '-o',
          '/dev/null',
          '-p',
          `${server.pid}`,
        ],
        {
          stdio: 'ignore',
        },
      )
      await expect.poll(() => load.refused.get(503) ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
      // While every call fails, the house stays closed; where only some do, it opens and closes.
      if (!inject.includes('when')) await expectReadOnly(client, world, 'failure')
      await pause(2000)
      const told = writers.map(({ acknowledged }) => acknowledged)
      strace.kill('SIGTERM')
      await once(strace, 'exit')
      await untilWritable(client)
      await goOn(writers, told)
      await load.stop()
      expect([...load.refused.keys()]).toEqual([503])
      client.close()
      expect(await server.stop()).toBe(0)
      await prove(url, writers)
      await gone()
    },
    120_000,
  )
})

describe.runIf(IS_LONG && TOOLS.mount.isThere())('a small disk', () => {
  test.each([
    ['is filled to the last byte', 0, '0', 'failure'],
    // A journal may grow by four megabytes before it is written back: less would fill the disk before anybody looks.
    ['is nearly full, and the gate closes first', 9, '11', 'space'],
  ] as const)(
    '%s: reading goes on, and writing once there is room again',
    async (_, left, leastFree, why) => {
      const { folder, gone } = await aFolder('small-disk')
      const world = await aWorldAt(`file:${folder}/made.db`)
      onTestFinished(gone)
      const disk = await mounted(join(folder, 'disk'), '24m')
      onTestFinished(() => disk.unmount())
      await cp(join(folder, 'made.db'), join(disk.path, 'house.db'))
      const url = `file:${disk.path}/house.db`
      const writers = writersOf(world)
      const server = await serverOn(url, { LEAST_FREE: leastFree })
      const client = createClient(server)
      const load = startLoad(client, writers, { giveUp: false })
      await pause(500)
      // As if something else had filled the disk.
      const filler = join(disk.path, 'filler')
      const { bavail, bsize } = await statfs(disk.path)
      const rest = left === 0 ? 64_000_000 : bavail * bsize - left * 1_000_000
      await writeFile(filler, Buffer.alloc(rest)).catch(() => {})
      await expect.poll(() => load.refused.get(503) ?? 0, { timeout: 60_000 }).toBeGreaterThan(0)
      await expectReadOnly(client, world, why)
      const told = writers.map(({ acknowledged }) => acknowledged)
      await rm(filler)
      await untilWritable(client)
      await goOn(writers, told)
      await load.stop()
      expect([...load.refused.keys()]).toEqual([503])
      client.close()
      expect(await server.stop()).toBe(0)
      await prove(url, writers)
    },
    120_000,
  )
})

const goOn = (writers: readonly Writer[], told: readonly number[]) =>
  expect
    .poll(() => writers.every(({ acknowledged }, at) => acknowledged > (told[at] ?? 0)), { timeout: 30_000 })
    .toBe(true)

async function prove(url: string, writers: readonly Writer[]): Promise<void> {
  const { db, close } = await openDatabase(url)
  expect(await lossesOf(db, writers)).toEqual([])
  expect(await flawsOf(db)).toEqual([])
  await close()
}
