// Corrected texts of a published version: what is asked stays sealed, every correction is a revision, and says why.
import { expect } from 'vitest'
import { listAudit } from '#db/audit.ts'
import { codebookOf, publishQuestionnaire, sealedOf } from '#db/questionnaires.ts'
import { saveCells } from '#db/responses.ts'
import { findRound } from '#db/rounds.ts'
import { findSubmission } from '#db/submissions.ts'
import { submitResponse } from '#db/submitting.ts'
import { listTextRevisions, reviseTexts, textHashesOf } from '#db/text-revisions.ts'
import { test } from '../support/database.ts'
import { aRound, BY_SYSTEM, minutes, QUESTIONNAIRE, responseOf, TODAY, value } from '../support/world.ts'

const PLACE = 'sections/general/items/staff/label'
const words = new Map([[PLACE, { fr: 'Effectif' }]])

test('a correction reaches the readers, and neither the seal nor the trail loses sight of it', async ({ db }) => {
  const { versionId, amal, round } = await aRound(db)
  const act = { actor: amal, at: minutes(3), versionId, base: 0, words, why: 'A word too many.' }
  const before = await textHashesOf(db, versionId)
  expect(await reviseTexts(db, act)).toEqual({ state: 'revised', revision: 1, places: [PLACE] })
  const { byName } = await codebookOf(db, versionId)
  expect(byName.get('staff')?.question.label).toMatchObject({ en: 'Staff', fr: 'Effectif' })
  expect(await sealedOf(db, versionId)).toEqual(QUESTIONNAIRE)
  const hashes = await textHashesOf(db, versionId)
  expect(hashes).toMatchObject({ en: before.en, ar: before.ar, fr: { revision: 1 } })
  expect((await findRound(db, round.slug))?.stamp).toBeGreaterThan(round.stamp)
  expect(await listTextRevisions(db, versionId)).toMatchObject([
    { revision: 1, why: 'A word too many.', by: 'Amal Haddad' },
  ])
  const [entry] = await listAudit(db, { chains: ['house'], limit: 1 })
  expect(entry).toMatchObject({
    action: 'questionnaire.texts_revised',
    why: 'A word too many.',
    details: { places: [PLACE] },
  })
  // The file of the version says what was sealed: it is still the very same.
  expect(await publishQuestionnaire(db, { ...BY_SYSTEM, questionnaire: QUESTIONNAIRE })).toMatchObject({
    state: 'unchanged',
  })
})

test('two who correct at the same time do not overwrite each other, and the same words are no revision', async ({
  db,
}) => {
  const { versionId, amal } = await aRound(db)
  const act = { actor: amal, at: minutes(3), versionId, base: 0, words, why: 'A word too many.' }
  await reviseTexts(db, act)
  expect(await reviseTexts(db, act)).toEqual({ state: 'outdated', revision: 1 })
  expect(await reviseTexts(db, { ...act, base: 1 })).toEqual({ state: 'unchanged' })
  await expect(db.updateTable('text_revision').set({ why: '' }).execute()).rejects.toThrow(/append-only/)
})

test('a receipt names the texts that were read when it was signed', async ({ db }) => {
  const { versionId, amal, round } = await aRound(db)
  await reviseTexts(db, { actor: amal, at: minutes(1), versionId, base: 0, words, why: 'A word too many.' })
  const own = await responseOf(db, 'XA')
  const act = { actor: amal, at: minutes(2), today: TODAY, responseId: own.id, country: 'XA', role: 'head' as const }
  await saveCells(db, { ...act, cells: [value('institution', 'Ministry')] })
  const sign = { signedName: 'Amal Haddad', signedFunction: 'Head', level: 'named' as const, sectionLevels: {} }
  expect((await submitResponse(db, { ...act, ...sign, at: minutes(4) })).state).toBe('submitted')
  const submission = (await findSubmission(db, { round: round.slug, country: 'XA' })) ?? expect.fail()
  const { document } = await db
    .selectFrom('submission')
    .select('document')
    .where('id', '=', submission.id)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(document).questionnaire.text_hashes).toEqual(await textHashesOf(db, versionId))
})
