// Stops well: what is being answered is finished, the database is closed, ten seconds at most.
import type { Server, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { errorFields, type Log } from './log.ts'

export type Stop = () => Promise<void>

/** Milliseconds for requests that are being answered. */
const LONGEST = 9_000

/** @returns a function that stops the server; called again, it waits for the same stop */
export function stopper(server: Server, close: () => Promise<void>, log: Log): Stop {
  let stopped: Promise<void> | undefined
  const open = new Set<ServerResponse>()
  server.prependListener('request', (_request, response) => {
    if (stopped) sayGoodbye(response)
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  return () => {
    for (const response of open) {
      if (isEndless(response)) response.destroy()
      else sayGoodbye(response)
    }
    stopped ??= stop(server, close, log)
    return stopped
  }
}

/** Whoever is connected gets this answer, and then connects to the next server. */
function sayGoodbye(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

/** A screen of the hall listens as long as it is let; it comes back to the next server by itself. */
function isEndless(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream')
}

async function stop(server: Server, close: () => Promise<void>, log: Log): Promise<void> {
  log.info('stopping')
  const finished = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const late = new AbortController()
  const isLate = await Promise.race([
    finished.then(() => false),
    pause(LONGEST, true, { signal: late.signal }).catch(() => false),
  ])
  late.abort()
  if (isLate) {
    log.warn('stopping late')
    server.closeAllConnections()
  }
  await close()
  log.info('stopped')
}

/** The process stops on a signal, and on an error that nobody caught: what it would do next, nobody knows. */
export function stopWithProcess(stop: Stop, log: Log): void {
  const leave = (code: number) =>
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    )
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => leave(0))
  const fail = (error: unknown) => {
    log.error('uncaught', errorFields(error))
    leave(1)
  }
  process.once('uncaughtException', fail)
  process.once('unhandledRejection', fail)
}
