// kill -9 of the real server under write load: what was acknowledged is there, once, and the trail is whole.

import { expect, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { diceOf } from '../support/dice.ts'
import { createClient, type Door } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { lossesOf, saveNext, startLoad, writersOf } from './writers.ts'

const CYCLES = times(25, 500)
/** Proving everything takes longer the more there is; the last cycle always does. */
const PROVED_EVERY = times(5, 25)

test(
  `${CYCLES} times killed in the middle of its work, the server lost no acknowledged answer and doubled none`,
  async () => {
    const { folder, gone } = await aFolder('kill')
    const url = `file:${folder}/house.db`
    const writers = writersOf(await aWorldAt(url))
    const dice = diceOf(Date.now())
    const door: Door = { origin: '' }
    const { db, close } = await openDatabase(url)
    let unanswered = 0
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      const server = await serverOn(url)
      door.origin = server.origin
      const client = createClient(door)
      const told = writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
      const load = startLoad(client, writers)
      await new Promise((resolve) => setTimeout(resolve, dice.between(5, 600)))
      await server.stop('SIGKILL')
      await load.stop()
      client.close()
      unanswered += writers.filter(({ unknown }) => unknown).length
      expect(await lossesOf(db, writers), `cycle ${cycle}, ${told} told before`).toEqual([])
      if (cycle % PROVED_EVERY === 0) expect(await flawsOf(db)).toEqual([])
    }
    await sendTheRestAgain(url, door, writers)
    expect(await lossesOf(db, writers)).toEqual([])
    expect(await flawsOf(db)).toEqual([])
    // The load was real: answers were lost on the way, and had to be sent again.
    expect(unanswered).toBeGreaterThan(CYCLES)
    expect(Math.min(...writers.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(0)
    await close()
    await gone()
  },
  times(180_000, 3_600_000),
)

async function sendTheRestAgain(url: string, door: Door, writers: ReturnType<typeof writersOf>): Promise<void> {
  const server = await serverOn(url)
  door.origin = server.origin
  const client = createClient(door)
  for (const writer of writers) expect(await saveNext(client, writer)).toBe(200)
  client.close()
  await server.stop()
}
