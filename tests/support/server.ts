// The real server as a process of its own, on a free port and an empty folder: what answers is what is deployed.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type TestServer = {
  readonly origin: string
  readonly port: number
  readonly pid: number
  readonly databaseUrl: string
  /** lines of the log so far */
  readonly log: readonly string[]
  /** like fetch, but redirects are not followed */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** sends a form as our own page would */
  post(
    path: string,
    fields: Record<string, string> | URLSearchParams,
    headers?: Record<string, string>,
  ): Promise<Response>
  /** sends bytes as they are and returns what came back before the connection ended */
  raw(bytes: string, options?: { readonly waitFor?: number }): Promise<string>
  /** @returns the exit code; 143 and the like for a signal that ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

type Options = {
  readonly env?: Readonly<Record<string, string>>
  /** an empty database stays empty, unless the demonstration is asked for */
  readonly isDemonstration?: boolean
}

export async function startServer({ env = {}, isDemonstration = false }: Options = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tour-de-table-server-'))
  const port = await freePort()
  const databaseUrl = env.DATABASE_URL ?? `file:${join(folder, 'house.db')}`
  const child = spawn(process.execPath, ['--disable-proto=delete', 'app/start.js'], {
    env: {
      PATH: process.env.PATH,
      BUILD_FOLDER: process.env.BUILD_FOLDER,
      NODE_ENV: 'production',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      ...(isDemonstration ? {} : { DEMONSTRATION: 'no' }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  await listening(child, log)
  const origin = env.ORIGIN ?? `http://localhost:${port}`
  const ask = (path: string, init: RequestInit) =>
    fetch(`http://localhost:${port}${path}`, { redirect: 'manual', ...init })
  return {
    origin,
    port,
    pid: child.pid ?? 0,
    databaseUrl,
    log,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin, ...headers } }),
    raw: (bytes, options) => exchange(port, bytes, options?.waitFor ?? 5000),
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      await rm(folder, { recursive: true, force: true })
      return child.exitCode
    },
  }
}

async function listening(child: ChildProcess, log: string[]): Promise<void> {
  const ready = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log.push(...chunk.toString().split('\n').filter(Boolean))
      if (log.some((line) => line.startsWith('Tour de Table on Node'))) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${log.join('\n')}`)))
  })
  await ready
}

function exchange(port: number, bytes: string, waitFor: number): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    const done = () => resolve(Buffer.concat(chunks).toString('latin1'))
    socket.setTimeout(waitFor, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('close', done)
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
