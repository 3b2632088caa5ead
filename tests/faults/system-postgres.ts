// The PostgreSQL that the machine's own pg_dump belongs to: it refuses to copy a newer one.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../support/server.ts'

const ask = (program: string, ...parameters: string[]) =>
  spawnSync(program, parameters, { encoding: 'utf8' }).stdout ?? ''

/** The folder of its programs; null where pg_dump is not installed, or its server is not. */
export function systemPostgres(): string | null {
  const version = /\(PostgreSQL\) (\d+)/.exec(ask('pg_dump', '--version'))?.[1]
  const folder = `/usr/lib/postgresql/${version}/bin`
  return version && existsSync(join(folder, 'initdb')) ? folder : null
}

export type SystemPostgres = { readonly url: string; createDatabase(name: string): string; stop(): Promise<void> }

/** Starts one of its own. @param folder empty; as root it runs as another user, who must be able to enter */
export async function startSystemPostgres(programs: string, folder: string): Promise<SystemPostgres> {
  const data = join(folder, 'postgres')
  await mkdir(data, { mode: 0o700 })
  await chmod(folder, 0o755)
  const user = process.getuid?.() === 0 ? await handOver(data) : {}
  const start = [join(programs, 'initdb'), '--auth=trust', '--username=house', '--encoding=UTF8', '--locale=C', data]
  const made = spawnSync(start[0] ?? '', start.slice(1), { ...user, cwd: folder, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const port = await freePort()
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { ...user, cwd: folder, stdio: 'ignore' },
  )
  const address = `postgres://house@127.0.0.1:${port}`
  for (let tries = 0; spawnSync('psql', [`${address}/postgres`, '-c', 'select 1']).status !== 0; tries += 1) {
    if (tries > 100) throw new Error('PostgreSQL does not answer')
    await pause(100)
  }
  const createDatabase = (name: string) => {
    ask('psql', `${address}/postgres`, '-c', `create database ${name}`)
    return `${address}/${name}`
  }
  return {
    url: createDatabase('house'),
    createDatabase,
    async stop() {
      server.kill('SIGINT')
      await once(server, 'exit')
    },
  }
}

/** PostgreSQL refuses to run as root. */
async function handOver(folder: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = [Number(ask('id', '-u', 'postgres')), Number(ask('id', '-g', 'postgres'))]
  await chown(folder, uid, gid)
  return { uid, gid }
}
