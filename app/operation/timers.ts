// What the server does by itself while it runs: one job at a time each, and none that outlives the server.
import { setTimeout as pause } from 'node:timers/promises'
import { errorFields, type Log } from '../log.ts'
import type { Storage } from './storage.ts'

export type Job = {
  readonly name: string
  /** milliseconds between the end of one turn and the beginning of the next */
  readonly every: number
  /** it writes: while the house is read-only, it waits */
  readonly writes: boolean
  run(): Promise<void>
}

/**
 * Starts the jobs, each with its first turn after its pause.
 * @returns a function that stops them; it waits for those that are in the middle of their work
 */
export function startJobs(jobs: readonly Job[], parts: { storage: Storage; log: Log }): () => Promise<void> {
  const stopped = new AbortController()
  const running = jobs.map((job) => repeat(job, parts, stopped.signal))
  return async () => {
    stopped.abort()
    await Promise.all(running)
  }
}

async function repeat(job: Job, { storage, log }: { storage: Storage; log: Log }, signal: AbortSignal): Promise<void> {
  for (;;) {
    await pause(job.every, undefined, { signal, ref: false }).catch(() => {})
    if (signal.aborted) return
    if (job.writes && storage.closed) continue
    try {
      await job.run()
    } catch (error) {
      if (storage.hear(error) === null) log.error('job failed', { job: job.name, ...errorFields(error) })
    }
  }
}
