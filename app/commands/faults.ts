// `npm run faults`: the long forms of the fault tests. Says which tools were not there, and what was not broken for that.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/local/lib']

/** The library that shifts the clock of a program; a path where nothing is when it is not installed. */
export const FAKETIME =
  process.env.FAKETIME_LIBRARY ??
  LIBRARIES.map((folder) => `${folder}/faketime/libfaketimeMT.so.1`).find(existsSync) ??
  'faketime'

const answers = (program: string, parameters: readonly string[]) => spawnSync(program, parameters).status === 0

/** What a machine may have beside what npm brings, and what can be broken only with it. */
export const TOOLS = {
  strace: {
    breaks: 'cutting the power, and writes and syncs that fail',
    isThere: () => answers('strace', ['-f', '-o', '/dev/null', 'true']),
  },
  faketime: { breaks: 'a clock that jumps under a running server', isThere: () => existsSync(FAKETIME) },
  mount: {
    breaks: 'a disk that is really full (it takes an administrator)',
    isThere: () => process.getuid?.() === 0 && answers('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']),
  },
  pg_dump: { breaks: 'backups of PostgreSQL', isThere: () => answers('pg_dump', ['--version']) },
} as const satisfies Record<string, { breaks: string; isThere(): boolean }>

function main(): void {
  const began = Date.now()
  const missing = Object.entries(TOOLS).filter(([, { isThere }]) => !isThere())
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'faults', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, parameters, {
    stdio: 'inherit',
    env: { ...process.env, FAULTS: 'long' },
  })
  for (const [name, { breaks }] of missing) console.log(`not tried without ${name}: ${breaks}`)
  const minutes = Math.round((Date.now() - began) / 60_000)
  console.log(`${status === 0 ? 'Nothing acknowledged was lost' : 'FAILED: see above'} (${minutes} minutes)`)
  process.exitCode = status ?? 1
}

if (import.meta.main) main()
