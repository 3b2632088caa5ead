// What a machine may have beside what npm brings: with it, more can be broken. `npm run faults` says what was not there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/local/lib']

/** The library that shifts the clock of a program; a path where nothing is when it is not installed. */
export const FAKETIME =
  process.env.FAKETIME_LIBRARY ??
  LIBRARIES.map((folder) => `${folder}/faketime/libfaketimeMT.so.1`).find(existsSync) ??
  'faketime'

/** Whether strace is there and may look into other programs. */
export const hasStrace = () => succeeds('strace', ['-f', '-o', '/dev/null', 'true'])

/** Whether a small disk of its own can be given to a program. */
export const hasMount = () => succeeds('unshare', ['-m', 'mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', '/mnt'])

const succeeds = (program: string, parameters: readonly string[]) => spawnSync(program, parameters).status === 0
