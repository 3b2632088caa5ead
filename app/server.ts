// The server: opens the house, fills the demonstration on this machine, serves what is built, and says where.
import { readConfig } from './config.ts'
import { watchDrift } from './drift-watch.ts'
import { builtPages } from './pages.ts'
import { serve } from './starting.ts'
import { stopWithProcess } from './stopping.ts'

/** Our own refusals are plain errors; a TypeError is a fault of the program, and its stack is wanted. */
const isSentence = (error: unknown): error is Error =>
  error instanceof Error && Object.getPrototypeOf(error) === Error.prototype

// Before the pages are loaded: React looks at it once.
process.env.NODE_ENV ??= 'production'
try {
  const config = readConfig(process.env)
  const { house, stop } = await serve({ config, pages: await builtPages() })
  stopWithProcess(stop, house.log)
  watchDrift(config.databaseUrl, house.log)
  console.log(`Tour de Table on Node ${process.version}: ${config.origin}`)
  if (house.isDemonstration) console.log('This is the demonstration: every delegation and every answer is invented.')
} catch (error) {
  console.error(isSentence(error) ? error.message : error)
  process.exit(1)
}
