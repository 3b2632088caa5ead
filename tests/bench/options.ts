// How much is measured, by what was asked for on the command line.
import { parseArgs } from 'node:util'

export const PARTS = ['answering', 'dashboards', 'files', 'starting', 'postgres'] as const
export type Part = (typeof PARTS)[number]
export type Options = {
  readonly name: 'quick' | 'usual' | 'full'
  /** seconds of each measurement under load */
  readonly seconds: number
  /** delegations of the meetings; the files of answers go up to `files` */
  readonly sizes: readonly number[]
  readonly files: readonly number[]
  /** replies of the round whose questions are all counted, beside the sizes */
  readonly questions: readonly number[]
  /** how often a slow page is asked for */
  readonly times: number
  readonly parts: readonly Part[]
  /** a folder for CPU profiles of the server */
  readonly profile: string | undefined
}

const QUICK = { name: 'quick', seconds: 2, sizes: [8, 200], files: [200], questions: [200], times: 1 } as const
const USUAL = {
  name: 'usual',
  seconds: 5,
  sizes: [8, 200, 5000],
  files: [200, 10_000],
  questions: [1000, 10_000],
  times: 3,
} as const
const FULL = { ...USUAL, name: 'full', files: [200, 10_000, 100_000] } as const
const USAGE = `npm run bench -- [--quick | --full] [--only ${PARTS.join(',')}] [--profile folder]`

/** @throws with the usage, for anything it does not know */
export function readOptions(parameters: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      profile: { type: 'string' },
    },
  })
  const { quick, full, only, profile } = values
  const usual = PARTS.filter((part) => part !== 'postgres' || full)
  const parts = only === undefined ? usual : PARTS.filter((part) => only.split(',').includes(part))
  if (parts.length === 0 || (quick && full)) throw new Error(USAGE)
  return { ...(quick ? QUICK : full ? FULL : USUAL), parts, profile }
}
