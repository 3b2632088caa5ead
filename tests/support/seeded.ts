// Before tests of the demonstration: seeded once into a file that every test file copies, because seeding takes seconds.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { seed } from '#app/commands/seed.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** path of the seeded database file */
    demonstration?: string
  }
}

export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-seeded-'))
  const file = join(folder, 'demonstration.db')
  const { code, words } = await seed({ databaseUrl: `file:${file}`, isLoopback: true }, new Date())
  if (code !== 0) throw new Error(words)
  project.provide('demonstration', file)
  return () => rm(folder, { recursive: true, force: true })
}
