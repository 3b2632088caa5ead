// Measuring: many calls at a fixed concurrency, what they took, and how much of the machine others used meanwhile.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Times in milliseconds, rate in calls per second, `others` the share 0-1 of all cores that other processes took. */
export type Measured = {
  readonly calls: number
  readonly perSecond: number
  readonly median: number
  readonly p99: number
  readonly others: number
  /** CPU milliseconds per call of the process under test, where one was named */
  readonly cpuPerCall: number | null
}

export type Plan = {
  /** called once per worker and turn; throws when the answer is not what it should be */
  readonly work: (turn: number, worker: number) => Promise<unknown>
  readonly concurrency?: number
  readonly seconds?: number
  /** stop after so many calls even when there is time left */
  readonly calls?: number
  readonly warmUp?: number
  /** stop as soon as this says no */
  readonly while?: (() => boolean) | undefined
  /** the process whose CPU time is counted */
  readonly pid?: number
}

export async function measure(plan: Plan): Promise<Measured> {
  let turn = 0
  for (; turn < (plan.warmUp ?? 20); turn += 1) await plan.work(turn, 0)
  const durations: number[] = []
  const before = machine(plan.pid)
  const started = performance.now()
  const until = started + (plan.seconds ?? 5) * 1000
  const last = turn + (plan.calls ?? Number.POSITIVE_INFINITY)
  const worker = async (number: number) => {
    while (performance.now() < until && turn < last && (plan.while?.() ?? true)) {
      const mine = turn++
      const from = performance.now()
      await plan.work(mine, number)
      durations.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: plan.concurrency ?? 1 }, (_, number) => worker(number)))
  const elapsed = performance.now() - started
  const after = machine(plan.pid)
  durations.sort((a, b) => a - b)
  return {
    calls: durations.length,
    perSecond: (durations.length * 1000) / elapsed,
    median: quantile(durations, 0.5),
    p99: quantile(durations, 0.99),
    others: Math.max(0, after.busy - before.busy - (after.own - before.own)) / (elapsed * cpus().length),
    cpuPerCall: plan.pid === undefined ? null : (after.watched - before.watched) / Math.max(1, durations.length),
  }
}

/** The same, for synchronous work: floors that the database or React alone would reach. */
export function measureSync(work: (turn: number) => void, seconds = 3): Measured {
  for (let turn = 0; turn < 5; turn += 1) work(turn)
  const durations: number[] = []
  const before = machine(undefined)
  const started = performance.now()
  for (let turn = 5; performance.now() - started < seconds * 1000; turn += 1) {
    const from = performance.now()
    work(turn)
    durations.push(performance.now() - from)
  }
  const elapsed = performance.now() - started
  const after = machine(undefined)
  durations.sort((a, b) => a - b)
  return {
    calls: durations.length,
    perSecond: (durations.length * 1000) / elapsed,
    median: quantile(durations, 0.5),
    p99: quantile(durations, 0.99),
    others: Math.max(0, after.busy - before.busy - (after.own - before.own)) / (elapsed * cpus().length),
    cpuPerCall: null,
  }
}

/** @returns a function that gives the share 0-1 of all cores that others took since, beside this process and that one */
export function watchOthers(pid: number): () => number {
  const [before, started] = [machine(pid), performance.now()]
  return () => {
    const after = machine(pid)
    const theirs = after.busy - before.busy - (after.own - before.own)
    return Math.max(0, theirs) / ((performance.now() - started) * cpus().length)
  }
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Resident memory of a process in MB; undefined where /proc does not tell. */
export function residentMegabytes(pid: number): number | undefined {
  const line = proc(`/proc/${pid}/status`)?.match(/VmRSS:\s+(\d+) kB/)
  return line ? Number(line[1]) / 1024 : undefined
}

/** CPU milliseconds that this process has used since it began. */
export function ownMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const TICK = 10

/** CPU milliseconds: of all processes, of this one with the one watched, and of the one watched. */
function machine(pid: number | undefined) {
  const fields = (proc('/proc/stat')?.split('\n')[0] ?? '').trim().split(/\s+/).slice(1).map(Number)
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields
  const watched = pid === undefined ? 0 : processMilliseconds(pid)
  const self = process.cpuUsage()
  return {
    busy: (user + nice + system + irq + softirq) * TICK,
    own: (self.user + self.system) / 1000 + watched,
    watched,
  }
}

/** CPU milliseconds that a process has used since it began, in steps of ten; its threads included. */
export function processMilliseconds(pid: number): number {
  const fields = (proc(`/proc/${pid}/stat`) ?? '').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK
}

function proc(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
