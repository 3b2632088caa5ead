// Inside a delegation: words about a question, the mark until when somebody has seen, where an answer was taken from.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { sourcesOf } from '#db/cell-sources.ts'
import { answersMoved, countChanges, lookedAt, markSeen } from '#db/looks.ts'
import { personalDataForTeam, personalDataOf } from '#db/personal-data.ts'
import { addRemark, countRemarks, editRemark, eraseRemark, listRemarks, remarksSince } from '#db/remarks.ts'
import { saveCells } from '#db/responses.ts'
import type { Db } from '#db/tables.ts'
import { test } from '../support/database.ts'
import { anAccount, aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aDelegation(db: Db) {
  const { amal } = await aRound(db)
  const karim = await anAccount(db, 'Karim Solari')
  const { id } = await responseOf(db, 'XA')
  const say = (actor: string, body: string, at: number) =>
    addRemark(db, { responseId: id, field: 'staff', actor, at: minutes(at), body, language: 'en' })
  const save = (actor: string, at: number, field: string, said: string | number, base = 0) =>
    saveCells(db, {
      ...{ responseId: id, country: 'XA', role: 'alternate', today: TODAY, actor, at: minutes(at) },
      cells: [value(field, said, base)],
    })
  return { amal, karim, id, say, save }
}

test('words are numbered, put right for an hour, taken back by their author, and leave nothing in the trail', async ({
  db,
}) => {
  const { amal, karim, id, say } = await aDelegation(db)
  const trail = (await listAudit(db)).length
  expect([await say(amal, 'Forty, I think', 1), await say(karim, 'Rather thirty', 2)]).toEqual([1, 2])
  const step = { responseId: id, field: 'staff', language: 'en' }
  expect(await editRemark(db, { ...step, number: 1, actor: karim, at: minutes(3), body: 'Mine now' })).toBe(false)
  expect(await editRemark(db, { ...step, number: 1, actor: amal, at: minutes(3), body: 'Forty' })).toBe(true)
  expect(await editRemark(db, { ...step, number: 1, actor: amal, at: minutes(70), body: 'Late' })).toBe(false)
  expect(await eraseRemark(db, { ...step, number: 2, actor: amal, at: minutes(71) })).toBe(false)
  expect(await eraseRemark(db, { ...step, number: 2, actor: karim, at: minutes(71) })).toBe(true)
  expect(await eraseRemark(db, { ...step, number: 2, actor: karim, at: minutes(72) })).toBe(false)
  expect(await listRemarks(db, id, 'staff')).toMatchObject([
    { number: 1, body: 'Forty', by: 'Amal Haddad', editedAt: minutes(3), erasedAt: null },
    { number: 2, body: '', by: 'Karim Solari', erasedAt: minutes(71) },
  ])
  expect([...(await countRemarks(db, id))]).toEqual([['staff', 1]])
  expect((await listAudit(db)).length).toBe(trail)
})

test('two who speak at once get two numbers', async ({ db }) => {
  const { amal, karim, id, say } = await aDelegation(db)
  await Promise.all([say(amal, 'One', 1), say(karim, 'Two', 1), say(amal, 'Three', 1)])
  expect((await listRemarks(db, id, 'staff')).map(({ number }) => number)).toEqual([1, 2, 3])
})

test('one’s own words are in one’s own file, and in none that the team hands out', async ({ db }) => {
  const { amal, say } = await aDelegation(db)
  await say(amal, 'Between us only', 1)
  expect((await personalDataOf(db, amal))?.remarks).toMatchObject([{ field: 'staff', body: 'Between us only' }])
  expect(JSON.stringify(await personalDataForTeam(db, amal))).not.toContain('Between us')
})

test('what others changed since the mark is said from then to now, and the mark never goes back', async ({ db }) => {
  const { amal, karim, id, say, save } = await aDelegation(db)
  await save(karim, 1, 'institution', 'Ministry')
  await save(amal, 2, 'staff', 12)
  expect(await lookedAt(db, id, amal)).toMatchObject({ isFirst: true })
  await markSeen(db, { responseId: id, accountId: amal, until: minutes(3) })
  await markSeen(db, { responseId: id, accountId: amal, until: minutes(2) })
  const { at: since } = await lookedAt(db, id, amal)
  expect(since).toBe(minutes(3))
  await save(karim, 4, 'institution', 'Ministry of Justice', 1)
  await save(karim, 5, 'institution', 'Ministry of Justice and Police', 2)
  await save(amal, 6, 'staff', 13, 1)
  await say(karim, 'Look again', 7)
  await say(amal, 'I have', 8)
  expect(await answersMoved(db, id, { since, except: amal })).toMatchObject([
    {
      field: 'institution',
      before: { value: 'Ministry' },
      after: { value: 'Ministry of Justice and Police', revision: 3 },
      by: ['Karim Solari'],
    },
  ])
  expect(await remarksSince(db, id, { since, except: amal })).toMatchObject([{ body: 'Look again' }])
  expect(await countChanges(db, id, { since, except: amal })).toBe(2)
})

test('a restored answer remembers from which revision it came', async ({ db }) => {
  const { amal, id, save } = await aDelegation(db)
  await save(amal, 1, 'staff', 12)
  await save(amal, 2, 'staff', 13, 1)
  const act = { responseId: id, country: 'XA', role: 'head', today: TODAY, actor: amal, at: minutes(3) } as const
  const sources = [{ field: 'staff', kind: 'revision', number: 1 }] as const
  await saveCells(db, { ...act, cells: [value('staff', 12, 2)], sources })
  // What is not written, because it says the same, was taken from nowhere.
  await saveCells(db, { ...act, cells: [value('staff', 12, 3)], sources })
  expect([...(await sourcesOf(db, id, 'staff'))]).toEqual([
    [3, [expect.objectContaining({ kind: 'revision', number: 1 })]],
  ])
})
