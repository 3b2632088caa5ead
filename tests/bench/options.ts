// How much is measured, by what was asked for on the command line.
import { parseArgs } from 'node:util'

/** In the order in which they are measured. */
export const PARTS = [
  'starting',
  'bare',
  'saves',
  'interviews',
  'section',
  'needs',
  'questions',
  'history',
  'exports',
  'during',
  'memory',
  'pair',
] as const
export type Part = (typeof PARTS)[number]
export type Engine = 'sqlite' | 'postgres'
export type Options = {
  readonly name: 'quick' | 'usual' | 'full'
  readonly engine: Engine
  /** seconds of each measurement under load */
  readonly seconds: number
  /** delegations of the meetings whose pages are measured */
  readonly sizes: readonly number[]
  /** replies of the rounds whose questions are all counted, and of those whose answers are written to files */
  readonly questions: readonly number[]
  readonly files: readonly number[]
  /** how often a slow page is asked for */
  readonly times: number
  readonly parts: readonly Part[]
  /** a folder for CPU profiles of the server */
  readonly profile: string | undefined
  /** nothing is measured: the tables of the last runs are printed */
  readonly readme: boolean
}

const QUICK = { name: 'quick', seconds: 2, sizes: [8, 200], questions: [200], files: [200], times: 1 } as const
const USUAL = {
  name: 'usual',
  seconds: 4,
  sizes: [8, 200, 5000],
  questions: [8, 200, 1000, 5000, 10_000],
  files: [8, 200, 5000, 10_000],
  times: 3,
} as const
const FULL = { ...USUAL, name: 'full', files: [...USUAL.files, 100_000] } as const
const USAGE = `npm run bench -- [--quick | --full] [--engine sqlite|postgres] [--only ${PARTS.join(',')}]
  [--profile folder] | --readme`

/** @throws with the usage, for anything it does not know */
export function readOptions(parameters: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      readme: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'sqlite' },
      only: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const { quick, full, readme, engine, only, profile } = values
  const asked = only?.split(',')
  // Two processes need a database that takes two; a demonstration starts on a file.
  const possible = PARTS.filter((part) => part !== (engine === 'postgres' ? 'starting' : 'pair'))
  const parts = asked ? possible.filter((part) => asked.includes(part)) : possible
  const isKnown = (engine === 'sqlite' || engine === 'postgres') && (asked?.length ?? parts.length) === parts.length
  if (!isKnown || parts.length === 0 || (quick && full)) throw new Error(USAGE)
  return { ...(quick ? QUICK : full ? FULL : USUAL), engine, parts, profile, readme }
}

/** Whether one of these is measured. */
export const has = ({ parts }: Pick<Options, 'parts'>, ...some: readonly Part[]): boolean =>
  some.some((part) => parts.includes(part))
