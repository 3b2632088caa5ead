// SIGTERM under load, again and again: whoever was being answered gets their answer, and the server leaves in time with 0.

import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { diceOf } from '../support/dice.ts'
import { createClient, type Door } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { lossesOf, startLoad, writersOf } from './writers.ts'

const RESTARTS = times(3, 50)
/** Milliseconds in which a server has to be gone. */
const LONGEST = 10_000

test(
  `${RESTARTS} restarts under load: no request in flight fails, and the server leaves within ten seconds`,
  async () => {
    const { folder, gone } = await aFolder('restarts')
    const url = `file:${folder}/house.db`
    const writers = writersOf(await aWorldAt(url))
    const door: Door = { origin: '' }
    const dice = diceOf(Date.now())
    const { db, close } = await openDatabase(url)
    let answered = 0
    for (let restart = 1; restart <= RESTARTS; restart += 1) {
      const server = await serverOn(url)
      door.origin = server.origin
      const client = createClient(door)
      const load = startLoad(client, writers)
      await pause(dice.between(50, 700))
      const began = performance.now()
      const code = await server.stop('SIGTERM')
      expect(performance.now() - began).toBeLessThan(LONGEST)
      await load.stop()
      client.close()
      expect(code).toBe(0)
      // Whatever the server had begun to answer, it answered to the end.
      const requests = server.log.filter((line) => line.includes('"event":"request"')).map((line) => JSON.parse(line))
      expect(requests.filter(({ isDone }) => !isDone)).toEqual([])
      expect(requests.length).toBeGreaterThan(0)
      // Refused at the door, or closed before it was read: then nothing of it is kept.
      expect([...load.refused.keys()].filter((status) => status !== 0)).toEqual([])
      const begunAndLost = await lossesOf(
        db,
        writers.map((writer) => ({ ...writer, unknown: null })),
      )
      expect(begunAndLost).toEqual([])
      const told = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
      expect(told).toBeGreaterThan(answered)
      answered = told
    }
    expect(await flawsOf(db)).toEqual([])
    await close()
    await gone()
  },
  times(120_000, 1_200_000),
)
