// `npm start`: builds when needed, opens, fills the demonstration on this machine, serves, and says where.
import { readConfig } from '../config.ts'
import { builtPages } from '../pages.ts'
import { serve } from '../starting.ts'
import { stopWithProcess } from '../stopping.ts'
import { buildIfOlder } from './build.ts'

/** Runs until the process is told to stop; a reason not to start is said in a sentence, without a stack. */
export async function start(): Promise<void> {
  try {
    const config = readConfig(process.env)
    buildIfOlder()
    const { house, stop } = await serve({ config, pages: await builtPages() })
    stopWithProcess(stop, house.log)
    console.log(`Tour de Table on Node ${process.version}: ${config.origin}`)
    if (house.isDemonstration) console.log('This is the demonstration: every delegation and every answer is invented.')
  } catch (error) {
    console.error(isSentence(error) ? error.message : error)
    process.exit(1)
  }
}

/** Our own refusals are plain errors; a TypeError is a fault of the program, and its stack is wanted. */
const isSentence = (error: unknown): error is Error =>
  error instanceof Error && Object.getPrototypeOf(error) === Error.prototype
