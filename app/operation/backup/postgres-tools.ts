// pg_dump and pg_restore, where they are installed: PostgreSQL's own programs know best how to copy it.
import { spawn } from 'node:child_process'

/** The address without its password, which others on the machine could read in the list of processes. */
function placeOf(url: string): { address: string; env: NodeJS.ProcessEnv } {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) } }
}

/** Writes what a snapshot shows into a file. @throws with a sentence, also where pg_dump is not installed */
export function dumpPostgres(url: string, file: string, snapshot: string): Promise<void> {
  const { address, env } = placeOf(url)
  const how = ['--format=custom', '--no-owner', '--no-privileges', `--snapshot=${snapshot}`, `--file=${file}`]
  return run('pg_dump', [...how, `--dbname=${address}`], env)
}

/** Reads a file of pg_dump from end to end without a database, so that one that was cut off is noticed at once. */
export function readDump(file: string): Promise<void> {
  return run('pg_restore', ['--file=/dev/null', file], process.env)
}

/** Puts a dump into an empty database: all of it, or nothing. */
export function restorePostgres(url: string, file: string): Promise<void> {
  const { address, env } = placeOf(url)
  const how = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error']
  return run('pg_restore', [...how, `--dbname=${address}`, file], env)
}

function run(program: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-2000)
    })
    child.once('error', () => reject(new Error(missing(program))))
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said.trim()}`)),
    )
  })
}

const missing = (program: string) =>
  `${program} is not installed, and PostgreSQL is copied with it. Install PostgreSQL's client programs (on Debian "postgresql-client"), at least as new as the server.`
