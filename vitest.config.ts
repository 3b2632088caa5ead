// How tests run: the database's sentences on both engines, everything else once; journeys apart, because they need a browser.
import { defineConfig } from 'vitest/config'

const DATABASE = 'tests/db/**/*.test.ts'
const JOURNEYS = 'tests/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/support/quiet.ts'],
    testTimeout: 10_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'house', include: ['tests/**/*.test.{ts,tsx}'], exclude: [DATABASE, JOURNEYS, 'tests/bench/**'] },
      },
      { extends: true, test: { name: 'sqlite', include: [DATABASE], provide: { engine: 'sqlite' } } },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [DATABASE],
          provide: { engine: 'postgres' },
          globalSetup: ['tests/support/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [JOURNEYS],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
