// Opens the house: database brought up to date, words read, sign-in made. The server and the tests open it the same way.
import { isInMemory, openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { createQueryMeter } from '#db/slow-queries.ts'
import { createAuth } from './auth.ts'
import type { Config } from './config.ts'
import { openDesk } from './exports/desk.ts'
import type { House } from './house.ts'
import { createLog, type Log } from './log.ts'
import { openStorage } from './operation/storage.ts'
import { VERSION } from './version.ts'
import { createWords } from './words.ts'

export type Opening = {
  readonly config: Config
  readonly clock?: () => Date
  /** takes each line of the log */
  readonly write?: (line: string) => void
}

/** @throws when the database cannot be opened, is newer than the code, or is served by somebody else already */
export async function openHouse({ config, clock = () => new Date(), write = console.log }: Opening) {
  const log = createLog(clock, write)
  const queries = createQueryMeter()
  const { db, close } = await openDatabase(config.databaseUrl, { forServer: true, meter: queries })
  try {
    const migrations = await migrate(db)
    if (migrations.length > 0) log.info('migrated', { migrations: migrations.join(' ') })
    const words = createWords((language, key) => log.warn('words missing', { language, key }))
    const storage = openStorage({ db, config, clock, log })
    await storage.look()
    const isDemonstration = config.wantsDemonstration && (await demonstrate(db, clock(), log))
    const auth = createAuth({ db, config, clock })
    const running = { version: VERSION, since: clock(), queries }
    const desk = isInMemory(config.databaseUrl) ? null : openDesk(config.databaseUrl)
    const house: House = { db, config, auth, words, clock, log, storage, running, desk, isDemonstration }
    return { house, close: async () => Promise.all([desk?.close()]).then(close) }
  } catch (error) {
    await close()
    throw error
  }
}

/** Fills an empty database. @returns whether what is in it now is the demonstration */
async function demonstrate(db: House['db'], now: Date, log: Log): Promise<boolean> {
  // Only here: a real installation never even loads what is invented.
  const { isEmpty, seedDemonstration } = await import('#db/seed.ts')
  if (await isEmpty(db)) {
    const { readLibrary } = await import('#surveys/definition/library.ts')
    const { readSurveyFiles } = await import('./commands/survey-files.ts')
    await seedDemonstration(db, { library: readLibrary(readSurveyFiles()), now })
    log.info('demonstration seeded')
  }
  const round = await db.selectFrom('round').select('id').where('is_demonstration', '=', 1).limit(1).executeTakeFirst()
  return round !== undefined
}
