// Notes on results: the team's are shown at once, those of organisations wait; what was decided can be taken back.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { decideNote, keepNote, listNotes } from '#db/notes.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes } from '../support/world.ts'

test('an observation is shown, a comment waits for the team, and nothing is lost', async ({ db }) => {
  const { meeting, round } = await aRound(db)
  const act = { actor: await anAccount(db, 'Kaia Lindholt'), meetingId: meeting.id, roundId: round.id }
  const texts = { en: 'Look at the base.' }
  await keepNote(db, { ...act, at: minutes(1), kind: 'observation', target: 'page:needs', texts, organisation: '' })
  await keepNote(db, { ...act, at: minutes(2), kind: 'comment', target: 'item:training', texts, organisation: 'EJN' })
  const states = async () => (await listNotes(db, round.id)).map(({ state }) => state)
  expect(await states()).toEqual(['shown', 'waiting'])
  const [, comment] = await listNotes(db, round.id)
  const decide = (state: 'shown' | 'withheld', roundId = round.id) =>
    decideNote(db, { ...act, at: minutes(3), roundId, noteId: comment?.id ?? '', state })
  expect(await decide('shown', 'another')).toBe(false)
  expect([await decide('shown'), await states()]).toEqual([true, ['shown', 'shown']])
  expect([await decide('withheld'), await states()]).toEqual([true, ['shown', 'withheld']])
  await expect(db.deleteFrom('note').execute()).rejects.toThrow()
  const trail = await listAudit(db, { chains: [`meeting:${meeting.id}`], action: 'note.decided' })
  expect(trail.map(({ details }) => details.state)).toEqual(['withheld', 'shown'])
})
