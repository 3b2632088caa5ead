// Answers against the trail: whoever changes one in the database is found out, wherever it lies.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { report } from '#app/commands/audit-verify.ts'
import { verifyAnswers } from '#db/answers-proof.ts'
import { keepFile } from '#db/files.ts'
import { type Saving, saveCells } from '#db/responses.ts'
import { submitResponse } from '#db/submitting.ts'
import type { Db } from '#db/tables.ts'
import { engine, test } from '../support/database.ts'
import { aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

async function aSubmission(db: Db) {
  const { amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const whose = { responseId: id, country: 'XA', role: 'head', actor: amal, today: TODAY } as const
  const save = (cells: Saving['cells'], at: string) => saveCells(db, { ...whose, cells, at })
  await save([value('institution', 'Ministry'), value('staff', 3)], minutes(1))
  await save([value('staff', 4, 1)], minutes(2))
  const content = new TextEncoder().encode('%PDF')
  await keepFile(db, {
    ...whose,
    field: 'measures.m01.evidence',
    name: 'a.pdf',
    mediaType: 'application/pdf',
    content,
    at: minutes(3),
  })
  const signed = { signedName: 'Amal', signedFunction: 'Head', level: 'named', sectionLevels: {} } as const
  await submitResponse(db, { ...whose, ...signed, at: minutes(4) })
}

const dropTrigger = (db: Db, table: string, name: string) =>
  sql.raw(`drop trigger ${table}_${name}${engine === 'postgres' ? ` on ${table}` : ''}`).execute(db)

const faults = async (db: Db) =>
  (await verifyAnswers(db)).map(({ country, what, where }) => `${country} ${what} ${where}`)

test('what was saved, changed, attached and signed is what the trail recorded', async ({ db }) => {
  await aSubmission(db)
  expect(await faults(db)).toEqual([])
  const { lines, code } = await report(db)
  expect(code).toBe(0)
  expect(lines.every((line) => line.startsWith('OK'))).toBe(true)
})

test('an answer changed in place differs from its history', async ({ db }) => {
  await aSubmission(db)
  await db.updateTable('cell').set({ value: '400' }).where('field', '=', 'staff').execute()
  expect(await faults(db)).toEqual(['XA current staff'])
})

test('an answer changed together with its history differs from the trail', async ({ db }) => {
  await aSubmission(db)
  await dropTrigger(db, 'cell_history', 'no_update')
  await db.updateTable('cell').set({ value: '400' }).where('field', '=', 'staff').execute()
  await db
    .updateTable('cell_history')
    .set({ value: '400' })
    .where('field', '=', 'staff')
    .where('revision', '=', 2)
    .execute()
  expect(await faults(db)).toEqual([expect.stringMatching(/^XA history seq \d+$/)])
  const { lines, code } = await report(db)
  expect(code).toBe(1)
  expect(lines.at(-1)).toMatch(/^WRONG {2}response:.* \(XA\): history differs from the trail at seq/)
})

test('what results read differs from what was signed', async ({ db }) => {
  await aSubmission(db)
  await dropTrigger(db, 'submission_cell', 'no_update')
  await db.updateTable('submission_cell').set({ value: '400' }).where('field', '=', 'staff').execute()
  expect(await faults(db)).toEqual(['XA submitted revision 1'])
})

test('a document that was replaced has another hash, and one with a matching hash is not in the trail', async ({
  db,
}) => {
  await aSubmission(db)
  await dropTrigger(db, 'submission', 'no_update')
  const { document } = await db.selectFrom('submission').select('document').executeTakeFirstOrThrow()
  const forged = document.replace('Ministry', 'Minister')
  await db.updateTable('submission').set({ document: forged }).execute()
  expect(await faults(db)).toContain('XA document revision 1')
  const { sha256 } = await import('#db/digest.ts')
  await db
    .updateTable('submission')
    .set({ hash: sha256(forged) })
    .execute()
  expect(await faults(db)).toContain('XA document revision 1')
})
