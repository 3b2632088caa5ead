// How the tests run: without Remix's plugin, which expects to build pages; those of the database once per engine.
import { defineConfig } from 'vitest/config'

const setupFiles = ['tests/support/quiet.ts']

export default defineConfig({
  test: {
    // Two cores: more processes would only wait for each other.
    maxWorkers: 2,
    projects: [
      { test: { name: 'surveys', include: ['tests/surveys/**/*.test.ts'], setupFiles, testTimeout: 30_000 } },
      { test: { name: 'sqlite', include: ['tests/db/**/*.test.ts'], setupFiles, provide: { engine: 'sqlite' } } },
      {
        test: {
          name: 'postgres',
          include: ['tests/db/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/postgres.ts'],
          provide: { engine: 'postgres' },
        },
      },
      {
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.ts', 'tests/app/**/*.test.tsx', 'tests/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/built.ts', 'tests/support/seeded.ts'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          setupFiles,
          globalSetup: ['tests/support/built.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each starts servers and kills them: side by side they would only make each other slow.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/built.ts', 'tests/support/seeded.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // One browser at a time: two would make each other slow, and slow looks like broken.
          fileParallelism: false,
        },
      },
    ],
  },
})
