// What the server does by itself: in turns, not while the house is closed, never after it has stopped; and its clock is watched.
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLog } from '#app/log.ts'
import { clockWatch } from '#app/operation/clock.ts'
import type { Closed, Storage } from '#app/operation/storage.ts'
import { type Job, startJobs } from '#app/operation/timers.ts'

const log = (lines: string[]) =>
  createLog(
    () => new Date(0),
    (line) => lines.push(JSON.parse(line).event),
  )
const storage = (closed: Closed | null): Storage => ({ closed, space: null, hear: () => null, look: async () => {} })
const job = (run: Job['run'], writes = false): Job => ({ name: 'job', every: 5, writes, run })

test('a job runs again and again, never twice at once, and not after the stop', async () => {
  let [turns, inside, most] = [0, 0, 0]
  const run = async () => {
    inside += 1
    most = Math.max(most, inside)
    await pause(15)
    inside -= 1
    turns += 1
  }
  const stop = startJobs([job(run)], { storage: storage(null), log: log([]) })
  await pause(100)
  await stop()
  expect(turns).toBeGreaterThan(1)
  expect(most).toBe(1)
  expect(inside).toBe(0)
  const before = turns
  await pause(40)
  expect(turns).toBe(before)
})

test('a job that fails is written into the log, and tried again', async () => {
  const lines: string[] = []
  const stop = startJobs([job(() => Promise.reject(new Error('no')))], { storage: storage(null), log: log(lines) })
  await pause(60)
  await stop()
  expect(new Set(lines)).toEqual(new Set(['job failed']))
  expect(lines.length).toBeGreaterThan(1)
})

test('while the house is read-only, jobs that write wait and the others go on', async () => {
  const ran: string[] = []
  const closed = storage({ why: 'space', since: new Date(0) })
  const jobs = [job(async () => void ran.push('writes'), true), job(async () => void ran.push('reads'))]
  const stop = startJobs(jobs, { storage: closed, log: log([]) })
  await pause(40)
  await stop()
  expect(new Set(ran)).toEqual(new Set(['reads']))
})

test('a clock that is put back or forward is written into the log; one that runs is not', () => {
  const lines: string[] = []
  let [shown, passed] = [1_000_000, 0]
  const watch = clockWatch(
    () => new Date(shown),
    createLog(
      () => new Date(0),
      (line) => lines.push(line),
    ),
    () => passed,
  )
  const go = (seconds: number, jump = 0) => {
    passed += seconds * 1000
    shown += (seconds + jump) * 1000
    watch()
  }
  go(5)
  go(5, -3600)
  go(5)
  go(5, 86_400)
  go(600)
  expect(lines.map((line) => JSON.parse(line).seconds)).toEqual([-3600, 86_400])
})
