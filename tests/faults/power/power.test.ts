// The power is cut: every write and sync of the real server under load is recorded, and played back up to any moment.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { TOOLS } from '#app/commands/faults.ts'
import { historyOf } from '#db/cells.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { SECRET } from '../../bench/people.ts'
import { diceOf } from '../../support/dice.ts'
import { freePort } from '../../support/server.ts'
import { createClient } from '../client.ts'
import { aFolder, aWorldAt, IS_LONG } from '../house.ts'
import type { Head } from '../world.ts'
import { startLoad, writersOf } from '../writers.ts'
import { Disk } from './disk.ts'
import { STRACE, traceReader } from './trace.ts'

/** Milliseconds of load to be recorded. */
const LOAD = 15_000
/** Every so many cuts, the whole trail is proved too. */
const PROVED_EVERY = 25

type Outcome = { acknowledged: number; cuts: number; torn: number; lost: string[]; damaged: string[] }

describe.runIf(IS_LONG && TOOLS.strace.isThere())('a power cut', () => {
  test('at any write and any acknowledgement loses no acknowledged answer', async () => {
    const outcome = await cutEverywhere('full')
    console.log(`full: ${JSON.stringify({ ...outcome, lost: outcome.lost.length })}`)
    expect(outcome.lost).toEqual([])
    expect(outcome.damaged).toEqual([])
    expect(outcome.acknowledged).toBeGreaterThan(200)
  }, 1_200_000)

  test('is not survived with synchronous = NORMAL: the proof can see a loss', async () => {
    const outcome = await cutEverywhere('normal')
    console.log(`normal: ${JSON.stringify({ ...outcome, lost: outcome.lost.length })}`)
    expect(outcome.damaged).toEqual([])
    expect(outcome.lost.length).toBeGreaterThan(0)
  }, 1_200_000)
})

async function cutEverywhere(synchronous: 'full' | 'normal'): Promise<Outcome> {
  const { folder, gone } = await aFolder(`power-${synchronous}`)
  const live = join(folder, 'live')
  await mkdir(live)
  const url = `file:${live}/house.db`
  const [head] = (await aWorldAt(url, 1)).heads
  if (!head) throw new Error('nobody is there')
  const before = new Map([[`${live}/house.db`, await readFile(`${live}/house.db`)]])
  await record({ folder, url, head, synchronous })
  const outcome = await playBack({ folder, live, head, before })
  await gone()
  return outcome
}

type Recording = { folder: string; url: string; head: Head; synchronous: string }

async function record({ folder, url, head, synchronous }: Recording): Promise<void> {
  const port = await freePort()
  const program = ['tests/faults/power/server.ts', url, String(port), SECRET, synchronous]
  const strace = spawn('strace', [...STRACE, '-o', join(folder, 'trace'), process.execPath, ...program], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pid] = await once(strace.stdout, 'data')
  const client = createClient({ origin: `http://localhost:${port}` })
  const load = startLoad(client, writersOf({ round: '', roundId: '', heads: [head], manager: head }, 8))
  await pause(LOAD)
  await load.stop()
  client.close()
  // Killed, so that nothing is tidied up: the recording ends in the middle of the work.
  process.kill(Number(pid), 'SIGKILL')
  await once(strace, 'exit')
}

type Playing = { folder: string; live: string; head: Head; before: ReadonlyMap<string, Buffer> }

/**
 * Between two syncs what is safe does not change, and what was said only grows: the last moment before each sync is the
 * hardest of all cuts in between, and stands for them.
 */
async function playBack({ folder, live, head, before }: Playing): Promise<Outcome> {
  const disk = new Disk(live, before)
  const told = new Map<string, number>()
  const outcome: Outcome = { acknowledged: 0, cuts: 0, torn: 0, lost: [], damaged: [] }
  const dice = diceOf(7)
  const copy = join(folder, 'copy')
  const lines = createInterface({ input: createReadStream(join(folder, 'trace')) })
  const look = async (left: ReadonlyMap<string, Buffer>) => {
    const isProved = outcome.cuts % PROVED_EVERY === 0
    const found = await afterTheCut(copy, left, { head, told, isProved })
    outcome.lost.push(...found.lost)
    outcome.damaged.push(...found.damaged)
  }
  let unchecked = 0
  const read = traceReader(live)
  for await (const line of lines) {
    const event = read(line)
    if (event === null) continue
    if (event.kind === 'said') outcome.acknowledged += note(told, event.text)
    if (event.kind === 'sync' && told.size > 0) {
      outcome.cuts += unchecked
      unchecked = 0
      await look(disk.synced())
      if (dice.chance(0.25)) {
        outcome.torn += 1
        await look(disk.torn(dice))
      }
    }
    unchecked += 1
    disk.apply(event)
  }
  await look(disk.synced())
  return outcome
}

/** What the server has said, as far as it is "kept". @returns how many answers */
function note(told: Map<string, number>, text: string): number {
  const answers = [...text.matchAll(/"(n\d\d)":\{"revision":(\d+)/g)]
  for (const [, field = '', revision] of answers) told.set(field, Math.max(told.get(field) ?? 0, Number(revision)))
  return answers.length
}

type Known = { head: Head; told: ReadonlyMap<string, number>; isProved: boolean }

async function afterTheCut(copy: string, left: ReadonlyMap<string, Buffer>, { head, told, isProved }: Known) {
  await rm(copy, { recursive: true, force: true })
  await mkdir(copy)
  for (const [path, content] of left) await writeFile(join(copy, basename(path)), content)
  const { db, close } = await openDatabase(`file:${copy}/house.db`)
  const lost: string[] = []
  for (const [field, revision] of told) {
    const kept = (await historyOf(db, head.responseId, field))[0]?.revision ?? 0
    if (kept < revision) lost.push(`${field}: told ${revision}, kept ${kept}`)
  }
  const damaged = isProved ? await flawsOf(db) : []
  await close()
  return { lost, damaged }
}
