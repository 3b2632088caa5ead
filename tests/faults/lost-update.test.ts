// A hundred people on ten answers, over a bad line: no edit disappears, and whoever is refused sees both answers.

import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { historyOf } from '#db/cells.ts'
import { openDatabase } from '#db/connection.ts'
import { flawsOf } from '#db/standing.ts'
import { type Dice, diceOf } from '../support/dice.ts'
import { aSave, type Client, createClient, type Save, sendSave } from './client.ts'
import { aFolder, aWorldAt, serverOn, times } from './house.ts'
import { type Head, NUMBERS } from './world.ts'

const PEOPLE = times(20, 100)
const EDITS = times(10, 100)

type Kept = { readonly field: string; readonly revision: number; readonly value: number }
type Person = { readonly number: number; readonly accepted: Kept[]; refused: number; readonly wrong: string[] }

test(
  `${PEOPLE} people make ${EDITS} edits each: accepted edits are the final revisions, refusals carry both values`,
  async () => {
    const { folder, gone } = await aFolder('lost-update')
    const url = `file:${folder}/house.db`
    const [head] = (await aWorldAt(url, 1)).heads
    if (!head) throw new Error('nobody is there')
    const server = await serverOn(url)
    const client = createClient(server)
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => edit(client, head, number)))
    client.close()
    await server.stop()
    expect(people.flatMap(({ wrong }) => wrong)).toEqual([])
    const { db, close } = await openDatabase(url)
    let revisions = 0
    for (const field of NUMBERS) {
      const history = (await historyOf(db, head.responseId, field)).reverse()
      revisions += history.length
      const accepted = people.flatMap((person) => person.accepted.filter((kept) => kept.field === field))
      accepted.sort((one, other) => one.revision - other.revision)
      // One line through all of them: each accepted edit is one revision, and each revision somebody's accepted edit.
      expect(history.map(({ revision, value }) => `${revision}=${value}`)).toEqual(
        accepted.map(({ revision, value }) => `${revision}=${value}`),
      )
    }
    expect(await flawsOf(db)).toEqual([])
    const refused = people.reduce((sum, person) => sum + person.refused, 0)
    expect(revisions + refused).toBe(PEOPLE * EDITS)
    expect(refused).toBeGreaterThan(PEOPLE)
    await close()
    await gone()
  },
  times(120_000, 1_800_000),
)

/** One person: changes an answer as they last saw it, on a line that delays, drops and doubles what the server says. */
async function edit(client: Client, head: Head, number: number): Promise<Person> {
  const dice = diceOf(number + 1)
  const person: Person = { number, accepted: [], refused: 0, wrong: [] }
  const seen = new Map<string, number>()
  for (let edit = 0; edit < EDITS; edit += 1) {
    const field = dice.pick(NUMBERS)
    const save = aSave(field, number * 1_000_000 + edit + 1, seen.get(field) ?? 0)
    note(person, save, await overABadLine(client, head, save, dice), seen)
    await pause(dice.between(0, 5))
  }
  return person
}

type Answer = Awaited<ReturnType<typeof sendSave>>

/** The question may arrive twice, and the answer late or not at all; then it is asked again under the same key. */
async function overABadLine(client: Client, head: Head, save: Save, dice: Dice): Promise<Answer> {
  for (;;) {
    const sent = Array.from({ length: dice.chance(0.2) ? 2 : 1 }, () => sendSave(client, head, save))
    const [answer] = await Promise.all(sent)
    if (dice.chance(0.3)) await pause(dice.between(1, 30))
    const isDropped = dice.chance(0.2)
    if (answer && !isDropped) return answer
  }
}

function note(person: Person, save: Save, { status, said }: Answer, seen: Map<string, number>): void {
  const answered = said?.fields[save.field]
  if (status !== 200 || !answered) {
    person.wrong.push(`${person.number}: ${status}`)
    return
  }
  if (!said.hasClashes) {
    person.accepted.push({ field: save.field, revision: save.base + 1, value: save.value })
    seen.set(save.field, save.base + 1)
    return
  }
  const { clash } = answered
  const shown = (stretches: readonly { words: string }[] = []) => stretches.map(({ words }) => words).join('')
  const mine = shown(clash?.mine.stretches).replace(/\D/g, '')
  const theirs = shown(clash?.theirs.stretches).replace(/\D/g, '')
  if (mine !== String(save.value) || theirs === '' || theirs === mine) person.wrong.push(`${mine} against ${theirs}`)
  person.refused += 1
  seen.set(save.field, clash?.seen ?? 0)
}
