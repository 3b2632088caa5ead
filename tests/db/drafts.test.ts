// Drafts on both engines: nobody overwrites anybody, every deed is in the trail, keys of earlier versions stay theirs.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { baseOf, createDraft, discardDraft, editDraft, findDraft, listDrafts } from '#db/drafts.ts'
import type { Db } from '#db/tables.ts'
import { contentOf } from '#surveys/authoring/addresses.ts'
import { draftOf } from '#surveys/authoring/beginnings.ts'
import { test } from '../support/database.ts'
import { aRound, minutes, QUESTIONNAIRE } from '../support/world.ts'

const STAFF = 'question:staff'

async function aDraft(db: Db) {
  const { versionId, amal } = await aRound(db)
  const act = { actor: amal, at: minutes(3) }
  const draftId = await createDraft(db, { ...act, document: draftOf(QUESTIONNAIRE), from: 'version', versionId })
  const reworded = (en: string) => {
    const content = contentOf(QUESTIONNAIRE, STAFF)
    if (content?.kind !== 'question') throw new Error('no question')
    const of = { ...content.of, label: { ...content.of.label, en } }
    return { act: 'write', address: STAFF, content: { kind: 'question', of } } as const
  }
  return { act, draftId, reworded, base: baseOf(QUESTIONNAIRE, STAFF) }
}

test('two authors of one element: the second hears of the first; another element is no matter', async ({ db }) => {
  const { act, draftId, reworded, base } = await aDraft(db)
  expect(await editDraft(db, { ...act, draftId, base, edit: reworded('Staff members') })).toMatchObject({
    state: 'kept',
  })
  expect(await editDraft(db, { ...act, draftId, base, edit: reworded('People') })).toMatchObject({
    state: 'conflict',
    by: 'Amal Haddad',
    at: minutes(3),
  })
  const document = (await findDraft(db, draftId))?.document
  expect(document && contentOf(document, STAFF)).toMatchObject({ of: { label: { en: 'Staff members' } } })
  const head = contentOf(QUESTIONNAIRE, 'head')
  if (head?.kind !== 'head') throw new Error('no head')
  const content = { kind: 'head', of: { ...head.of, version: '2.0.0', minutes: 9 } } as const
  const edit = { act: 'write', address: 'head', content } as const
  expect(await editDraft(db, { ...act, draftId, base: null, edit })).toMatchObject({ state: 'kept' })
  expect(await editDraft(db, { ...act, draftId, base: null, edit })).toEqual({ state: 'unchanged' })
})

test('every deed is in the trail, and the history of edits cannot be changed', async ({ db }) => {
  const { act, draftId, reworded, base } = await aDraft(db)
  await editDraft(db, { ...act, draftId, base, edit: reworded('Staff members') })
  const trail = await listAudit(db, { subject: `draft:${draftId}` })
  expect(trail.map(({ action }) => action)).toEqual(['draft.edited', 'draft.begun'])
  expect(trail[0]?.details).toMatchObject({ address: STAFF, act: 'write', number: 1 })
  expect(JSON.stringify(trail)).not.toContain('Staff members')
  await expect(db.updateTable('draft_edit').set({ act: 'x' }).execute()).rejects.toThrow(/append-only/)
})

test('what is given up is closed, and listed no more', async ({ db }) => {
  const { act, draftId, reworded, base } = await aDraft(db)
  expect(await listDrafts(db)).toMatchObject([{ id: draftId, state: 'open', createdBy: 'Amal Haddad' }])
  expect(await discardDraft(db, { ...act, draftId })).toBe(true)
  expect(await discardDraft(db, { ...act, draftId })).toBe(false)
  expect(await listDrafts(db)).toEqual([])
  expect(await editDraft(db, { ...act, draftId, base, edit: reworded('x') })).toEqual({ state: 'closed' })
})
