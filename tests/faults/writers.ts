// Eight people who save one number after the other, each in a field of their own, and remember what they were told.
import { setTimeout as pause } from 'node:timers/promises'
import { historyOf } from '#db/cells.ts'
import type { Db } from '#db/tables.ts'
import { aSave, type Client, type Save, sendSave } from './client.ts'
import { type Head, NUMBERS, type World } from './world.ts'

export type Writer = {
  readonly head: Head
  readonly field: string
  /** the last number that the server said it has kept; they are 1, 2, 3 … and so are the revisions */
  acknowledged: number
  /** sent, and not answered: it is sent again under the same key */
  unknown: Save | null
}
export type Load = {
  /** what the server said instead of "kept", by status; and questions it left unanswered under 0 */
  readonly refused: Map<number, number>
  /** ends the load; resolves when nobody waits for an answer any more */
  stop(): Promise<void>
}

/** Two per delegation, so that they work on the same response and on different ones. */
export function writersOf({ heads }: World, count = 8): Writer[] {
  return Array.from({ length: count }, (_, index) => {
    const [head, field] = [heads[index % heads.length], NUMBERS[Math.floor(index / heads.length)]]
    if (!head || !field) throw new Error('there are more writers than fields')
    return { head, field, acknowledged: 0, unknown: null }
  })
}

/** Lets the writers write until they are stopped. One whose question is not answered stays with it. */
export function startLoad(client: Client, writers: readonly Writer[], { giveUp = true } = {}): Load {
  let isOver = false
  const refused = new Map<number, number>()
  const write = async (writer: Writer) => {
    while (!isOver) {
      const status = await saveNext(client, writer).catch(() => 0)
      if (status === 200) continue
      refused.set(status, (refused.get(status) ?? 0) + 1)
      if (giveUp) return
      await pause(20)
    }
  }
  const all = Promise.all(writers.map(write))
  return {
    refused,
    async stop() {
      isOver = true
      await all
    },
  }
}

/**
 * The next number, or once more the one that was not answered.
 * @returns the status of the answer
 * @throws when none came; and when the server claims to have kept something else
 */
export async function saveNext(client: Client, writer: Writer): Promise<number> {
  const save = writer.unknown ?? aSave(writer.field, writer.acknowledged + 1, writer.acknowledged)
  writer.unknown = save
  const { status, said } = await sendSave(client, writer.head, save)
  if (status !== 200 || !said) return status
  const revision = said.fields[save.field]?.revision
  if (!said.isKept || said.hasClashes || revision !== save.value) {
    throw new Error(`${writer.head.country} ${save.field} = ${save.value} was answered with revision ${revision}`)
  }
  writer.acknowledged = save.value
  writer.unknown = null
  return status
}

/** What is wrong with what is kept, measured by what the writers were told: lost, doubled, changed. Empty: nothing. */
export async function lossesOf(db: Db, writers: readonly Writer[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { head, field, acknowledged, unknown } of writers) {
    const history = (await historyOf(db, head.responseId, field)).reverse()
    const values = history.map(({ value, revision }) => `${revision}=${value}`)
    const last = history.at(-1)?.revision ?? 0
    const where = `${head.country} ${field}`
    if (last < acknowledged) wrong.push(`${where}: told ${acknowledged}, kept ${last}`)
    if (last > acknowledged + (unknown ? 1 : 0)) wrong.push(`${where}: told ${acknowledged}, kept even ${last}`)
    const expected = values.map((_, index) => `${index + 1}=${index + 1}`)
    if (values.join() !== expected.join()) wrong.push(`${where}: ${values.slice(-5).join(' ')}`)
  }
  return wrong
}
