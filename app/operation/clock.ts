// Watches the server's clock: deadlines and sessions are judged by it, so a jump has to be seen by somebody.
import type { Log } from '../log.ts'

/** Milliseconds that the two clocks may drift apart between two looks. */
const TOLERATED = 2000

/**
 * Compares the clock with one that only ever runs forward.
 * @returns a function to call now and then; it writes into the log when the clock was put back or forward in between
 */
export function clockWatch(clock: () => Date, log: Log, steady: () => number = () => performance.now()): () => void {
  let last = { shown: clock().getTime(), passed: steady() }
  return () => {
    const now = { shown: clock().getTime(), passed: steady() }
    const jump = now.shown - last.shown - (now.passed - last.passed)
    last = now
    if (Math.abs(jump) > TOLERATED) log.warn('clock jumped', { seconds: Math.round(jump / 1000) })
  }
}
