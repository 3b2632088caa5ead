// Translations on both engines: kept with what they were made from; two translators do not overwrite each other.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { sha256 } from '#db/digest.ts'
import { createDraft, editDraft } from '#db/drafts.ts'
import type { Db } from '#db/tables.ts'
import { keepTranslations, listTranslations } from '#db/translations.ts'
import { contentOf } from '#surveys/authoring/addresses.ts'
import { draftOf } from '#surveys/authoring/beginnings.ts'
import { test } from '../support/database.ts'
import { aRound, minutes, QUESTIONNAIRE } from '../support/world.ts'

const PLACE = 'question:staff/label'

async function aDraft(db: Db) {
  const { versionId, amal } = await aRound(db)
  const act = { actor: amal, at: minutes(3) }
  const draftId = await createDraft(db, { ...act, document: draftOf(QUESTIONNAIRE), from: 'version', versionId })
  const now = async () =>
    (await listTranslations(db, draftId, 'fr')).find(({ place }) => place === PLACE) ?? expect.fail(PLACE)
  const keep = async (words: string, isChecked = false, seen?: { sourceHash: string; targetHash: string }) => {
    const { sourceHash, targetHash } = seen ?? (await now())
    return keepTranslations(db, {
      ...act,
      draftId,
      language: 'fr',
      entries: [{ place: PLACE, words, sourceHash, beforeHash: targetHash, isChecked }],
    })
  }
  const edit = async (label: Record<string, string>) => {
    const content = contentOf(QUESTIONNAIRE, 'question:staff')
    if (content?.kind !== 'question') return expect.fail('question')
    const of = { ...content.of, label: { ...content.of.label, ...label } }
    return editDraft(db, {
      ...act,
      draftId,
      base: null,
      edit: { act: 'write', address: 'question:staff', content: { kind: 'question', of } },
    })
  }
  return { act, draftId, now, keep, edit }
}

test('a source that changes outdates its translation; translating and reading it puts that right', async ({ db }) => {
  const { draftId, now, keep, edit } = await aDraft(db)
  expect((await now()).state).toBe('checked')
  await edit({ en: 'Members of staff' })
  expect((await now()).state).toBe('outdated')
  expect(await keep('Membres du personnel')).toMatchObject({ kept: [PLACE], conflicts: [] })
  expect(await now()).toMatchObject({ state: 'to_check', target: 'Membres du personnel' })
  expect(await keep('Membres du personnel')).toMatchObject({ kept: [] })
  await keep('Membres du personnel', true)
  expect((await now()).state).toBe('checked')
  const [entry] = await listAudit(db, { subject: `draft:${draftId}`, limit: 1 })
  expect(entry).toMatchObject({ action: 'draft.translated', details: { language: 'fr', count: 1 } })
})

test('words that an author writes beside the source wait for a reader', async ({ db }) => {
  const { now, edit } = await aDraft(db)
  await edit({ en: 'Members of staff', fr: 'Membres du personnel' })
  expect((await now()).state).toBe('to_check')
})

test('two translators of one text: the second is told, and what was read in a file keeps its own source', async ({
  db,
}) => {
  const { act, draftId, now, keep } = await aDraft(db)
  const seen = await now()
  await keep('Effectifs')
  expect(await keep('Employés', false, seen)).toMatchObject({ kept: [], conflicts: [PLACE] })
  const entry = {
    place: PLACE,
    words: 'Agents',
    sourceHash: sha256('Another source'),
    beforeHash: null,
    isChecked: true,
  }
  const entries = [entry, { ...entry, place: 'question:none/label' }]
  expect(await keepTranslations(db, { ...act, draftId, language: 'fr', entries })).toMatchObject({
    kept: [PLACE],
    unknown: ['question:none/label'],
  })
  expect((await now()).state).toBe('outdated')
})
