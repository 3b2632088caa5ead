// Which version of the program runs, as package.json says it.
import { readFileSync } from 'node:fs'

/** `0.1.0`; started from another folder than the project's, the program would not find its pages either. */
export const VERSION: string = JSON.parse(readFileSync('package.json', 'utf8')).version
