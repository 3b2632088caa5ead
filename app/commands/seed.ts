// `npm run seed`: fills an empty database with the demonstration; refuses one that holds anything.
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { seedDemonstration } from '#db/seed.ts'
import { readLibrary } from '#surveys/definition/library.ts'
import { type Config, readConfig } from '../config.ts'
import { readSurveyFiles } from './survey-files.ts'

const SURVEYS = fileURLToPath(new URL('../../surveys', import.meta.url))

/**
 * Seeds the configured database.
 * @returns the sentence to print, and the exit code: 1 when nothing was done
 */
export async function seed(
  config: Pick<Config, 'databaseUrl' | 'isLoopback'>,
  now: Date,
): Promise<{ words: string; code: number }> {
  if (!config.isLoopback) {
    return { words: 'Nothing was done: the demonstration is for this machine only, and ORIGIN names another.', code: 1 }
  }
  const { db, close } = await openDatabase(config.databaseUrl)
  try {
    await migrate(db)
    const isSeeded = await seedDemonstration(db, { library: readLibrary(readSurveyFiles(SURVEYS)), now })
    if (isSeeded)
      return {
        words: 'The demonstration is in place: eight invented delegations, seven of them have answered.',
        code: 0,
      }
    const remedy = 'To begin again, stop the server and delete the database, or name another in DATABASE_URL.'
    return { words: `Nothing was done: the database holds people or meetings already. ${remedy}`, code: 1 }
  } finally {
    await close()
  }
}

if (import.meta.main) {
  const { words, code } = await seed(readConfig(process.env), new Date())
  console.log(words)
  process.exitCode = code
}
