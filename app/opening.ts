// Opens the house: database brought up to date, words read, sign-in made. The server and the tests open it the same way.
import { openDatabase } from '#db/connection.ts'
import { migrate } from '#db/migrate.ts'
import { findSetting } from '#db/settings.ts'
import { createAuth } from './auth.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { createLog } from './log.ts'
import { createWords } from './words.ts'

export type Opening = {
  readonly config: Config
  readonly clock?: () => Date
  /** takes each line of the log */
  readonly write?: (line: string) => void
  /** fills an empty database on this machine; it is never called for any other */
  readonly seed?: (house: House) => Promise<void>
}

/** The setting that says whether this database holds the demonstration. */
export const DEMONSTRATION = 'demonstration'

/** @throws when the database cannot be opened, is newer than the code, or is served by somebody else already */
export async function openHouse({ config, clock = () => new Date(), write = console.log, seed }: Opening) {
  const log = createLog(clock, write)
  const { db, close } = await openDatabase(config.databaseUrl, { forServer: true })
  try {
    const migrations = await migrate(db)
    if (migrations.length > 0) log.info('migrated', { migrations: migrations.join(' ') })
    const words = createWords((language, key) => log.warn('words missing', { language, key }))
    const parts = { db, config, auth: createAuth({ db, config, clock }), words, clock, log }
    if (seed && config.isLoopback && (await isEmpty(db))) await seed({ ...parts, isDemonstration: true })
    const isDemonstration = config.isLoopback && (await findSetting(db, DEMONSTRATION)) === 'yes'
    return { house: { ...parts, isDemonstration } satisfies House, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Nobody was ever invited, and nothing was ever asked. */
async function isEmpty(db: House['db']): Promise<boolean> {
  const invitation = await db.selectFrom('invitation').select('id').limit(1).executeTakeFirst()
  const meeting = await db.selectFrom('meeting').select('id').limit(1).executeTakeFirst()
  return !invitation && !meeting
}
