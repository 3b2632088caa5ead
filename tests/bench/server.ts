// The server under measure: the production build in a process of its own, and a client that costs the machine little.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../support/server.ts'
import { SECRET } from './people.ts'

export type Answer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}
export type Asking = { readonly cookie?: string; readonly form?: string; readonly accept?: string }
export type Server = {
  readonly pid: number
  readonly origin: string
  /** milliseconds from starting the process until its port answered */
  readonly startedIn: number
  /** the whole answer in memory; a connection is kept for the next */
  ask(path: string, asking?: Asking): Promise<Answer>
  /** reads an answer of any size away; `bytes` counts it, `firstByte` is in milliseconds */
  download(path: string, asking?: Asking): Promise<{ status: number; bytes: number; firstByte: number }>
  stop(): Promise<void>
}
export type Starting = {
  readonly folder: string
  readonly databaseUrl: string
  readonly isDemonstration?: boolean
  /** more for node, such as `--cpu-prof` */
  readonly nodeOptions?: readonly string[]
  /** what to run instead of the server: a floor */
  readonly program?: string
}

/** Nobody waits longer than this for a server to listen. Milliseconds. */
const LONGEST = 120_000

export async function startServer(starting: Starting): Promise<Server> {
  const { folder, databaseUrl, isDemonstration = false, nodeOptions = [], program = 'app/start.js' } = starting
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const log = join(folder, `server-${port}.log`)
  const descriptor = openSync(log, 'w')
  const began = performance.now()
  const child = spawn(process.execPath, ['--disable-proto=delete', ...nodeOptions, program], {
    env: {
      PATH: process.env.PATH,
      BUILD_FOLDER: process.env.BUILD_FOLDER,
      NODE_ENV: 'production',
      PORT: String(port),
      ORIGIN: origin,
      SECRET,
      DATABASE_URL: databaseUrl,
      ...(!isDemonstration && { DEMONSTRATION: 'no' }),
    },
    // As in operation, the log goes to a file.
    stdio: ['ignore', descriptor, descriptor],
  })
  closeSync(descriptor)
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  await answering(child, `${origin}/healthz`, log)
  return {
    pid: child.pid ?? 0,
    origin,
    startedIn: performance.now() - began,
    ask: (path, asking = {}) => ask(agent, origin, path, asking),
    download: (path, asking = {}) => download(agent, origin, path, asking),
    stop: async () => {
      agent.destroy()
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function answering(child: ChildProcess, url: string, log: string): Promise<void> {
  const until = performance.now() + LONGEST
  while (performance.now() < until) {
    if (child.exitCode !== null) break
    const isThere = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (isThere) return
    await pause(5)
  }
  throw new Error(`The server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
}

function open(agent: Agent, origin: string, path: string, { cookie, form, accept }: Asking) {
  const headers: Record<string, string> = { accept: accept ?? 'text/html', origin }
  if (cookie) headers.cookie = cookie
  if (form !== undefined) {
    headers['content-type'] = 'application/x-www-form-urlencoded'
    headers['content-length'] = String(Buffer.byteLength(form))
  }
  const outgoing = request(origin + path, { agent, headers, method: form === undefined ? 'GET' : 'POST' })
  outgoing.end(form)
  return outgoing
}

function ask(agent: Agent, origin: string, path: string, asking: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = open(agent, origin, path, asking)
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
  })
}

function download(agent: Agent, origin: string, path: string, asking: Asking) {
  return new Promise<{ status: number; bytes: number; firstByte: number }>((resolve, reject) => {
    const began = performance.now()
    let firstByte = Number.NaN
    let bytes = 0
    const outgoing = open(agent, origin, path, asking)
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      response.once('data', () => {
        firstByte = performance.now() - began
      })
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes, firstByte }))
    })
  })
}
