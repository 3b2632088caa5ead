// A server of its own with the demonstration in it: a copy of the database that was seeded once for this run.
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { startServer, type TestServer } from './server.ts'

/** Starts the server on a fresh copy; `stop` takes the copy away. */
export async function startDemonstration(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const seeded = inject('demonstration')
  if (!seeded) throw new Error('This project does not seed the demonstration: see vitest.config.ts.')
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-demonstration-'))
  const file = join(folder, 'house.db')
  await copyFile(seeded, file)
  const server = await startServer({ env: { DATABASE_URL: `file:${file}`, ...env }, isDemonstration: true })
  return {
    ...server,
    stop: async (signal) => {
      const code = await server.stop(signal)
      await rm(folder, { recursive: true, force: true })
      return code
    },
  }
}
