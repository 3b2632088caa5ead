// The parts of every fault: a folder with a world in it, the real server on it, to be broken.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { SECRET } from '../bench/people.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { makeWorld, type World } from './world.ts'

/** The long forms, for `npm run faults`; in `npm test` each fault has a short one. */
export const IS_LONG = process.env.FAULTS === 'long'
export const times = (short: number, long: number) => (IS_LONG ? long : short)

/** An empty folder, to be taken away with `gone`. */
export async function aFolder(name: string): Promise<{ folder: string; gone(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `tour-de-table-${name}-`))
  return { folder, gone: () => rm(folder, { recursive: true, force: true }) }
}

/** A new database with a world in it, closed again. */
export async function aWorldAt(url: string, countries?: number): Promise<World> {
  const { db, close } = await openDatabase(url)
  await migrate(db)
  const world = await makeWorld(db, countries)
  await close()
  return world
}

/** Servers start many times here: what Node has read and compiled once, the next one finds. */
const COMPILED = resolve('.cache/compiled')

/** A test that fails does not leave its server behind. */
const running = new Set<TestServer>()
process.once('exit', () => {
  for (const { pid } of running) process.kill(pid, 'SIGKILL')
})

/** The real server on a database, in a process of its own. */
export async function serverOn(url: string, env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const usual = { DATABASE_URL: url, SECRET, LEAST_FREE: '0', NODE_COMPILE_CACHE: COMPILED }
  const server = await startServer({ env: { ...usual, ...env } })
  running.add(server)
  return {
    ...server,
    stop: (signal) => {
      running.delete(server)
      return server.stop(signal)
    },
  }
}
