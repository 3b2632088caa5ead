// On what signatures rest, on both engines: papers that wait, papers that were signed with, submissions recorded for others.
import { expect } from 'vitest'
import { cellsOf } from '#db/cells.ts'
import { saveCells } from '#db/responses.ts'
import { keepDocument, signatureOf, signedDocument, waitingDocument } from '#db/signatures.ts'
import { submitFor } from '#db/submitting-for.ts'
import { test } from '../support/database.ts'
import { aRound, minutes, responseOf, TODAY, value } from '../support/world.ts'

const paper = (words: string) => ({
  name: 'note.pdf',
  mediaType: 'application/pdf',
  content: new TextEncoder().encode(words),
})

test('a paper waits for its signature, and the next one takes its place', async ({ db }) => {
  const { amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const act = { actor: amal, responseId: id, country: 'XA' }
  expect(await keepDocument(db, { ...act, role: 'contributor', at: minutes(1), document: paper('one') })).toBe('role')
  for (const words of ['one', 'two']) {
    expect(await keepDocument(db, { ...act, role: 'head', at: minutes(2), document: paper(words) })).toBeUndefined()
  }
  expect(await waitingDocument(db, id)).toMatchObject({ name: 'note.pdf', bytes: 3 })
  expect(await db.selectFrom('signature_document').select('id').execute()).toHaveLength(1)
})

test('what is recorded for a delegation rests on its paper, leaves its waiting one alone, and is recorded once', async ({
  db,
}) => {
  const { amal } = await aRound(db)
  const { id } = await responseOf(db, 'XA')
  const act = { actor: amal, responseId: id, country: 'XA', today: TODAY }
  await saveCells(db, { ...act, role: 'head', at: minutes(1), cells: [value('law', 'A draft')] })
  await keepDocument(db, { ...act, role: 'head', at: minutes(2), document: paper('theirs') })
  const { base: _, ...said } = value('institution', 'Ministry')
  const recording = {
    ...{ ...act, at: minutes(3), role: 'manager' as const, cells: new Map([['institution', said]]) },
    ...{ signedName: 'A', signedFunction: 'B', basis: 'letter' as const, level: 'named' as const },
    ...{ attestation: { language: 'en', words: 'It says so' }, document: paper('ours') },
  }
  expect(await submitFor(db, { ...recording, role: 'officer' })).toEqual({ state: 'refused', refusal: 'role' })
  const done = await submitFor(db, recording)
  if (done.state !== 'submitted') throw new Error(done.state)
  expect(await signatureOf(db, done.id)).toMatchObject({ basis: 'letter', isOnBehalf: true, document: { bytes: 4 } })
  expect(Buffer.from((await signedDocument(db, done.id))?.content ?? []).toString()).toBe('ours')
  expect(await waitingDocument(db, id)).toMatchObject({ bytes: 6 })
  expect((await cellsOf(db, id)).get('law')?.value).toBeNull()
  expect(await submitFor(db, { ...recording, at: minutes(4) })).toMatchObject({ state: 'refused' })
})
